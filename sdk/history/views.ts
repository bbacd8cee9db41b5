// SPDX-License-Identifier: Apache-2.0

import type { CycleKind, CycleState, Modality, PayoutMode, SettlementState, ShopKind } from "./names.ts";

/**
 * What screens and the JSON API show. Amounts are decimal strings of ledger units (see `currency.decimals`), days are counted from
 * 1970-01-01, times are Unix seconds.
 */
export interface CurrencyView {
  /** ISO 4217 code. */
  readonly code: string;
  /** How many digits of a ledger unit stand after the decimal mark. */
  readonly decimals: number;
}

export interface BalancesView {
  readonly free: string;
  readonly reserved: string;
  readonly owed: string;
  readonly settled: string;
  readonly instructed: string;
  readonly fees: string;
}

export interface ProgrammeSummary {
  readonly address: string;
  readonly name: string;
  readonly organisation: { readonly id: number; readonly name: string };
  readonly currency: CurrencyView;
  readonly modality: Modality;
  readonly balances: BalancesView;
  /** Households of the largest cycle that was ever approved; null below the smallest group. */
  readonly households: number | null;
  /** Approved cycles that are not closed. */
  readonly cyclesOpen: number;
}

/** Why a switch of a programme may be paused; null where nobody pauses it. */
export interface PauseView {
  /** When the organisation's guardian paused it. */
  readonly since: number | null;
  /** When the pause of a member of the council lapses; a moment that has passed means that it has. */
  readonly until: number | null;
}

export interface ProgrammeDetail extends ProgrammeSummary {
  readonly asset: string;
  readonly payableStep: string;
  readonly purpose: string;
  readonly createdAt: number;
  /** Everything that was ever brought in, and what of it went back to its sources. */
  readonly funded: string;
  readonly returned: string;
  readonly pauses: { readonly redemptions: PauseView; readonly payouts: PauseView };
  /** When the programme was closed for good; null while it runs. */
  readonly closedAt: number | null;
}

export interface CycleView {
  readonly id: number;
  readonly state: CycleState;
  readonly kind: CycleKind;
  readonly parent: number | null;
  readonly periodFirstDay: number;
  readonly periodLastDay: number;
  readonly opensAt: number;
  readonly expiresAt: number;
  readonly graceEndsAt: number;
  /** Null when suppressed. */
  readonly households: number | null;
  /** The cycle has fewer than the smallest group households, so that their number is not shown. */
  readonly suppressed: boolean;
  readonly chunks: number;
  readonly chunksLoaded: number;
  readonly total: string;
  readonly loaded: string;
  readonly redeemed: string;
  readonly refunded: string;
  readonly settled: string;
  readonly approvals: number;
  /** Approvers that the amount needs; null until the first of them approved. */
  readonly needed: number | null;
}

export interface ShopView {
  readonly id: number;
  readonly code: string;
  readonly kind: ShopKind;
  readonly payoutMode: PayoutMode;
  readonly isActive: boolean;
  readonly gross: string;
  readonly refunds: string;
  readonly settled: string;
  readonly owed: string;
  /** Terminals that are not revoked. */
  readonly terminals: number;
  readonly lastReceiptDay: number | null;
}

export interface CorrectionView {
  readonly kind: string;
  readonly account: number;
  readonly amount: string;
  readonly newAccount: number | null;
  readonly newAmount: string;
  readonly reason: string;
  readonly day: number;
  readonly transaction: string;
}

/** What the terminal said, and what became of it. */
export interface ReceiptView {
  readonly terminal: string;
  readonly number: number;
  readonly cycle: number;
  readonly shop: number;
  readonly account: number;
  readonly amount: string;
  readonly kind: "sale" | "refund";
  /** Of a sale. */
  readonly day?: number;
  /** Of a refund: the receipt number of its sale. */
  readonly saleNumber?: number;
  /** How the household was recognised; null when the receipt does not say. */
  readonly recognition: string | null;
  readonly outcome: "credited" | "rejected" | "corrected";
  readonly rejection?: string;
  readonly correction?: CorrectionView;
  readonly block: number;
  readonly transaction: string;
}

export interface SettlementView {
  readonly id: number;
  readonly shop: number;
  readonly cycle: number;
  readonly state: SettlementState;
  readonly amount: string;
  readonly withholding: string;
  readonly commission: string;
  readonly payment: string;
  readonly statement: string;
  readonly endToEndId: string | null;
  readonly bankStatement: string | null;
  readonly reason: string | null;
  readonly madeDay: number;
  readonly changedDay: number;
  readonly transaction: string;
}

export interface DocumentView {
  readonly hash: string;
  readonly organisation: { readonly id: number; readonly name: string };
  readonly kind: string;
  readonly officer: string;
  readonly subject: string;
  readonly recordedAt: number;
  readonly uri: string;
  readonly transaction: string;
}

/** Up to which block the answer holds. */
export interface IndexedTo {
  readonly number: number;
  readonly hash: string;
  /** Unix seconds. */
  readonly timestamp: number;
}

export interface StatusView {
  readonly chainId: number;
  /** Null until the first block was read. */
  readonly indexedTo: IndexedTo | null;
  /** Number of the newest block that the node told of; null when it never answered. */
  readonly headSeen: number | null;
  readonly programmes: number;
  /** Code of the error that reading the chain stands still for; null while all is well. */
  readonly problem: string | null;
}

/** A list as the API answers it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly indexedTo: IndexedTo | null;
}

/** A single thing as the API answers it. */
export type Answer<T> = T & { readonly indexedTo: IndexedTo | null };

export interface CheckView {
  readonly ok: boolean;
  readonly problems: readonly { readonly rule: string; readonly expected: string; readonly actual: string }[];
}

export interface ErrorView {
  readonly error: { readonly code: string; readonly message: string; readonly next: string };
}
