// SPDX-License-Identifier: Apache-2.0

import type { Log, Result } from "ethers";
import { AGREEMENT } from "#sdk/agency/faces.ts";
import { blockTimes, readLogs } from "#sdk/agency/logs.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import {
  FINDINGS,
  type Finding,
  MILESTONE_STATES,
  type MilestoneState,
  PARTIES,
  type Party,
} from "./names.ts";
import { type AgreementTerms, decodeTerms } from "./signedTerms.ts";

/** What happened in an agreement; amounts in ledger units, hashes and addresses as the ledger has them. */
export type Happening =
  | { readonly kind: "offered"; readonly termsHash: string; readonly terms: AgreementTerms }
  | { readonly kind: "dropped"; readonly termsHash: string; readonly by: string }
  | {
      readonly kind: "accepted";
      readonly version: number;
      readonly termsHash: string;
      readonly by: string;
    }
  | {
      readonly kind: "submitted";
      readonly milestone: number;
      readonly evidence: string;
      readonly by: string;
      readonly claimed: Amount;
      readonly version: number;
      /** Where the partner says that the file is. */
      readonly uri: string;
    }
  | {
      readonly kind: "verified";
      readonly milestone: number;
      readonly evidence: string;
      readonly by: string;
    }
  | {
      readonly kind: "returned";
      readonly milestone: number;
      readonly evidence: string;
      readonly by: string;
      readonly finding: Finding;
      readonly report: string;
    }
  | {
      readonly kind: "proposed" | "authorised";
      readonly milestone: number;
      readonly by: string;
      readonly amount: Amount;
      readonly finding: Finding;
    }
  | {
      readonly kind: "paid" | "refused";
      readonly milestone: number;
      readonly to: string;
      readonly amount: Amount;
    }
  | {
      readonly kind: "closed";
      readonly milestone: number;
      readonly state: MilestoneState;
      readonly paid: Amount;
    }
  | {
      readonly kind: "disputed";
      readonly milestone: number;
      readonly by: string;
      readonly disputed: Amount;
      readonly reason: string;
    }
  | {
      readonly kind: "decided";
      readonly milestone: number;
      readonly by: string;
      readonly toPartner: Amount;
      readonly toAgency: Amount;
      readonly decision: string;
    }
  | {
      readonly kind: "spendingReported";
      readonly milestone: number;
      readonly evidence: string;
      readonly by: string;
      readonly spent: Amount;
      readonly uri: string;
    }
  | {
      readonly kind: "spendingAccepted";
      readonly milestone: number;
      readonly evidence: string;
      readonly amount: Amount;
      readonly finding: Finding;
    }
  | {
      readonly kind: "refunded";
      readonly milestone: number;
      readonly by: string;
      readonly amount: Amount;
    }
  | { readonly kind: "accountedFor"; readonly milestone: number }
  | { readonly kind: "sourceRecorded"; readonly source: string; readonly document: string }
  | {
      readonly kind: "escrowed" | "credited" | "sentBack" | "sendRefused";
      readonly source: string;
      readonly amount: Amount;
    }
  | {
      readonly kind: "notice";
      readonly party: Party;
      readonly endsAt: number;
      readonly reason: string;
    }
  | { readonly kind: "noticeWithdrawn"; readonly party: Party; readonly by: string }
  | { readonly kind: "terminated"; readonly party: Party }
  | { readonly kind: "completed"; readonly by: string };

/** Something that happened, with where the ledger says so. */
export type StoryEntry = Happening & {
  /** Unix seconds of the block. */
  readonly at: number;
  readonly block: number;
  readonly logIndex: number;
  readonly transaction: string;
};

const finding = (value: unknown): Finding => FINDINGS[Number(value)] ?? "Other";
const party = (value: unknown): Party => PARTIES[Number(value)] ?? "None";
const money = (value: unknown): Amount => amountOf(BigInt(String(value)));
const whole = (value: unknown): number => Number(value);

