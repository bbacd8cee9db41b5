// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { createHMAC, createSHA256 } from "hash-wasm";
import { contractWord, textOfBytes32 } from "#sdk/errors/contractWords.ts";
import { amountOf, formatAmount } from "#sdk/money/index.ts";
import { bankPayout, listShops, type Payout, shopTerms, tokenPayout } from "../actions/shops.ts";
import { propose } from "../acts.ts";
import { CliError } from "../CliError.ts";
import { onProgramme, type ProgrammeDesk } from "../command.ts";
import { addressOption, amountOption, codeOption, wholeNumber, wordOption } from "../options.ts";
import type { Answer } from "../output.ts";
import { readConsortiumKey } from "../settings.ts";
import { approveCommand, proposed } from "./acts.ts";

type Options = Record<string, string | boolean | undefined>;

const ACTS = ["registerShop", "changeShopTerms", "changePayout"];
const KINDS = ["retailer", "cash agent", "provider"] as const;
const BANK_TEXT = "annona bank reference 1\0";

export function shopCommands(program: Command): void {
  const shop = program
    .command("shop")
    .description("register shops and change their terms, with two officers");
  onProgramme(shop.command("list").description("shops with what they sold and are owed"), listCommand);

  const register = withPayout(
    withTerms(shop.command("register").description("propose a new shop (finance)")),
  );
  onProgramme(register, async (desk, _, options) => {
    const payout = await payoutOf(desk, options);
    const face = desk.programme.contract.interface;
    return await proposeAct(desk, face.encodeFunctionData("registerShop", [termsOf(desk, options), payout]));
  });
  const terms = withTerms(shop.command("terms <shop>").description("propose other terms (finance)"));
  onProgramme(
    terms.option("--inactive", "the shop gets no terminals and its receipts stop"),
    async (desk, [number = ""], options) => {
      const id = wholeNumber("shop", number, 1);
      const face = desk.programme.contract.interface;
      return await proposeAct(desk, face.encodeFunctionData("changeShopTerms", [id, termsOf(desk, options)]));
    },
  );
  const payout = withPayout(
    shop.command("payout <shop>").description("propose another payout; it waits two days (finance)"),
  );
  onProgramme(payout, async (desk, [number = ""], options) => {
    const id = wholeNumber("shop", number, 1);
    const act = desk.programme.contract.interface.encodeFunctionData("changePayout", [
      id,
      await payoutOf(desk, options),
    ]);
    return await proposeAct(desk, act);
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

function termsOf({ programme }: ProgrammeDesk, options: Options) {
  codeOption("--code", String(options.code));
  return shopTerms({
    code: String(options.code),
    kind: wordOption("--kind", String(options.kind), KINDS),
    commissionBps: wholeNumber("--commission-bps", String(options.commissionBps)),
    ceilingPerDay: amountOption(String(options.perDay), programme.currency),
    offlineDays: wholeNumber("--offline-days", String(options.offlineDays), 1),
    terminalLimit: amountOption(String(options.terminalLimit), programme.currency),
    isActive: options.inactive !== true,
  });
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
  const hmac = await createHMAC(createSHA256(), await readConsortiumKey(settings.consortiumKey));
  return bankPayout(
    `0x${hmac.init().update(BANK_TEXT).update(bankDetails.replace(/\s/g, "").toUpperCase()).digest("hex")}`,
  );
}

async function proposeAct(desk: ProgrammeDesk, act: string): Promise<Answer> {
  return proposed(await propose(await desk.sign("finance"), desk.programme.address, act), act);
}

async function listCommand({ programme }: ProgrammeDesk): Promise<Answer> {
  const { contract, currency } = programme;
  const cycles = Number(await contract.nextCycleId()) - 1;
  const rows = await Promise.all(
    (await listShops(programme)).map(async ({ shop, view }) => {
      const ledgers = await Promise.all(
        Array.from({ length: cycles }, (_, i) => contract.ledgerOf(shop, i + 1)),
      );
      const gross = ledgers.reduce((sum, ledger) => sum + ledger.gross, 0n);
      const refunds = ledgers.reduce((sum, ledger) => sum + ledger.refunds, 0n);
      const settled = ledgers.reduce((sum, ledger) => sum + ledger.settled, 0n);
      const money = (units: bigint) => formatAmount(amountOf(units), currency);
      return {
        shop,
        code: textOfBytes32(view.terms.code),
        kind: contractWord("shopKind", view.terms.kind),
        payout: contractWord("payoutMode", view.payout.mode),
        isActive: view.terms.isActive,
        gross: money(gross),
        refunds: money(refunds),
        settled: money(settled),
        owed: money(gross - refunds - settled),
      };
    }),
  );
  const lines = rows.map(
    ({ shop, code, kind, isActive, gross, refunds, settled, owed }) =>
      `${shop}  ${code}  ${kind}${isActive ? "" : ", not active"}: sold ${gross}, refunded ${refunds}, settled ${settled}, owed ${owed} ${currency.code}`,
  );
  return { data: { shops: rows }, lines: rows.length === 0 ? ["No shops yet."] : lines };
}
