// SPDX-License-Identifier: Apache-2.0
// `npm run docs`: writes what comes from the code in docs: the page of errors, and the values of the encodings' worked example.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withExample } from "./docs/encodings.ts";
import { errorsPage } from "./docs/errors.ts";
import { workedExample } from "./docs/example.ts";
import { projectFolder } from "./house/run.ts";
import { readSources } from "./house/sources.ts";

const docs = (page: string) => join(projectFolder, "docs", page);

await writeFile(docs("errors.md"), errorsPage(await readSources()));
const encodings = await readFile(docs("encodings.md"), "utf8");
await writeFile(docs("encodings.md"), withExample(encodings, await workedExample()));
console.log("docs/errors.md and docs/encodings.md are up to date.");