/** How each event reads; what is not here (proposals of acts) is read where acts are. */
const READERS: Readonly<Record<string, (args: Result) => Happening>> = {
  TermsOffered: ({ termsHash, terms }) => ({ kind: "offered", termsHash, terms: decodeTerms(terms) }),
  OfferDropped: ({ termsHash, officer }) => ({ kind: "dropped", termsHash, by: officer }),
  TermsAccepted: ({ version, termsHash, officer }) => ({
    kind: "accepted",
    version: whole(version),
    termsHash,
    by: officer,
  }),
  MilestoneSubmitted: ({ milestone, evidence, submitter, claimed, termsVersion, uri }) => ({
    kind: "submitted",
    milestone: whole(milestone),
    evidence,
    by: submitter,
    claimed: money(claimed),
    version: whole(termsVersion),
    uri,
  }),
  MilestoneVerified: ({ milestone, evidence, monitor }) => ({
    kind: "verified",
    milestone: whole(milestone),
    evidence,
    by: monitor,
  }),
  MilestoneReturned: ({ milestone, evidence, officer, finding: found, report }) => ({
    kind: "returned",
    milestone: whole(milestone),
    evidence,
    by: officer,
    finding: finding(found),
    report,
  }),
  AuthorisationProposed: (args) => authorisation("proposed", args),
  MilestoneAuthorised: (args) => authorisation("authorised", args),
  MilestonePaid: (args) => payment("paid", args),
  PaymentRefused: (args) => payment("refused", args),
  MilestoneClosed: ({ milestone, state, paid }) => ({
    kind: "closed",
    milestone: whole(milestone),
    state: MILESTONE_STATES[whole(state)] ?? "None",
    paid: money(paid),
  }),
  MilestoneDisputed: ({ milestone, officer, disputed, reason }) => ({
    kind: "disputed",
    milestone: whole(milestone),
    by: officer,
    disputed: money(disputed),
    reason,
  }),
  DisputeDecided: ({ milestone, arbiter, toPartner, toAgency, decision }) => ({
    kind: "decided",
    milestone: whole(milestone),
    by: arbiter,
    toPartner: money(toPartner),
    toAgency: money(toAgency),
    decision,
  }),
  SpendingReported: ({ milestone, evidence, officer, spent, uri }) => ({
    kind: "spendingReported",
    milestone: whole(milestone),
    evidence,
    by: officer,
    spent: money(spent),
    uri,
  }),
  SpendingAccepted: ({ milestone, evidence, amount, finding: found }) => ({
    kind: "spendingAccepted",
    milestone: whole(milestone),
    evidence,
    amount: money(amount),
    finding: finding(found),
  }),
  AdvanceRefunded: ({ milestone, payer, amount }) => ({
    kind: "refunded",
    milestone: whole(milestone),
    by: payer,
    amount: money(amount),
  }),
  AdvanceAccountedFor: ({ milestone }) => ({ kind: "accountedFor", milestone: whole(milestone) }),
  SourceRecorded: ({ source, document }) => ({ kind: "sourceRecorded", source, document }),
  Escrowed: (args) => movement("escrowed", args),
  ReturnCredited: (args) => movement("credited", args),
  Returned: (args) => movement("sentBack", args),
  ReturnRefused: (args) => movement("sendRefused", args),
  NoticeGiven: ({ party: of, endsAt, reason }) => ({
    kind: "notice",
    party: party(of),
    endsAt: whole(endsAt),
    reason,
  }),
  NoticeWithdrawn: ({ party: of, officer }) => ({ kind: "noticeWithdrawn", party: party(of), by: officer }),
  AgreementTerminated: ({ party: of }) => ({ kind: "terminated", party: party(of) }),
  AgreementCompleted: ({ officer }) => ({ kind: "completed", by: officer }),
};

/** Everything that happened in an agreement, oldest first, read from the node's own logs. */
export async function readStory(
  suite: Pick<Suite, "provider" | "deployment">,
  agreement: string,
): Promise<StoryEntry[]> {
  const logs = await readLogs(suite, agreement);
  const times = await blockTimes(
    suite,
    logs.map(({ blockNumber }) => blockNumber),
  );
  return logs.flatMap((log) => {
    const happening = happeningOf(log);
    if (happening === undefined) return [];
    const { blockNumber: block, index: logIndex, transactionHash: transaction } = log;
    return [{ ...happening, at: times.get(block) ?? 0, block, logIndex, transaction }];
  });
}

function happeningOf({ topics, data }: Pick<Log, "topics" | "data">): Happening | undefined {
  const event = AGREEMENT.parseLog({ topics: [...topics], data });
  return event === null ? undefined : READERS[event.name]?.(event.args);
}

function authorisation(kind: "proposed" | "authorised", args: Result): Happening {
  const { milestone, officer, amount, finding: found } = args;
  return { kind, milestone: whole(milestone), by: officer, amount: money(amount), finding: finding(found) };
}

function payment(kind: "paid" | "refused", { milestone, payout, amount }: Result): Happening {
  return { kind, milestone: whole(milestone), to: payout, amount: money(amount) };
}

function movement(
  kind: "escrowed" | "credited" | "sentBack" | "sendRefused",
  { source, amount }: Result,
): Happening {
  return { kind, source, amount: money(amount) };
}

/** Terms by version, and what is on offer, as the story has them. */
export interface TermsHistory {
  /** Signed by both, oldest first. */
  readonly signed: readonly SignedTerms[];
  /** The latest offer that was neither accepted nor dropped; the agreement says whether it has lapsed. */
  readonly offered?: Pick<SignedTerms, "terms" | "termsHash" | "offeredAt">;
}

export interface SignedTerms {
  readonly terms: AgreementTerms;
  readonly termsHash: string;
  readonly offeredAt: number;
  readonly acceptedAt: number;
}

export function termsHistory(story: readonly StoryEntry[]): TermsHistory {
  const signed: SignedTerms[] = [];
  let open: TermsHistory["offered"];
  for (const entry of story) {
    if (entry.kind === "offered") {
      open = { terms: entry.terms, termsHash: entry.termsHash, offeredAt: entry.at };
    } else if (entry.kind === "dropped") {
      open = undefined;
    } else if (entry.kind === "accepted" && open !== undefined) {
      signed.push({ ...open, acceptedAt: entry.at });
      open = undefined;
    }
  }
  return { signed, ...(open === undefined ? {} : { offered: open }) };
}

/** What happened to one milestone, oldest first. */
export function storyOf(story: readonly StoryEntry[], milestone: number): StoryEntry[] {
  return story.filter((entry) => "milestone" in entry && entry.milestone === milestone);
}
