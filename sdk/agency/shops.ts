// SPDX-License-Identifier: Apache-2.0

import { textOfBytes32 } from "#sdk/errors/contractWords.ts";
import { PAYOUT_MODES, type PayoutMode, SHOP_KINDS } from "#sdk/history/names.ts";
import { type Amount, amountOf, ZERO } from "#sdk/money/index.ts";
import { type TerminalAddress, terminalAddress } from "#sdk/receipts/index.ts";
import { readEvents } from "./logs.ts";
import type { Payout, ShopTermsInput } from "./shopTerms.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** What a shop sold, refunded and was settled, ledger units; owed is what is left of it. */
export interface Ledger {
  readonly gross: Amount;
  readonly refunds: Amount;
  readonly settled: Amount;
  readonly owed: Amount;
}

/** A shop with its terms in the office's words. */
export interface Shop extends ShopTermsInput {
  readonly shop: number;
  readonly payoutMode: PayoutMode;
  readonly payout: Payout;
  /** Of the ceiling, `ceilingPerDay * offlineDays`, so much was used at `ceilingUsedAt` (Unix seconds); it drains by `ceilingPerDay` a day. */
  readonly ceilingUsed: Amount;
  readonly ceilingUsedAt: number;
}

/** Number of the contract's TerminalStatus. */
const REVOKED = 2n;

export interface Terminal {
  readonly terminal: TerminalAddress;
  readonly shop: number;
  readonly status: "active" | "revoked";
  /** The receipt number that the chain expects next. */
  readonly nextNumber: number;
  /** Ledger units a cycle. */
  readonly limit: Amount;
}

/** All shops of a programme by number. */
export async function readShops({ contract }: ProgrammeHandle): Promise<Shop[]> {
  const count = Number(await contract.nextShopId()) - 1;
  return await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const { terms, payout, bucketUsed, bucketAt } = await contract.shopOf(i + 1);
      return {
        shop: i + 1,
        code: textOfBytes32(terms.code),
        kind: SHOP_KINDS[Number(terms.kind)] ?? "Retailer",
        commissionBps: Number(terms.commissionBps),
        ceilingPerDay: terms.ceilingPerDay,
        offlineDays: Number(terms.offlineDays),
        terminalLimit: terms.terminalLimit,
        isActive: terms.isActive,
        payoutMode: PAYOUT_MODES[Number(payout.mode)] ?? "Token",
        payout: {
          mode: Number(payout.mode),
          account: payout.account,
          bankReference: payout.bankReference,
        },
        ceilingUsed: amountOf(bucketUsed),
        ceilingUsedAt: Number(bucketAt),
      };
    }),
  );
}

/** All terminals that were ever authorised, revoked ones too, in the order of their authorisation. @param shop Only those of this shop. */
export async function readTerminals(
  suite: Suite,
  { contract }: Pick<ProgrammeHandle, "contract">,
  shop?: number,
): Promise<Terminal[]> {
  const filter = contract.filters.TerminalAuthorised(undefined, shop);
  const events = await readEvents(suite, contract, filter);
  return await Promise.all(
    events.map(async ({ args }) => {
      const { status, nextNumber, limitPerCycle } = await contract.terminalOf(args.terminal);
      return {
        terminal: terminalAddress(args.terminal),
        shop: Number(args.shop),
        status: status === REVOKED ? ("revoked" as const) : ("active" as const),
        nextNumber: Number(nextNumber),
        limit: amountOf(limitPerCycle),
      };
    }),
  );
}

export async function readLedger(
  { contract }: Pick<ProgrammeHandle, "contract">,
  shop: number,
  cycle: number,
): Promise<Ledger> {
  const { gross, refunds, settled } = await contract.ledgerOf(shop, cycle);
  return {
    gross: amountOf(gross),
    refunds: amountOf(refunds),
    settled: amountOf(settled),
    owed: amountOf(gross - refunds - settled),
  };
}

/** A shop's ledger in one cycle. */
export interface CycleLedger extends Ledger {
  readonly cycle: number;
}

/** A shop with its terminals, its ledgers by cycle, and their sum. */
export interface ShopDetail extends Shop {
  readonly terminals: readonly Terminal[];
  readonly ledgers: readonly CycleLedger[];
  readonly sum: Ledger;
}

/** All shops with their terminals and ledgers. @param cycles Whose ledgers are read; default: all cycles. */
export async function readShopDetails(
  suite: Suite,
  programme: ProgrammeHandle,
  cycles?: readonly number[],
): Promise<ShopDetail[]> {
  const [shops, terminals, wanted] = await Promise.all([
    readShops(programme),
    readTerminals(suite, programme),
    cycles ?? allCycles(programme),
  ]);
  return await Promise.all(
    shops.map(async (shop) => {
      const ledgers = await Promise.all(
        wanted.map(async (cycle) => ({ cycle, ...(await readLedger(programme, shop.shop, cycle)) })),
      );
      return {
        ...shop,
        terminals: terminals.filter((terminal) => terminal.shop === shop.shop),
        ledgers,
        sum: ledgers.reduce<Ledger>(add, { gross: ZERO, refunds: ZERO, settled: ZERO, owed: ZERO }),
      };
    }),
  );
}

async function allCycles({ contract }: ProgrammeHandle): Promise<number[]> {
  return Array.from({ length: Number(await contract.nextCycleId()) - 1 }, (_, i) => i + 1);
}

function add(a: Ledger, b: Ledger): Ledger {
  return {
    gross: amountOf(a.gross + b.gross),
    refunds: amountOf(a.refunds + b.refunds),
    settled: amountOf(a.settled + b.settled),
    owed: amountOf(a.owed + b.owed),
  };
}
