// SPDX-License-Identifier: Apache-2.0

import type { AccountNumber } from "#sdk/list/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { type Correction, honour, reenter, reenterLost, reverse } from "#sdk/receipts/index.ts";
import type { ResultClass } from "./classes.ts";
import type { Books } from "./classify.ts";
import type { Pair } from "./pair.ts";
import type { ChainReceipt, StatementRow } from "./types.ts";

/**
 * The correction that officers could agree on, if the chain would take one. Classes that are settled without a correction have
 * none, and neither has a claim that the household's entitlement does not cover.
 */
export function suggest(pair: Pair, name: ResultClass, books: Books): Correction | null {
  return SUGGESTIONS[name]?.(pair, books) ?? null;
}

type Suggestion = (pair: Pair, books: Books) => Correction | null;

const SUGGESTIONS: Partial<Readonly<Record<ResultClass, Suggestion>>> = {
  AmountDiffers: (pair, books) => replace(pair, books, "WRONG-AMOUNT"),
  AccountDiffers: (pair, books) => replace(pair, books, "WRONG-ACCOUNT"),
  MissingInStatement: ({ chain }) => (chain?.kind === "sale" ? reverse(chain, "NOT-CLAIMED") : null),
  MissingOnChain: enterLost,
  RejectedOnChain: honourClaim,
};

/** The receipt as the statement has it, in place of what the chain credited. */
function replace({ statement, chain }: Pair, { remaining }: Books, reason: string): Correction | null {
  if (!isSale(statement) || !isSale(chain) || statement.account === "unknown") return null;
  const account = statement.account ?? chain.account;
  const gained = account === chain.account ? chain.amount : 0n;
  const needed = amountOf(statement.amount > gained ? statement.amount - gained : 0n);
  if (!remaining.take(account, needed)) return null;
  return reenter(chain, { account, amount: statement.amount }, reason);
}

/** A receipt that never reached the chain can be entered from paper once its terminal is revoked and cannot send it any more. */
function enterLost({ statement, terminal }: Pair, { input, remaining }: Books): Correction | null {
  if (!isSale(statement) || !terminal || statement.account === null || statement.account === "unknown")
    return null;
  const { account, amount, number } = statement;
  const hasEnough = remaining.take(account, amount);
  if (!hasEnough || terminal.status !== "revoked") return null;
  const place = { terminal: terminal.terminal, cycle: input.scope.cycle, number };
  return reenterLost(place, { account, amount }, "LOST-TERMINAL");
}

/** What the statement claims of a rejected sale, at most what its receipt says and what the household has left. */
function honourClaim({ statement, chain }: Pair, { remaining }: Books): Correction | null {
  if (!isSale(statement) || !isSale(chain) || !isAbout(statement, chain.account)) return null;
  const claimed = least(statement.amount, chain.amount);
  const amount = least(claimed, remaining.of(chain.account));
  if (amount === 0n || !remaining.take(chain.account, amount)) return null;
  return honour(chain, { account: chain.account, amount }, "HONOURED");
}

function isAbout(row: StatementRow, account: AccountNumber): boolean {
  return row.account === null || row.account === account;
}

function isSale<T extends StatementRow | ChainReceipt>(side: T | null): side is T & { kind: "sale" } {
  return side?.kind === "sale";
}

function least(a: Amount, b: Amount): Amount {
  return a < b ? a : b;
}
