// SPDX-License-Identifier: Apache-2.0

import { formatAmount, ZERO } from "#sdk/money/index.ts";
import { formatDay, REJECTIONS } from "#sdk/receipts/index.ts";
import { countedEntry, owedFor, paidFor } from "./chainValue.ts";
import type { Facts, ResultClass } from "./classes.ts";
import type { Pair } from "./pair.ts";
import type { Remaining } from "./remaining.ts";
import type { ChainReceipt, ReconcileInput, StatementRow } from "./types.ts";

/** A class, and the words for its sentences. */
export interface Finding {
  readonly class: ResultClass;
  readonly facts: Facts;
}

/** What findings depend on beside the pair itself. */
export interface Books {
  readonly input: ReconcileInput;
  readonly remaining: Remaining;
}

/** The one class that a pair belongs to. The first cause in this order decides. */
export function classify(pair: Pair, books: Books): Finding {
  const { statement, chain } = pair;
  if (!pair.terminal) return { class: "UnknownTerminal", facts: {} };
  if (pair.repeats) return { class: "DuplicateInStatement", facts: { row: pair.repeats.row } };
  if (pair.isOtherCycle) return { class: "OtherCycle", facts: {} };
  if (chain) return classifyChain(pair, chain, books) ?? compare(statement, chain, books);
  if (statement) return classifyMissing(statement, books);
  throw new RangeError("a pair without a row and a receipt");
}

/** What the chain and the list alone decide; undefined for a credited receipt in good order. */
function classifyChain(pair: Pair, chain: ChainReceipt, books: Books): Finding | undefined {
  const isPaid = paidFor(chain, pair.terminal) !== ZERO && owedFor(chain, pair.terminal) === ZERO;
  if (isPaid) return { class: "AlreadySettled", facts: {} };
  if (chain.correction)
    return { class: "AlreadyCorrected", facts: { counted: money(chain.correction.amount, books) } };
  if (chain.outcome === "rejected") return { class: "RejectedOnChain", facts: rejectionFacts(chain) };
  const listed = books.input.list.get(chain.account);
  // The chain debits nobody beyond the approved list, so here another list was given than the one that was approved.
  if (listed === undefined) return { class: "NotInList", facts: {} };
  return chain.amount > listed ? overEntitlement(chain, books) : undefined;
}

/** A row that is not on chain. */
function classifyMissing(row: StatementRow, books: Books): Finding {
  const { account } = row;
  const isListed = account !== "unknown" && (account === null || books.input.list.has(account));
  if (!isListed) return { class: "NotInList", facts: {} };
  if (row.kind === "refund" || account === null) return { class: "MissingOnChain", facts: {} };
  return row.amount > books.remaining.of(account)
    ? overEntitlement({ account }, books)
    : { class: "MissingOnChain", facts: {} };
}

/** A credited receipt, against what the statement says of it. */
function compare(row: StatementRow | null, chain: ChainReceipt, books: Books): Finding {
  if (row === null) return { class: "MissingInStatement", facts: {} };
  const { isSameMoney, isSameAccount, isSameDay } = likeness(row, chain);
  if (isSameMoney && isSameAccount && isSameDay) return { class: "Matched", facts: {} };
  const name = !isSameMoney ? "AmountDiffers" : !isSameAccount ? "AccountDiffers" : "DateDiffers";
  const words = (side: StatementRow | ChainReceipt) => [
    ...(isSameMoney ? [] : [`a ${side.kind} of ${money(side.amount, books)}`]),
    ...(isSameAccount
      ? []
      : [side.account === "unknown" ? "a household without account" : `account ${side.account}`]),
    ...(isSameDay || side.day === null ? [] : [formatDay(side.day)]),
  ];
  return { class: name, facts: { claimed: words(row).join(", "), counted: words(chain).join(", ") } };
}

function likeness(row: StatementRow, chain: ChainReceipt) {
  const entry = countedEntry(chain);
  return {
    isSameMoney: row.kind === entry.kind && row.amount === entry.amount,
    isSameAccount: row.account === null || row.account === entry.account,
    isSameDay: row.day === null || chain.day === null || row.day === chain.day,
  };
}

function overEntitlement({ account }: Pick<ChainReceipt, "account">, books: Books): Finding {
  const listed = books.input.list.get(account) ?? ZERO;
  return {
    class: "OverEntitlement",
    facts: { left: money(books.remaining.of(account), books), listed: money(listed, books) },
  };
}

function rejectionFacts({ rejection }: ChainReceipt): Facts {
  if (!rejection) return { code: "RCPT", rejection: "for a reason that was not given" };
  const { code, summary } = REJECTIONS[rejection];
  return { code, rejection: `${summary.charAt(0).toLowerCase()}${summary.slice(1, -1)}` };
}

function money(amount: Parameters<typeof formatAmount>[0], { input }: Books): string {
  const { currency } = input.scope;
  return `${formatAmount(amount, currency)} ${currency.code}`;
}
