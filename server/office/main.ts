// SPDX-License-Identifier: Apache-2.0

import { runServer } from "../shared/run.ts";
import { readConfig, USAGE } from "./config.ts";
import { startOfficeServer } from "./server.ts";

await runServer({
  name: "office",
  unexpected: "OFFICE-501",
  usage: USAGE,
  readConfig,
  start: startOfficeServer,
});
