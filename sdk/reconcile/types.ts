// SPDX-License-Identifier: Apache-2.0

import type { AccountNumber } from "#sdk/list/index.ts";
import type { Amount, Currency } from "#sdk/money/index.ts";
import type {
  Correction,
  CorrectionKind,
  CycleId,
  Day,
  ReceiptKind,
  ReceiptNumber,
  RejectionName,
  TerminalAddress,
} from "#sdk/receipts/index.ts";
import type { ResultClass } from "./classes.ts";

/** One row of a shop's statement: a receipt for which the shop wants to be paid. */
export interface StatementRow {
  /** Place in the shop's file, as the spreadsheet numbers it. */
  readonly row: number;
  /** An address; or what the shop wrote when that is no terminal that the office knows. */
  readonly terminal: TerminalAddress | { readonly unknown: string };
  readonly number: ReceiptNumber;
  readonly kind: ReceiptKind;
  /** Above zero, of a refund too. */
  readonly amount: Amount;
  /** Null when the statement does not say it. "unknown" when it names a household that has no account. */
  readonly account: AccountNumber | "unknown" | null;
  /** Null when the statement does not say it. */
  readonly day: Day | null;
}

/** A receipt as the chain has it, or a correction of one that never reached it. */
export interface ChainReceipt {
  readonly terminal: TerminalAddress;
  readonly number: ReceiptNumber;
  readonly cycle: CycleId;
  readonly kind: ReceiptKind;
  readonly account: AccountNumber;
  readonly amount: Amount;
  /** Null for refunds, which carry the number of the sale instead. */
  readonly day: Day | null;
  /** "absent": it never reached the chain, and its correction entered it. */
  readonly outcome: "credited" | "rejected" | "absent";
  readonly rejection?: RejectionName;
  readonly correction?: ChainCorrection;
  /**
   * What earlier settlements paid for it; negative for a refund that they took off. Absent: what it counts now if the terminal's
   * mark `settledThrough` covers it, else nothing.
   */
  readonly paid?: Amount;
}

/** What a receipt was corrected to. */
export interface ChainCorrection {
  readonly kind: CorrectionKind;
  /** What counts now; amount 0 when the receipt was reversed. */
  readonly account: AccountNumber;
  readonly amount: Amount;
}

/** A terminal of the shop. */
export interface ShopTerminal {
  readonly terminal: TerminalAddress;
  readonly status: "active" | "revoked";
  /** The receipt number that the chain expects next. */
  readonly nextNumber: number;
  /** Last receipt that an earlier settlement of this cycle covers; absent when there was none. */
  readonly settledThrough?: number;
}

/** Whose books are compared, and in which unit. */
export interface ReconcileScope {
  readonly chainId: bigint;
  readonly programme: string;
  readonly shop: number;
  readonly cycle: CycleId;
  readonly currency: Currency;
}

export interface ReconcileInput {
  readonly scope: ReconcileScope;
  /** The approved list of the cycle: what each account was entitled to. */
  readonly list: ReadonlyMap<AccountNumber, Amount>;
  /**
   * What accounts have left now, by the chain. For accounts that are not in it: what the list says, less what the given receipts
   * took, which is too much for households that shop elsewhere too.
   */
  readonly left?: ReadonlyMap<AccountNumber, Amount>;
  /** All terminals of the shop, revoked ones included. */
  readonly terminals: readonly ShopTerminal[];
  /** The shop's receipts. Those of other cycles are left out of account. */
  readonly receipts: readonly ChainReceipt[];
  readonly statement: readonly StatementRow[];
  /** What the chain owes the shop in this cycle: gross less refunds less settled. Absent: not compared. */
  readonly owed?: Amount;
}

/** One pair of a statement's row and a receipt, or one of them alone, with the one class that it belongs to. */
export interface ResultRow {
  readonly class: ResultClass;
  /** RECO-1xx. */
  readonly code: string;
  readonly statement: StatementRow | null;
  readonly chain: ChainReceipt | null;
  /** What the statement asks for this receipt; refunds are negative. */
  readonly claimed: Amount;
  /** What the chain counts and no settlement has paid yet; refunds are negative. */
  readonly counted: Amount;
  /** claimed - counted. */
  readonly difference: Amount;
  /** One sentence what was found. */
  readonly reason: string;
  /** One sentence what to do. */
  readonly next: string;
  /** What officers could enter on chain, if they agree. */
  readonly correction: Correction | null;
}

export interface ClassTotal {
  readonly rows: number;
  readonly claimed: Amount;
  readonly counted: Amount;
  readonly difference: Amount;
}

export interface Reconciliation {
  readonly scope: ReconcileScope;
  /** First the statement's rows in their order, then the other receipts by terminal and number. */
  readonly rows: readonly ResultRow[];
  /** claimed: the statement's total; counted: what the chain owes for receipts; difference: the one less the other. */
  readonly total: ClassTotal;
  /** Every class, in the order of the catalogue; the sum of them is `total`. */
  readonly classes: Readonly<Record<ResultClass, ClassTotal>>;
  /** Last receipt on chain of each terminal that has any: what a settlement of this reconciliation covers. */
  readonly lastReceipts: readonly { readonly terminal: TerminalAddress; readonly number: number }[];
  /** What the chain owes the shop beyond the receipts given: 0 when they are complete; null when the debt was not given. */
  readonly unexplained: Amount | null;
}
