// SPDX-License-Identifier: Apache-2.0
// `npm run check:layout`: where everything lies in the storage of contracts behind beacons, against docs/storage-layout.json.
import { parseArgs } from "node:util";
import { readSources } from "../house/sources.ts";
import { findLayoutChanges, recordLayout } from "./storage/index.ts";

const { values } = parseArgs({
  options: {
    /** Record what came to it. */
    accept: { type: "boolean", default: false },
    /** Record whatever it is: for as long as no chain has programmes that must live on. */
    "begin-anew": { type: "boolean", default: false },
  },
});

const files = await readSources();
const found = await findLayoutChanges(files);
const isBroken = found.some((line) => line.includes("--begin-anew"));
if (found.length === 0) console.log("Everything lies where docs/storage-layout.json says.");
else if (values["begin-anew"] || (values.accept && !isBroken)) {
  const { broken, grown } = await recordLayout(files);
  console.log([...broken, ...grown, "Recorded in docs/storage-layout.json."].join("\n"));
} else {
  console.error(found.join("\n"));
  process.exitCode = 1;
}
