// SPDX-License-Identifier: Apache-2.0

import type { EntryKind, MoneyState } from "./entryKinds.ts";
import type { CurrencyView } from "./views.ts";

export type * from "./partnerViews.ts";

/**
 * What donors, partners and the council see: see views.ts for units. Amounts are decimal strings of ledger units of the asset; a code
 * of "XXX" means that no contract says which currency the asset stands for.
 */

export interface OrganisationRef {
  readonly id: number;
  readonly name: string;
}

/** Something with a page of its own. */
export interface Ref {
  readonly kind: "fund" | "programme" | "agreement";
  readonly address: string;
  readonly name: string;
}

/** The number of a state: what the entries of the timeline with this state and asset add up to. */
export interface StateTotal {
  readonly state: MoneyState;
  readonly amount: string;
  /** How many entries there are: `/api/timeline?asset=...&state=...` lists them with their transactions. */
  readonly entries: number;
  /** Of the amount: in donor funds, in programmes, in agreements. */
  readonly funds: string;
  readonly programmes: string;
  readonly agreements: string;
}

/** Where the money that was contributed is now, from the books of each contract. All of them and `unexplained` add up to contributed. */
export interface Whereabouts {
  /** In funds: waiting to be allocated. */
  readonly inFunds: string;
  /** In funds: came back, and is not booked yet. */
  readonly unbooked: string;
  /** In programmes: neither reserved nor spent. */
  readonly free: string;
  /** In programmes: kept for shops' commissions. */
  readonly fees: string;
  readonly reserved: string;
  /** In programmes: sold by shops, and not settled yet. */
  readonly owed: string;
  /** Instructed to a bank that has not confirmed yet. */
  readonly instructed: string;
  /** Paid to shops. */
  readonly paidToShops: string;
  /** In the escrow of agreements. */
  readonly escrow: string;
  /** Paid to partners, less unspent advances that came back. */
  readonly paidToPartners: string;
  /** Went back to sources that are no fund of the suite. */
  readonly returned: string;
}

/** What it costs to get money to households. Null where nobody knows. */
export interface CostView {
  /** Sales that counted: one is one transfer to a household. */
  readonly transfers: number;
  /** What these sales were worth. */
  readonly amount: string;
  /** Commissions paid or instructed to shops and agents, beside the sales. */
  readonly commission: string;
  /** Commission a transfer in ledger units, rounded down; null without transfers. */
  readonly commissionPerTransfer: string | null;
  /** Gas of the transactions that brought the sales to the ledger; null where the index has not read it. */
  readonly gas: GasView | null;
}

export interface GasView {
  /** Transactions whose gas is known, and the sales that they carried. */
  readonly transactions: number;
  readonly transfers: number;
  readonly gasUsed: string;
  /** What was paid for it, in wei. */
  readonly wei: string;
}

/** A rate at which units of a local currency were issued against a recorded funding. */
export interface RateView {
  readonly amount: string;
  /** Minor units of the source currency. */
  readonly sourceAmount: string;
  readonly sourceCurrency: string;
  /** Smallest units of the asset for a minor unit of the source currency, scaled by 10^18. */
  readonly rate: string;
  /** keccak256 of the funding document. */
  readonly document: string;
  readonly transaction: string;
}

export interface AssetOverview {
  /** Address of the token. */
  readonly asset: string;
  readonly currency: CurrencyView;
  /** In the order of MONEY_STATES. */
  readonly states: readonly StateTotal[];
  readonly whereabouts: Whereabouts;
  /** Contributed, and in none of the whereabouts; "0" when everything is explained. */
  readonly unexplained: string;
  /** Returns that funds could attribute to no contribution: a known part of what is unexplained. */
  readonly unattributed: string;
  readonly cost: CostView;
  /** Empty: no contract recorded a rate for this asset. */
  readonly rates: readonly RateView[];
}

export interface OverviewView {
  /** One for each token, in the order in which they became known. */
  readonly assets: readonly AssetOverview[];
  readonly reached: ReachView;
  readonly programmes: number;
  readonly agreements: number;
  readonly funds: number;
}

/** Households whose account had at least one sale, each counted once. At least so many: rounded down to a full ten, null below 10. */
export interface ReachView {
  readonly households: number | null;
  /** People; always null: no contract knows the size of a household. */
  readonly people: null;
}

export interface TimelineEntry {
  /** Grows with every entry: the cursor of the list. */
  readonly id: number;
  readonly day: number;
  readonly kind: EntryKind;
  /** The states in whose total the amount counts. */
  readonly states: readonly MoneyState[];
  /** Below zero where something is undone; null for entries without money. */
  readonly amount: string | null;
  readonly asset: string | null;
  readonly currency: CurrencyView | null;
  readonly organisation: OrganisationRef | null;
  readonly fund: Ref | null;
  readonly programme: Ref | null;
  readonly agreement: Ref | null;
  readonly cycle: number | null;
  readonly shop: number | null;
  /** Of the contribution, allocation, settlement, milestone, proposal: what the kind says. */
  readonly number: number | null;
  /** A code, reference or title that goes with it. */
  readonly note: string | null;
  /** Hash of a document that goes with it. */
  readonly document: string | null;
  readonly block: number;
  readonly transaction: string;
}

