// SPDX-License-Identifier: Apache-2.0
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Command } from "commander";
import { formatDecimal } from "#sdk/formats/decimal.ts";
import {
  INCOMING,
  type LeftOut,
  planReplay,
  type ReplayPlan,
  readActivities,
} from "#sdk/formats/iati/index.ts";
import type { FundHandle } from "#sdk/funds/desk/index.ts";
import { amountOf, formatAmount } from "#sdk/money/index.ts";
import { replayContributions } from "../actions/replay.ts";
import { CliError } from "../CliError.ts";
import { onChain } from "../command.ts";
import { openFund } from "../funds.ts";
import { wordOption } from "../options.ts";
import { readUserFile } from "../settings.ts";

const NOTES = `
Meant for trials: the donor of every contribution is the address that pays, the file's own donors are in its references alone.
Amounts are exact to the last decimal of the file. What is not replayed, and why, is listed with its sums: docs/exports.md.
Run again, it goes on where it stopped; when everything is there it sends nothing.`;

const REASONS = {
  otherType: "other types of transaction",
  otherCurrency: "in another currency, without the publisher's own conversion",
  notPositive: "nothing, or money taken back",
  tooFine: "with more decimals than the ledger",
} as const satisfies Record<LeftOut["reason"], string>;

export function replayCommands(replay: Command): void {
  const iati = replay
    .command("iati <file>")
    .description("contributions from the incoming money of an IATI activities file (donor)")
    .option("--fund <name>", "donor fund by name or address (default: the only one)")
    .option("--incoming <type>", "1 incoming funds or 11 incoming commitments (default: the one in the file)")
    .option("--currency <code>", "what the fund's token stands for", "USD")
    .option("--mint", "make the tokens first, as everybody can with the demonstration's own")
    .option("--dry-run", "only say what would be given")
    .addHelpText("after", NOTES);
  onChain(iati, async (desk, [file = ""], options) => {
    const { suite, relay } = desk;
    const fund = await openFund(suite, typeof options.fund === "string" ? options.fund : undefined);
    const activities = readActivities(await textOf(file));
    const money = { currency: currencyOf(options.currency), decimals: fund.currency.decimals };
    const plan = planReplay(
      activities,
      money,
      typeof options.incoming === "string" ? wordOption("--incoming", options.incoming, INCOMING) : undefined,
    );
    const isDry = options.dryRun === true;
    const { sent, before } = isDry
      ? { sent: 0, before: 0 }
      : await replayContributions(suite, fund, await desk.sign("donor"), plan.contributions, {
          ...relay("giving", "contributions"),
          mints: options.mint === true,
        });
    return {
      data: { fund: fund.address, activities: activities.length, ...summaryOf(plan, fund), sent, before },
      lines: linesOf(plan, fund, money.currency, isDry ? undefined : { sent, before }),
    };
  });
}

async function textOf(file: string): Promise<string> {
  const bytes = await readUserFile(file);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new TextDecoder().decode(isPacked ? await promisify(gunzip)(bytes) : bytes);
}

function currencyOf(code: string | boolean | undefined): string {
  if (typeof code === "string" && /^[A-Z]{3}$/.test(code)) return code;
  throw new CliError("badOption", {
    option: "--currency",
    value: String(code),
    wanted: "a code such as USD",
  });
}

function summaryOf(
  { incoming, contributions, total, leftOut }: ReplayPlan,
  { currency: { decimals } }: FundHandle,
) {
  return {
    incoming,
    contributions: contributions.length,
    total: formatDecimal({ units: total, scale: decimals }),
    leftOut: leftOut.map(({ reason, transactions, totals }) => ({
      reason,
      transactions,
      totals: Object.fromEntries([...totals].map(([currency, sum]) => [currency, formatDecimal(sum)])),
    })),
  };
}

function linesOf(
  { contributions, total, leftOut }: ReplayPlan,
  { name, currency: { decimals } }: FundHandle,
  code: string,
  done: { readonly sent: number; readonly before: number } | undefined,
): string[] {
  const sum = formatAmount(amountOf(total), { decimals });
  const what = `${contributions.length} contributions of ${sum} ${code} in all`;
  const lines = leftOut.map(({ reason, transactions, totals }) => {
    const sums = [...totals].map(([currency, value]) => `${formatDecimal(value)} ${currency}`).join(", ");
    return `Left out: ${transactions} ${REASONS[reason]}: ${sums}.`;
  });
  if (done === undefined) return [`${what} would go to ${name}.`, ...lines];
  return [`${what} are in ${name}: ${done.sent} sent now, ${done.before} before.`, ...lines];
}
