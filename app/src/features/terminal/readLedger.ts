// SPDX-License-Identifier: Apache-2.0

import { type ProgrammeHandle, readCycles, readEvents, type Suite } from "#sdk/agency/index.ts";
import { textOfBytes32 } from "#sdk/errors/contractWords.ts";
import type { AccountNumber } from "#sdk/list/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { type BatchOutcome, decodeOutcomes } from "#sdk/receipts/index.ts";
import { type Ceiling, inOrderOfSpending, type OpenCycle, type SaleFacts } from "./sale.ts";

/** Names of the contract's TerminalStatus. */
const STATUSES = ["unknown", "active", "revoked"] as const;

/** How the ledger knows this device. */
export interface TerminalFacts {
  readonly status: (typeof STATUSES)[number];
  /** 0 for a device that was never authorised. */
  readonly shop: number;
  readonly shopCode: string;
  readonly isShopActive: boolean;
  /** The receipt number that the ledger expects next. */
  readonly nextNumber: number;
  /** Ledger units a cycle. */
  readonly limit: Amount;
  readonly ceiling: Ceiling;
}

/** A terminal with its shop. @param terminal Its address. */
export async function readTerminal(
  { contract }: Pick<ProgrammeHandle, "contract">,
  terminal: string,
): Promise<TerminalFacts> {
  const known = await contract.terminalOf(terminal);
  const status = STATUSES[Number(known.status)] ?? "unknown";
  const shop = Number(known.shop);
  const of = shop === 0 ? undefined : await contract.shopOf(shop);
  return {
    status,
    shop,
    shopCode: of === undefined ? "" : textOfBytes32(of.terms.code),
    isShopActive: of?.terms.isActive ?? false,
    nextNumber: Math.max(1, Number(known.nextNumber)),
    limit: amountOf(known.limitPerCycle),
    ceiling: {
      perDay: amountOf(of?.terms.ceilingPerDay ?? 0n),
      offlineDays: Number(of?.terms.offlineDays ?? 0),
      used: amountOf(of?.bucketUsed ?? 0n),
      usedAt: Number(of?.bucketAt ?? 0),
    },
  };
}

/** The cycles that a household can spend from now, in the order of spending. @param now Unix seconds. */
export async function readOpenCycles(
  suite: Suite,
  programme: ProgrammeHandle,
  account: AccountNumber,
  now: number,
): Promise<OpenCycle[]> {
  const cycles = await readCycles(suite, programme);
  const open = cycles
    .filter((cycle) => cycle.state === "Approved" && cycle.opensAt <= now && now <= cycle.expiresAt)
    .map(async ({ cycle, opensAt, expiresAt }) => {
      const left = await programme.contract.entitlementLeft(cycle, account);
      return { id: cycle, opensAt, expiresAt, left: amountOf(left) };
    });
  return inOrderOfSpending(await Promise.all(open));
}

/** What the ledger would judge a sale to this household by. @param terminal Address of the terminal. */
export async function readSaleFacts(
  { accounts }: Pick<Suite, "accounts">,
  programme: ProgrammeHandle,
  terminal: string,
  cycle: OpenCycle,
  account: AccountNumber,
): Promise<SaleFacts> {
  const { contract } = programme;
  const [{ limit, isShopActive, ceiling }, netSales, heldUntil, isClosed] = await Promise.all([
    readTerminal(programme, terminal),
    contract.netSalesOf(terminal, cycle.id),
    contract.heldUntil(account),
    accounts.isClosed(account),
  ]);
  return {
    left: cycle.left,
    limit,
    netSales: amountOf(netSales),
    isShopActive,
    ceiling,
    heldUntil: Number(heldUntil),
    isClosed,
  };
}

/** The terminal's batches that the ledger took, oldest first. @param sinceBlock First block that is looked at. */
export async function readOutcomes(
  suite: Suite,
  { contract }: Pick<ProgrammeHandle, "contract">,
  terminal: string,
  sinceBlock: number,
): Promise<BatchOutcome[]> {
  const filter = contract.filters.ReceiptsRecorded(terminal);
  const events = await readEvents(suite, contract, filter, sinceBlock);
  return events.map(({ args }) => {
    const { cycle, firstNumber, items, rejections, stop } = args;
    return decodeOutcomes({ terminal: args.terminal, cycle, firstNumber, items, rejections, stop });
  });
}
