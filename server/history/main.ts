// SPDX-License-Identifier: Apache-2.0

import { runServer } from "../shared/run.ts";
import { readConfig, USAGE } from "./config.ts";
import { startHistoryServer } from "./server.ts";

await runServer({
  name: "history",
  unexpected: "HIST-900",
  usage: USAGE,
  readConfig,
  start: startHistoryServer,
});
