// SPDX-License-Identifier: Apache-2.0
// `npm run gas:check`: fails when a call costs more than the committed snapshot says.
import { sign } from "../house/terminal.ts";
import { compare, measureAll, readFigures } from "../proof/gasFiles.ts";

const findings = compare(readFigures(), await measureAll());
for (const finding of findings) console.log(`${sign.failed} ${finding}`);
if (findings.length > 0) {
  console.log(
    "\nMake the calls cheaper; or, if the cost is meant, run `npm run gas:snapshot` and commit test/gas with the reason.",
  );
  process.exitCode = 1;
} else {
  console.log(`${sign.passed} no call costs more than test/gas says`);
}
