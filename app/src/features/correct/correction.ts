// SPDX-License-Identifier: Apache-2.0

import type { TerminalReceipt } from "#sdk/agency/index.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import type { Amount } from "#sdk/money/index.ts";
import {
  type Correction,
  type CorrectionKind,
  cycleId,
  type Entry,
  receiptNumber,
  terminalAddress,
} from "#sdk/receipts/index.ts";

/** What the page was asked for: a receipt, and perhaps a suggestion by the reconciliation. Amount in ledger units. */
export interface Wanted {
  readonly terminal: string;
  readonly number: number;
  readonly cycle?: number;
  readonly kind?: CorrectionKind;
  readonly account?: number;
  readonly amount?: string;
}

/** Which corrections fit a receipt: a rejected one can be honoured, a credited one taken back or replaced, a lost one entered. */
export function fittingKinds({ receipt }: TerminalReceipt): readonly CorrectionKind[] {
  if (receipt === undefined) return ["reenter"];
  return receipt.outcome === "rejected" ? ["honour"] : ["reverse", "reenter"];
}

/** What the form holds. */
export interface Entered {
  readonly kind: CorrectionKind;
  readonly cycle: number;
  readonly account: number;
  readonly amount: Amount;
  readonly reason: string;
}

/** The correction that officers agree on. */
export function correctionOf(
  { terminal, number }: Wanted,
  found: TerminalReceipt,
  { kind, cycle, account, amount, reason }: Entered,
): Correction {
  const right: Entry = { account: accountNumberOf(account), amount };
  const place = { terminal: terminalAddress(terminal), number: receiptNumber(number), reason };
  const { receipt } = found;
  if (receipt === undefined) return { ...place, cycle: cycleId(cycle), kind, new: right };
  const before: Entry = { account: receipt.account, amount: receipt.amount };
  const whole = { ...place, cycle: receipt.cycle, kind };
  if (kind === "honour") return { ...whole, old: right };
  return kind === "reverse" ? { ...whole, old: before } : { ...whole, old: before, new: right };
}
