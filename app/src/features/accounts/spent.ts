// SPDX-License-Identifier: Apache-2.0

import { type Amount, amountOf } from "#sdk/money/amount.ts";
import type { Receipt } from "../../shared/api/index.ts";

/**
 * What an account spent in a cycle, by its receipts with their refunds and corrections.
 * @param receipts All of the account in a programme, also those that a correction gave to it or took from it.
 * @returns Ledger units.
 */
export function spentOf(receipts: readonly Receipt[], account: number, cycle: number): Amount {
  let spent = 0n;
  for (const receipt of receipts) {
    if (receipt.cycle === cycle) spent += takenBy(receipt, account);
  }
  return amountOf(spent);
}

function takenBy(receipt: Receipt, account: number): bigint {
  const { outcome, kind, amount, correction } = receipt;
  const isOwn = receipt.account === account;
  if (outcome === "credited") return isOwn ? (kind === "refund" ? -amount : amount) : 0n;
  if (outcome !== "corrected" || correction === undefined) return 0n;
  if (correction.kind === "Honour") return correction.account === account ? correction.amount : 0n;
  if (correction.kind === "ReEnter") return correction.newAccount === account ? correction.newAmount : 0n;
  // Reversed: it counts for nobody.
  return 0n;
}
