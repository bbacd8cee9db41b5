// SPDX-License-Identifier: Apache-2.0
import { Command } from "commander";
import { COMMANDS } from "./commands/index.ts";

const NOTES = `
Exit codes: 0 done, 1 problems found or refused, 2 wrong usage, 3 the chain does not answer.
Keys come from --keys (names such as preparer, or --as NAME), or from ANNONA_PRIVATE_KEY.`;

/** The command line with all its commands, of which only the one that is called gets loaded. */
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
  const loaders = new Map(
    COMMANDS.map(({ call, about, load }) => [program.command(call).description(about), load]),
  );
  program.hook("preSubcommand", async (_, called) => {
    const fill = await loaders.get(called)?.();
    fill?.(called);
  });
  // In place of Commander's own, which would show a command that is not loaded yet.
  program
    .helpCommand(false)
    .command("help [command...]")
    .description("display help for command")
    .action(async (words: string[]) => {
      await buildProgram().parseAsync([...words, "--help"], { from: "user" });
    });
  return program;
}
