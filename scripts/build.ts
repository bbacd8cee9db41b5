// SPDX-License-Identifier: Apache-2.0
// `npm run build`: the contracts with their bindings, then the app.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildContracts } from "./house/contracts.ts";
import { type Finished, projectFolder, run } from "./house/run.ts";

function finish(result: Finished): void {
  process.stdout.write(result.output);
  if (!result.succeeded) process.exit(1);
}

finish(await buildContracts());
if (existsSync(join(projectFolder, "app", "index.html"))) finish(await run("vite", ["build", "app"]));
