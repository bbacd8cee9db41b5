// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { authoriseTerminalCall, readTerminals, revokeTerminalCall } from "#sdk/agency/index.ts";
import { formatAmount } from "#sdk/money/index.ts";
import { offline, onProgramme, type ProgrammeDesk } from "../command.ts";
import { addKey } from "../keys.ts";
import { addressOption, amountOption, wholeNumber } from "../options.ts";
import type { Answer } from "../output.ts";
import { signAndSend } from "../send.ts";

export function terminalCommands(terminal: Command): void {
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
    const custodian = await desk.sign("custodian");
    const call = authoriseTerminalCall(desk.programme, { terminal: address, shop, limit }, custodian.address);
    await signAndSend(custodian, call);
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
    await signAndSend(await desk.sign("custodian"), revokeTerminalCall(desk.programme, address));
    return { data: { terminal: address, status: "revoked" }, lines: [`Terminal ${address} is revoked.`] };
  });

  onProgramme(terminal.command("list").description("terminals and their next receipt numbers"), listCommand);
}

async function listCommand({ suite, programme }: ProgrammeDesk): Promise<Answer> {
  const { currency } = programme;
  const terminals = (await readTerminals(suite, programme)).map(({ limit, ...terminal }) => ({
    ...terminal,
    limit: formatAmount(limit, currency),
  }));
  const lines = terminals.map(
    ({ terminal, shop, status, nextNumber, limit }) =>
      `${terminal}  shop ${shop}  ${status}  next receipt ${nextNumber}  limit ${limit} ${currency.code}`,
  );
  return { data: { terminals }, lines: lines.length === 0 ? ["No terminals yet."] : lines };
}
