// SPDX-License-Identifier: Apache-2.0
// `npm run docs`: writes the pages of documentation that come from the code.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorsPage } from "./docs/errors.ts";
import { projectFolder } from "./house/run.ts";
import { readSources } from "./house/sources.ts";

const page = errorsPage(await readSources());
await writeFile(join(projectFolder, "docs", "errors.md"), page);
console.log("docs/errors.md is written.");