export interface FundSummary {
  readonly address: string;
  readonly name: string;
  readonly organisation: OrganisationRef;
  readonly asset: string;
  readonly currency: CurrencyView;
  readonly createdAt: number;
  /** Given by donors; came back and was booked; came back and is not booked; left to recipients; is there now. */
  readonly contributed: string;
  readonly returned: string;
  readonly unbooked: string;
  readonly allocated: string;
  readonly held: string;
  /** Returns beyond everything that was ever allocated to the recipient. */
  readonly unattributed: string;
  readonly contributions: number;
  readonly allocations: number;
}

/** The money earmarked for one recipient, or the unearmarked money. */
export interface PotView {
  /** Null for the unearmarked pot. */
  readonly earmark: Ref | null;
  readonly contributed: string;
  readonly allocated: string;
  readonly available: string;
}

export interface FundDetail extends FundSummary {
  /** The unearmarked pot first. */
  readonly pots: readonly PotView[];
}

export type ContributionKind = "given" | "unasked" | "returned" | "released";

export interface ContributionView {
  readonly id: number;
  /** Given by a donor; arrived unasked and was accepted; came back from a recipient; left in the pot of a closed recipient. */
  readonly kind: ContributionKind;
  /** Address; null for money that came unasked. */
  readonly donor: string | null;
  /** 32 bytes; null for what came back. Under this the contribution can be followed. */
  readonly reference: string | null;
  /** The reference as text, where it is one. */
  readonly referenceText: string | null;
  readonly earmark: Ref | null;
  readonly amount: string;
  /** The allocation that it came back from. */
  readonly parent: number | null;
  readonly day: number;
  readonly transaction: string;
}

export interface AllocationView {
  readonly id: number;
  /** "released": no money moved, an earmark was lifted; all of it came back as a contribution. */
  readonly kind: "allocated" | "released";
  readonly recipient: Ref;
  readonly isEarmarked: boolean;
  readonly reference: string | null;
  readonly referenceText: string | null;
  readonly amount: string;
  readonly returned: string;
  readonly day: number;
  readonly transaction: string;
}

/**
 * How far a part of a contribution has come:
 * - waiting: in the fund;
 * - returning: on its way back from the recipient, not booked by the fund yet;
 * - free: in the programme's budget or the agreement's escrow;
 * - fees: kept by the programme for shops' commissions;
 * - reserved: set aside for a cycle's households, or for a milestone that was submitted;
 * - redeemed: bought by households, owed to the shop;
 * - settled: instructed to a bank that has not confirmed; or an advance that the partner has not accounted for;
 * - reconciled: paid to the shop, or to the partner for verified work;
 * - unexplained: the recipient gave more back to another source than that had brought, and nothing says whose money it was.
 */
export type PartStage =
  | "waiting"
  | "returning"
  | "free"
  | "fees"
  | "reserved"
  | "redeemed"
  | "settled"
  | "reconciled"
  | "unexplained";

/** A part of a contribution. All parts of a contribution add up to it. */
export interface FollowPart {
  readonly stage: PartStage;
  readonly amount: string;
  /** Null while it waits in the fund. */
  readonly recipient: Ref | null;
  readonly cycle: number | null;
  readonly shop: { readonly id: number; readonly code: string } | null;
  readonly settlement: number | null;
  readonly milestone: number | null;
  /** Of the settlement or payment. */
  readonly day: number | null;
  readonly transaction: string | null;
}

export interface FollowStep {
  readonly allocation: number;
  readonly recipient: Ref;
  /** Of the contributions followed, what went into this allocation, and how much of that came back to the fund. */
  readonly amount: string;
  readonly returned: string;
  readonly day: number;
  readonly transaction: string;
}

export interface FollowView {
  readonly fund: Ref;
  readonly currency: CurrencyView;
  readonly reference: string;
  readonly referenceText: string | null;
  /** What was given under this reference, in order. */
  readonly contributions: readonly ContributionView[];
  readonly contributed: string;
  /** Where it went, allocation by allocation; money that came back and went again is in a step each time. */
  readonly steps: readonly FollowStep[];
  /** Where it is now; adds up to contributed. The part that has come furthest is first. */
  readonly parts: readonly FollowPart[];
  /**
   * What of it reached each state (see MONEY_STATES). Money that came back and went out again counts in allocated and returned each time, as
   * in the overview.
   */
  readonly states: readonly { readonly state: MoneyState; readonly amount: string }[];
}

/** A line of the breakdown: of a programme, one of its cycles or one of its shops. */
export interface BreakdownLine {
  readonly by: "programme" | "cycle" | "shop";
  readonly programme: Ref;
  readonly cycle: number | null;
  readonly shop: { readonly id: number; readonly code: string } | null;
  readonly currency: CurrencyView;
  /** Of a shop null: cycles reserve, not shops. */
  readonly reserved: string | null;
  readonly redeemed: string;
  readonly settled: string;
  /** Targeted households of a cycle (of a programme: of its largest cycle); null below 10, and for shops. */
  readonly targeted: number | null;
  /** Reached households, rounded down to a full ten; null below 10, and for shops. */
  readonly reached: number | null;
}

export interface BreakdownView {
  readonly lines: readonly BreakdownLine[];
  /** Always false: areas stand in the nameless lists that agencies keep, never on the ledger. */
  readonly hasAreas: false;
}
