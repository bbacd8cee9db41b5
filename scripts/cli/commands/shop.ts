// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import {
  acts,
  bankPayout,
  bankReferenceOf,
  type Payout,
  readShopDetails,
  type ShopTermsInput,
  tokenPayout,
} from "#sdk/agency/index.ts";
import { SHOP_KINDS } from "#sdk/history/names.ts";
import { type Amount, formatAmount } from "#sdk/money/index.ts";
import { propose } from "../acts.ts";
import { CliError } from "../CliError.ts";
import { onProgramme, type ProgrammeDesk } from "../command.ts";
import { addressOption, amountOption, codeOption, wholeNumber, wordOption } from "../options.ts";
import type { Answer } from "../output.ts";
import { readConsortiumKey } from "../settings.ts";
import { approveCommand, proposed } from "./acts.ts";

type Options = Record<string, string | boolean | undefined>;

const ACTS = ["registerShop", "changeShopTerms", "changePayout"];
/** Words of the options for the kinds of shop, in the contract's order. */
const KINDS = ["retailer", "cash agent", "provider"] as const;

export function shopCommands(shop: Command): void {
  onProgramme(shop.command("list").description("shops with what they sold and are owed"), listCommand);

  const register = withPayout(
    withTerms(shop.command("register").description("propose a new shop (finance)")),
  );
  onProgramme(register, async (desk, _, options) => {
    const payout = await payoutOf(desk, options);
    return await proposeAct(desk, acts.registerShop(termsOf(desk, options), payout));
  });
  const terms = withTerms(shop.command("terms <shop>").description("propose other terms (finance)"));
  onProgramme(
    terms.option("--inactive", "the shop gets no terminals and its receipts stop"),
    async (desk, [number = ""], options) => {
      const id = wholeNumber("shop", number, 1);
      return await proposeAct(desk, acts.changeShop(id, termsOf(desk, options)));
    },
  );
  const payout = withPayout(
    shop.command("payout <shop>").description("propose another payout; it waits two days (finance)"),
  );
  onProgramme(payout, async (desk, [number = ""], options) => {
    const id = wholeNumber("shop", number, 1);
    return await proposeAct(desk, acts.changePayout(id, await payoutOf(desk, options)));
  });
  onProgramme(
    shop.command("approve <proposal>").description("approve a proposal about a shop (approver)"),
    (desk, [number = ""], options) => approveCommand(desk, number, options, ACTS),
  );
}

function withTerms(command: Command): Command {
  return command
    .requiredOption("--code <code>", "the office's short code, such as SHOP-014; nothing personal")
    .option("--kind <kind>", KINDS.join(", "), "retailer")
    .option("--commission-bps <number>", "commission in hundredths of a percent", "0")
    .requiredOption("--per-day <amount>", "what the shop may sell a day, on average")
    .option("--offline-days <number>", "days' worth that may arrive at once", "7")
    .requiredOption("--terminal-limit <amount>", "highest limit a cycle that a terminal may get");
}

function withPayout(command: Command): Command {
  return command
    .option("--payout-account <address>", "where tokens go")
    .option("--bank-details <text>", "bank details; only a keyed hash leaves this machine");
}

function termsOf({ programme }: ProgrammeDesk, options: Options): ShopTermsInput {
  const kind = KINDS.indexOf(wordOption("--kind", String(options.kind), KINDS));
  return {
    code: codeOption("--code", String(options.code)),
    kind: SHOP_KINDS[kind] ?? "Retailer",
    commissionBps: wholeNumber("--commission-bps", String(options.commissionBps)),
    ceilingPerDay: amountOption(String(options.perDay), programme.currency),
    offlineDays: wholeNumber("--offline-days", String(options.offlineDays), 1),
    terminalLimit: amountOption(String(options.terminalLimit), programme.currency),
    isActive: options.inactive !== true,
  };
}

async function payoutOf({ settings }: ProgrammeDesk, options: Options): Promise<Payout> {
  const { payoutAccount, bankDetails } = options;
  if (typeof payoutAccount === "string") return tokenPayout(addressOption("--payout-account", payoutAccount));
  if (typeof bankDetails !== "string") {
    throw new CliError("optionMissing", {
      option: "The payout",
      wanted: "--payout-account or --bank-details",
    });
  }
  const key = await readConsortiumKey(settings.consortiumKey);
  return bankPayout(await bankReferenceOf(key, bankDetails));
}

async function proposeAct(desk: ProgrammeDesk, act: string): Promise<Answer> {
  return proposed(await propose(await desk.sign("finance"), desk.programme.address, act), act);
}

async function listCommand({ suite, programme }: ProgrammeDesk): Promise<Answer> {
  const { currency } = programme;
  const money = (amount: Amount) => formatAmount(amount, currency);
  const rows = (await readShopDetails(suite, programme)).map(({ sum, ...shop }) => ({
    shop: shop.shop,
    code: shop.code,
    kind: KINDS[SHOP_KINDS.indexOf(shop.kind)] ?? shop.kind,
    payout: shop.payoutMode.toLowerCase(),
    isActive: shop.isActive,
    gross: money(sum.gross),
    refunds: money(sum.refunds),
    settled: money(sum.settled),
    owed: money(sum.owed),
  }));
  const lines = rows.map(
    ({ shop, code, kind, isActive, gross, refunds, settled, owed }) =>
      `${shop}  ${code}  ${kind}${isActive ? "" : ", not active"}: sold ${gross}, refunded ${refunds}, settled ${settled}, owed ${owed} ${currency.code}`,
  );
  return { data: { shops: rows }, lines: rows.length === 0 ? ["No shops yet."] : lines };
}
