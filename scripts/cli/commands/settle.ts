// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { toUtf8String } from "ethers";
import {
  acts,
  type DocumentKind,
  readSettlements,
  readStatement,
  settlementTerms,
} from "#sdk/agency/index.ts";
import { type Amount, formatAmount } from "#sdk/money/index.ts";
import { recordDocument } from "../actions/documents.ts";
import { propose } from "../acts.ts";
import { onProgramme, type ProgrammeDesk } from "../command.ts";
import { amountOption, codeOption, wholeNumber } from "../options.ts";
import type { Answer } from "../output.ts";
import { readUserFile } from "../settings.ts";
import { approveCommand, proposed } from "./acts.ts";

type Options = Record<string, string | boolean | undefined>;

const ACTS = ["settle", "confirmSettlement", "returnSettlement"];
const BANK_FILE = "--bank-statement <file>";
const BANK_HELP = "the bank's own statement; its hash is recorded";

export function settleCommands(settle: Command): void {
  const prepare = settle
    .command("prepare")
    .description("record the statement and propose a settlement (finance)")
    .requiredOption("--shop <number>", "number of the shop")
    .requiredOption("--cycle <number>", "number of the cycle")
    .requiredOption("--statement <file>", "statement document that annona reconcile wrote")
    .option("--amount <amount>", "sales less refunds that are settled (default: what the statement counts)")
    .option("--withholding <amount>", "part of it that is kept back", "0")
    .option("--end-to-end-id <text>", "reference that the bank carries; bank payouts only", "");
  onProgramme(prepare, prepareCommand);

  onProgramme(
    settle.command("approve <proposal>").description("approve a proposal about a settlement (approver)"),
    (desk, [number = ""], options) => approveCommand(desk, number, options, ACTS),
  );

  const confirm = settle
    .command("confirm <settlement>")
    .description("propose that the bank has paid (finance)");
  onProgramme(confirm.requiredOption(BANK_FILE, BANK_HELP), async (desk, [number = ""], options) => {
    const id = wholeNumber("settlement", number, 1);
    const statement = await record(desk, "BankStatement", options.bankStatement);
    return await proposeAct(desk, acts.confirmSettlement(id, statement));
  });

  const giveBack = settle
    .command("return <settlement>")
    .description("propose that the bank sent the money back (finance)");
  giveBack
    .requiredOption(BANK_FILE, BANK_HELP)
    .requiredOption("--reason <code>", "code of the reason, such as AC04");
  onProgramme(giveBack, async (desk, [number = ""], options) => {
    const id = wholeNumber("settlement", number, 1);
    const reason = codeOption("--reason", String(options.reason));
    const statement = await record(desk, "BankStatement", options.bankStatement);
    return await proposeAct(desk, acts.returnSettlement(id, reason, statement));
  });

  onProgramme(settle.command("list").description("settlements and their states"), listCommand);
}

async function prepareCommand(desk: ProgrammeDesk, _: readonly string[], options: Options): Promise<Answer> {
  const { suite, programme } = desk;
  const { currency } = programme;
  const reconciled = readStatement(toUtf8String(await readUserFile(String(options.statement))));
  const endToEndId = String(options.endToEndId);
  if (endToEndId !== "") codeOption("--end-to-end-id", endToEndId);
  const terms = await settlementTerms(suite, programme, {
    shop: wholeNumber("--shop", String(options.shop), 1),
    cycle: wholeNumber("--cycle", String(options.cycle), 1),
    withholding: amountOption(String(options.withholding), currency),
    statement: await record(desk, "Statement", options.statement),
    endToEndId,
    ...(reconciled === undefined ? {} : reconciled),
    ...(typeof options.amount === "string" ? { amount: amountOption(options.amount, currency) } : {}),
  });
  return await proposeAct(desk, acts.makeSettlement(terms));
}

async function record(
  { suite, programme, sign }: ProgrammeDesk,
  kind: DocumentKind,
  file: string | boolean | undefined,
): Promise<string> {
  return await recordDocument(suite, await sign("finance"), {
    organisation: programme.organisation,
    bytes: await readUserFile(String(file)),
    kind,
    subject: programme.address,
  });
}

async function proposeAct(desk: ProgrammeDesk, act: string): Promise<Answer> {
  return proposed(await propose(await desk.sign("finance"), desk.programme.address, act), act);
}

async function listCommand({ programme }: ProgrammeDesk): Promise<Answer> {
  const { currency } = programme;
  const money = (amount: Amount) => formatAmount(amount, currency);
  const settlements = (await readSettlements(programme)).map((found) => ({
    settlement: found.settlement,
    shop: found.shop,
    cycle: found.cycle,
    state: found.state.toLowerCase(),
    amount: money(found.amount),
    withholding: money(found.withholding),
    commission: money(found.commission),
  }));
  const lines = settlements.map(
    ({ settlement, shop, cycle, state, amount }) =>
      `${settlement}  shop ${shop}, cycle ${cycle}: ${amount} ${currency.code}, ${state}`,
  );
  return { data: { settlements }, lines: lines.length === 0 ? ["No settlements yet."] : lines };
}
