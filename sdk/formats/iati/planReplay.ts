// SPDX-License-Identifier: Apache-2.0

import { type Decimal, onScale, sumDecimals } from "../decimal.ts";
import { ExportError } from "../ExportError.ts";
import { TRANSACTION } from "./codes.ts";
import type { ReadActivity, ReadTransaction } from "./readActivities.ts";

/** Types of transaction that can stand for donors' money: received, or promised to the publisher. */
export const INCOMING = [TRANSACTION.incomingFunds, TRANSACTION.incomingCommitment] as const;
export type Incoming = (typeof INCOMING)[number];

/** The money of the fund that gets the contributions. */
export interface ReplayMoney {
  /** ISO 4217. */
  readonly currency: string;
  /** Of the ledger unit. */
  readonly decimals: number;
}

/** A transaction of the file as it is given to a fund. */
export interface ReplayedContribution {
  /** Ledger units. */
  readonly amount: bigint;
  /** The publisher's own reference where it has one that fits; else the place in the file, "A3/T12". At most 31 plain characters. */
  readonly reference: string;
}

/**
 * Why a transaction is not replayed:
 * - otherType: it is no incoming money, or of the other incoming type;
 * - otherCurrency: its value is in another currency, and the publisher gives no conversion;
 * - notPositive: nothing, or money taken back: a fund's contributions are final;
 * - tooFine: it has more decimals than the ledger, and is not rounded.
 */
export type LeftOutReason = "otherType" | "otherCurrency" | "notPositive" | "tooFine";

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly transactions: number;
  /** Exact sums in the currencies that the file states. */
  readonly totals: ReadonlyMap<string, Decimal>;
}

export interface ReplayPlan {
  readonly incoming: Incoming;
  /** In the order of the file. */
  readonly contributions: readonly ReplayedContribution[];
  /** Ledger units. */
  readonly total: bigint;
  /** What of the file is not in the total; empty when everything is. */
  readonly leftOut: readonly LeftOut[];
}

type Verdict = ReplayedContribution | LeftOutReason;

/**
 * Plan how the incoming money of an activities file is given to a fund, to the last digit that the file has.
 * @param incoming Which type stands for the money; by default the one that the file has.
 * @throws ExportError EXPORT-203 when the file has both, which would count the same money twice, or none.
 */
export function planReplay(
  activities: readonly ReadActivity[],
  money: ReplayMoney,
  incoming: Incoming = onlyIncoming(activities),
): ReplayPlan {
  const judged = activities.flatMap(({ transactions }, a) =>
    transactions.map((transaction, t) => ({
      transaction,
      verdict: judge(transaction, `A${a + 1}/T${t + 1}`, money, incoming),
    })),
  );
  const contributions = judged.flatMap(({ verdict }) => (typeof verdict === "string" ? [] : [verdict]));
  const refused = Map.groupBy(judged, ({ verdict }) => (typeof verdict === "string" ? verdict : undefined));
  return {
    incoming,
    contributions,
    total: contributions.reduce((sum, { amount }) => sum + amount, 0n),
    leftOut: [...refused].flatMap(([reason, group]) =>
      reason === undefined
        ? []
        : [
            leftOut(
              reason,
              group.map(({ transaction }) => transaction),
            ),
          ],
    ),
  };
}

function onlyIncoming(activities: readonly ReadActivity[]): Incoming {
  const types = new Set(activities.flatMap(({ transactions }) => transactions.map(({ type }) => type)));
  const [found, other] = INCOMING.filter((type) => types.has(type));
  if (found === undefined) throw new ExportError("noIncoming", { found: "none" });
  if (other !== undefined) throw new ExportError("noIncoming", { found: "both" });
  return found;
}

function judge(
  { type, ref, value, currency, equivalents }: ReadTransaction,
  place: string,
  money: ReplayMoney,
  incoming: Incoming,
): Verdict {
  if (type !== incoming) return "otherType";
  // The publisher's own figure in that currency goes first, as in totalIn: only so does the sum tie with the publisher's.
  const stated = equivalents.get(money.currency) ?? (currency === money.currency ? value : undefined);
  if (stated === undefined) return "otherCurrency";
  if (stated.units <= 0n) return "notPositive";
  const amount = exactUnits(stated, money.decimals);
  if (amount === undefined) return "tooFine";
  return { amount, reference: ref !== undefined && FITS.test(ref) ? ref : place };
}

/** What fits the 32 bytes of a reference as text. */
const FITS = /^[\x20-\x7e]{1,31}$/;

function exactUnits(number: Decimal, decimals: number): bigint | undefined {
  const factor = 10n ** BigInt(Math.max(0, number.scale - decimals));
  return number.units % factor === 0n ? onScale(number, decimals) : undefined;
}

function leftOut(reason: LeftOutReason, transactions: readonly ReadTransaction[]): LeftOut {
  const byCurrency = Map.groupBy(transactions, ({ currency }) => currency);
  return {
    reason,
    transactions: transactions.length,
    totals: new Map(
      [...byCurrency].map(([currency, group]) => [currency, sumDecimals(group.map(({ value }) => value))]),
    ),
  };
}
