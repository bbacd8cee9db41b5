// SPDX-License-Identifier: Apache-2.0
import { Command } from "commander";
import { accountsCommands } from "./commands/accounts.ts";
import { actsCommands } from "./commands/acts.ts";
import { appCommands } from "./commands/app.ts";
import { correctCommand } from "./commands/correct.ts";
import { councilCommands } from "./commands/council.ts";
import { cycleCommands } from "./commands/cycle.ts";
import { documentCommands } from "./commands/document.ts";
import { exportCommands } from "./commands/export.ts";
import { fundCommands } from "./commands/fund.ts";
import { listCommands } from "./commands/list.ts";
import { officeCommands } from "./commands/office.ts";
import { pauseCommands } from "./commands/pause.ts";
import { reconcileCommand } from "./commands/reconcile.ts";
import { redeemCommand } from "./commands/redeem.ts";
import { replayCommands } from "./commands/replay.ts";
import { settleCommands } from "./commands/settle.ts";
import { shopCommands } from "./commands/shop.ts";
import { snapshotCommand } from "./commands/snapshot.ts";
import { statusCommand } from "./commands/status.ts";
import { terminalCommands } from "./commands/terminal.ts";

const NOTES = `
Exit codes: 0 done, 1 problems found or refused, 2 wrong usage, 3 the chain does not answer.
Keys come from --keys (names such as preparer, or --as NAME), or from ANNONA_PRIVATE_KEY.`;

/** The command line with all its commands. */
export function buildProgram(): Command {
  const program = new Command("annona")
    .description(
      "Humanitarian cash and voucher assistance on Ethereum: an agency's month on the command line.",
    )
    .option("--rpc <url>", "address of the chain [ANNONA_RPC]")
    .option("--deployments <folder>", "folder with the deployment files [ANNONA_DEPLOYMENTS]")
    .option("--keys <file>", "key file of this machine [ANNONA_KEYS]")
    .option("--consortium-key <file>", "the consortium's secret, 32 bytes in hex [ANNONA_CONSORTIUM_KEY]")
    .option("--programme <name>", "programme by name or address [ANNONA_PROGRAMME]")
    .option("--as <name>", "which key signs (default: who usually holds the role)")
    .option("--json", "data on standard output, and nothing else there")
    .addHelpText("after", NOTES)
    .exitOverride()
    .showHelpAfterError("(annona --help lists the commands)");
  for (const add of [
    accountsCommands,
    listCommands,
    cycleCommands,
    shopCommands,
    terminalCommands,
    redeemCommand,
    correctCommand,
    reconcileCommand,
    settleCommands,
    fundCommands,
    replayCommands,
    pauseCommands,
    councilCommands,
    documentCommands,
    actsCommands,
    statusCommand,
    exportCommands,
    snapshotCommand,
    officeCommands,
    appCommands,
  ]) {
    add(program);
  }
  return program;
}
