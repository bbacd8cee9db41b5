// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { contractWord } from "#sdk/errors/contractWords.ts";
import { amountOf, formatAmount } from "#sdk/money/index.ts";
import { authoriseTerminal, revokeTerminal } from "../actions/shops.ts";
import { offline, onProgramme, type ProgrammeDesk } from "../command.ts";
import { addKey } from "../keys.ts";
import { addressOption, amountOption, wholeNumber } from "../options.ts";
import type { Answer } from "../output.ts";

export function terminalCommands(program: Command): void {
  const terminal = program.command("terminal").description("authorise and revoke points of sale");

  const create = terminal
    .command("new <name>")
    .description("make a new terminal key in the key file of this machine");
  offline(create, async ({ keys }, [name = ""]) => {
    const address = await addKey(keys, name);
    return { data: { name, address }, lines: [`${name}: ${address}`] };
  });

  const authorise = terminal
    .command("authorise <address>")
    .description("bind a terminal key to a shop, at once (custodian)")
    .requiredOption("--shop <number>", "number of the shop")
    .requiredOption("--limit <amount>", "most that it may sell in a cycle");
  onProgramme(authorise, async (desk, [text = ""], options) => {
    const address = addressOption("address", text);
    const shop = wholeNumber("--shop", String(options.shop), 1);
    const limit = amountOption(String(options.limit), desk.programme.currency);
    await authoriseTerminal(desk.programme, await desk.sign("custodian"), address, shop, limit);
    return {
      data: { terminal: address, shop, limit },
      lines: [`Terminal ${address} sells for shop ${shop} now.`],
    };
  });

  const revoke = terminal
    .command("revoke <address>")
    .description("end a terminal at once (custodian or guardian)");
  onProgramme(revoke, async (desk, [text = ""]) => {
    const address = addressOption("address", text);
    await revokeTerminal(desk.programme, await desk.sign("custodian"), address);
    return { data: { terminal: address, status: "revoked" }, lines: [`Terminal ${address} is revoked.`] };
  });

  onProgramme(terminal.command("list").description("terminals and their next receipt numbers"), listCommand);
}

async function listCommand({ suite, programme }: ProgrammeDesk): Promise<Answer> {
  const { contract, currency } = programme;
  const events = await contract.queryFilter(
    contract.filters.TerminalAuthorised(),
    suite.deployment.fromBlock,
  );
  const terminals = await Promise.all(
    events.map(async ({ args }) => {
      const { shop, status, nextNumber, limitPerCycle } = await contract.terminalOf(args.terminal);
      return {
        terminal: args.terminal,
        shop: Number(shop),
        status: contractWord("terminalStatus", status),
        nextNumber: Number(nextNumber),
        limit: formatAmount(amountOf(limitPerCycle), currency),
      };
    }),
  );
  const lines = terminals.map(
    ({ terminal, shop, status, nextNumber, limit }) =>
      `${terminal}  shop ${shop}  ${status}  next receipt ${nextNumber}  limit ${limit} ${currency.code}`,
  );
  return { data: { terminals }, lines: lines.length === 0 ? ["No terminals yet."] : lines };
}
