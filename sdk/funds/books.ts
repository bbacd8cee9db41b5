// SPDX-License-Identifier: Apache-2.0

/**
 * The books of a donor fund as its events tell them (`Contributed`, `Allocated`, `AllocationReturned`, `EarmarkReleased`). A pot is a
 * line of money: the money earmarked for one recipient, or the unearmarked money. Places in it are ledger units from its beginning
 * and never change. Addresses are compared as they are written.
 */
export interface FundBooks {
  readonly contributions: readonly FundContribution[];
  readonly allocations: readonly FundAllocation[];
}

/** Money that joined a pot: a donor's, or what came back of an allocation. */
export interface FundContribution {
  readonly id: number;
  /** The donor, or the recipient that gave it back. */
  readonly donor: string;
  /** The recipient in whose pot it is; null for the unearmarked one. */
  readonly earmark: string | null;
  /** Place in the pot where it begins, and where it ends. */
  readonly from: bigint;
  readonly to: bigint;
  /** The allocation that it came back from, and where it had begun in that one's pot; null for what donors gave. */
  readonly parent: { readonly allocation: number; readonly from: bigint } | null;
}

/** Money that left a pot for a recipient. */
export interface FundAllocation {
  readonly id: number;
  readonly recipient: string;
  /** The pot that it left: the recipient's own, or null for the unearmarked one. */
  readonly earmark: string | null;
  readonly from: bigint;
  readonly to: bigint;
  /** How much of its tail came back. */
  readonly returned: bigint;
}
