// SPDX-License-Identifier: Apache-2.0

import { ZeroAddress, ZeroHash } from "ethers";
import type { IMilestoneAgreement } from "#bindings/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import {
  AGREEMENT_STATES,
  type AgreementState,
  FINDINGS,
  type Finding,
  MILESTONE_KINDS,
  MILESTONE_STATES,
  type MilestoneKind,
  type MilestoneState,
  PARTIES,
  type Party,
} from "./names.ts";

/** What an agreement costs and holds, ledger units; see IEscrow. */
export interface AgreementMoney {
  /** Paid, and what milestones that are not over can still cost. */
  readonly committed: Amount;
  /** Committed and not paid. */
  readonly pending: Amount;
  /** Brought in by sources, ever. */
  readonly escrowed: Amount;
  readonly paid: Amount;
  /** Unspent parts of advances that came back, ever. */
  readonly refunded: Amount;
  /** Sent back to sources, ever. */
  readonly returned: Amount;
  readonly held: Amount;
  /** Of what is held, for submissions that are not over. */
  readonly reserved: Amount;
  /** Of what is held, due to sources that refused it. */
  readonly credited: Amount;
  readonly unfunded: Amount;
  readonly excess: Amount;
}

/** A milestone as it stands. Times in Unix seconds. */
export interface Milestone {
  readonly milestone: number;
  readonly state: MilestoneState;
  readonly kind: MilestoneKind;
  readonly finding: Finding;
  /** Days since 1970-01-01. */
  readonly dueDay: number;
  readonly since: number;
  /** What the state's period ends at: review, time for a dispute, or the arbiter's time. */
  readonly periodEndsAt?: number;
  readonly verifications: number;
  /** The version of the terms that judges its latest submission; 0 before the first. */
  readonly termsVersion: number;
  /** How many verifications the terms of its submission ask for. */
  readonly quorum: number;
  readonly amount: Amount;
  readonly claimed: Amount;
  readonly authorised: Amount;
  /** What one officer proposed to authorise and another has not approved yet. */
  readonly proposed?: { readonly amount: Amount; readonly by: string };
  readonly paid: Amount;
  readonly isDecided: boolean;
  /** keccak256 of the document that says what is to be done; afterwards it is in the terms of the submission's version. */
  readonly description?: string;
  /** keccak256 of the latest evidence. */
  readonly evidence?: string;
}

/** The advance that is under way. */
export interface OpenAdvance {
  readonly milestone: number;
  readonly outstanding: Amount;
  /** Spending that is reported and not judged. */
  readonly reported: Amount;
  /** keccak256 of that report. */
  readonly report?: string;
}

/** An agreement as it stands now. Times in Unix seconds. */
export interface Agreement {
  readonly address: string;
  readonly agency: number;
  readonly partner: number;
  readonly asset: string;
  readonly title: string;
  readonly state: AgreementState;
  /** The version of the terms in force; 0 before the first. */
  readonly version: number;
  readonly offer?: { readonly termsHash: string; readonly lapsesAt: number };
  readonly notice?: { readonly party: Party; readonly endsAt: number };
  readonly money: AgreementMoney;
  readonly advance?: OpenAdvance;
  readonly milestones: readonly Milestone[];
}

/** Read an agreement whole: parties, terms in force, money and every milestone. */
export async function readAgreement(contract: IMilestoneAgreement): Promise<Agreement> {
  const [address, settings, state, version, offer, notice, money, advance, count] = await Promise.all([
    contract.getAddress(),
    contract.settings(),
    contract.state(),
    contract.version(),
    contract.offer(),
    contract.notice(),
    contract.money(),
    contract.advance(),
    contract.milestones(),
  ]);
  const quorums = new Map<bigint, Promise<number>>();
  const quorumOf = (terms: bigint) => {
    const known = quorums.get(terms) ?? contract.conductOf(terms).then(({ quorum }) => Number(quorum));
    quorums.set(terms, known);
    return known;
  };
  const ids = Array.from({ length: Number(count) }, (_, i) => i + 1);
  const milestones = await Promise.all(ids.map((id) => readMilestone(contract, id, version, quorumOf)));
  return {
    address,
    agency: Number(settings.agency),
    partner: Number(settings.partner),
    asset: settings.asset,
    title: settings.title,
    state: AGREEMENT_STATES[Number(state)] ?? "None",
    version: Number(version),
    ...(offer.termsHash === ZeroHash
      ? {}
      : { offer: { termsHash: offer.termsHash, lapsesAt: Number(offer.lapsesAt) } }),
    ...(notice.party === 0n
      ? {}
      : { notice: { party: PARTIES[Number(notice.party)] ?? "None", endsAt: Number(notice.endsAt) } }),
    money: moneyOf(money),
    ...(advance.milestone === 0n ? {} : { advance: advanceOf(advance) }),
    milestones,
  };
}

async function readMilestone(
  contract: IMilestoneAgreement,
  milestone: number,
  version: bigint,
  quorumOf: (terms: bigint) => Promise<number>,
): Promise<Milestone> {
  const view = await contract.milestoneOf(milestone);
  // What was never submitted will be judged by the terms in force.
  const quorum = await quorumOf(view.termsVersion === 0n ? version : view.termsVersion);
  return {
    milestone,
    state: MILESTONE_STATES[Number(view.state)] ?? "None",
    kind: MILESTONE_KINDS[Number(view.kind)] ?? "Deliverable",
    finding: FINDINGS[Number(view.finding)] ?? "Other",
    dueDay: Number(view.dueDay),
    since: Number(view.since),
    ...(view.periodEndsAt === 0n ? {} : { periodEndsAt: Number(view.periodEndsAt) }),
    verifications: Number(view.verifications),
    termsVersion: Number(view.termsVersion),
    quorum,
    amount: amountOf(view.amount),
    claimed: amountOf(view.claimed),
    authorised: amountOf(view.authorised),
    ...(view.proposer === ZeroAddress
      ? {}
      : { proposed: { amount: amountOf(view.proposed), by: view.proposer } }),
    paid: amountOf(view.paid),
    isDecided: view.isDecided,
    ...(view.description === ZeroHash ? {} : { description: view.description }),
    ...(view.evidence === ZeroHash ? {} : { evidence: view.evidence }),
  };
}

function moneyOf(money: Awaited<ReturnType<IMilestoneAgreement["money"]>>): AgreementMoney {
  return {
    committed: amountOf(money.committed),
    pending: amountOf(money.pending),
    escrowed: amountOf(money.escrowed),
    paid: amountOf(money.paid),
    refunded: amountOf(money.refunded),
    returned: amountOf(money.returned),
    held: amountOf(money.held),
    reserved: amountOf(money.reserved),
    credited: amountOf(money.credited),
    unfunded: amountOf(money.unfunded),
    excess: amountOf(money.excess),
  };
}

function advanceOf(advance: Awaited<ReturnType<IMilestoneAgreement["advance"]>>): OpenAdvance {
  return {
    milestone: Number(advance.milestone),
    outstanding: amountOf(advance.outstanding),
    reported: amountOf(advance.reported),
    ...(advance.evidence === ZeroHash ? {} : { report: advance.evidence }),
  };
}
