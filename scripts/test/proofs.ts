// SPDX-License-Identifier: Apache-2.0
// `npm run test:proofs`: the compiler's model checker proves the assertions in test/proofs for every number and order of calls.
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { projectFolder } from "../house/run.ts";
import { secondsSince, sign } from "../house/terminal.ts";
import { prove } from "../proof/prove.ts";

for (const file of globSync("test/proofs/*.sol", { cwd: projectFolder }).sort()) {
  const start = performance.now();
  const { proven, open } = prove(
    file,
    basename(file, ".sol"),
    readFileSync(join(projectFolder, file), "utf8"),
  );
  const isProven = open.length === 0 && proven > 0;
  console.log(`${isProven ? sign.passed : sign.failed} ${file}: ${proven} proven (${secondsSince(start)})`);
  for (const problem of open) console.log(problem);
  if (!isProven) process.exitCode = 1;
}
