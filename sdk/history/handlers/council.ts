// SPDX-License-Identifier: Apache-2.0

import type {
  ApprovalRevokedEvent,
  ProposalApprovedEvent,
  ProposalCancelledEvent,
  ProposalExecutedEvent,
  ProposalMadeEvent,
  ProposalObjectedEvent,
  ProposalQueuedEvent,
  ReconfiguredEvent,
} from "#bindings/interfaces/ICouncil.ts";
import { safeText } from "../codes.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import { COUNCIL_LEVELS, nameOf } from "../names.ts";
import type { Row } from "../rows.ts";
import { enter } from "./entries.ts";
import { type Handlers, on, row } from "./handler.ts";

interface OfProposal {
  readonly proposalId: bigint;
}

interface OfMember extends OfProposal {
  readonly member: string;
}

/**
 * Proposals and votes. Votes of an earlier epoch count no more; a proposal that is not over starts again with the first vote in the new
 * one. What follows from the clock alone (ready, lapsed) is not here but in the view.
 */
export const councilHandlers: Handlers = {
  Reconfigured: on<ReconfiguredEvent.OutputObject>(readReconfigured, (draft, args, event) => {
    const { contract: address } = event.place;
    const { settings } = args;
    const values = {
      epoch: Number(args.epoch),
      quorum: Number(settings.quorum),
      upgradeQuorum: Number(settings.upgradeQuorum),
      delay: Number(settings.delay),
      upgradeDelay: Number(settings.upgradeDelay),
      gracePeriod: Number(settings.gracePeriod),
    };
    const known = draft.find("councils", [address]);
    if (known === null) draft.insert("councils", { address, ...values });
    else draft.update("councils", known, values);
    // As the contract does: who is removed and added anew in one go stays, under the new name.
    for (const account of args.removed) setMember(draft, address, account, false);
    for (const { account, nameHash } of args.added) setMember(draft, address, account, true, nameHash);
    enter(draft, event, { kind: "councilReconfigured", number: values.epoch });
  }),

  ProposalMade: on<ProposalMadeEvent.OutputObject>(readCouncil, (draft, args, event) => {
    const { contract: council, day, transaction } = event.place;
    const calls = args.calls.map(({ target, data }) => ({ target, data }));
    draft.insert("proposals", {
      council,
      id: Number(args.proposalId),
      proposer: args.proposer,
      level: nameOf(COUNCIL_LEVELS, args.level),
      state: "Open",
      calls: JSON.stringify(calls),
      rationale: args.rationale,
      uri: safeText(() => args.uri),
      epoch: draft.find("councils", [council])?.epoch ?? 0,
      readyAt: null,
      madeDay: day,
      transaction,
      executedDay: null,
      executedIn: null,
    });
    enter(draft, event, { kind: "proposalMade", number: Number(args.proposalId), document: args.rationale });
  }),

  ProposalApproved: on<ProposalApprovedEvent.OutputObject>(readVote, (draft, args, event) => {
    vote(draft, event, args, { approves: true });
  }),

  ApprovalRevoked: on<ApprovalRevokedEvent.OutputObject>(readVote, (draft, args, event) => {
    vote(draft, event, args, { approves: false });
    const proposal = proposalOf(draft, event, args);
    if (Number(args.approvals) < neededFor(draft, proposal))
      draft.update("proposals", proposal, { readyAt: null });
  }),

  ProposalObjected: on<ProposalObjectedEvent.OutputObject>(readVote, (draft, args, event) => {
    vote(draft, event, args, { objects: true });
  }),

  ProposalQueued: on<ProposalQueuedEvent.OutputObject>(readProposal, (draft, args, event) => {
    draft.update("proposals", proposalOf(draft, event, args), { readyAt: Number(args.readyAt) });
    enter(draft, event, { kind: "proposalQueued", number: Number(args.proposalId) });
  }),

  ProposalCancelled: on<ProposalCancelledEvent.OutputObject>(readProposal, (draft, args, event) => {
    draft.update("proposals", proposalOf(draft, event, args), { state: "Cancelled" });
    enter(draft, event, { kind: "proposalCancelled", number: Number(args.proposalId) });
  }),

  ProposalExecuted: on<ProposalExecutedEvent.OutputObject>(readProposal, (draft, args, event) => {
    const { day, transaction } = event.place;
    const proposal = proposalOf(draft, event, args);
    draft.update("proposals", proposal, { state: "Executed", executedDay: day, executedIn: transaction });
    enter(draft, event, { kind: "proposalExecuted", number: proposal.id, document: proposal.rationale });
  }),
};

function readCouncil(_args: unknown, event: HistoryEvent): RowKey[] {
  return [row("councils", event.place.contract)];
}

function readReconfigured(args: ReconfiguredEvent.OutputObject, event: HistoryEvent): RowKey[] {
  const accounts = [...args.removed, ...args.added.map(({ account }) => account)];
  const members = accounts.map((account) => row("members", event.place.contract, account));
  return [...readCouncil(args, event), ...members];
}

function readProposal(args: OfProposal, event: HistoryEvent): RowKey[] {
  return [row("proposals", event.place.contract, Number(args.proposalId))];
}

function readVote(args: OfMember, event: HistoryEvent): RowKey[] {
  const { contract } = event.place;
  const key = row("votes", contract, Number(args.proposalId), args.member);
  return [...readCouncil(args, event), ...readProposal(args, event), key];
}

function proposalOf(draft: Draft, event: HistoryEvent, args: OfProposal): Row<"proposals"> {
  return draft.get("proposals", [event.place.contract, Number(args.proposalId)]);
}

function neededFor(draft: Draft, { council, level }: Row<"proposals">): number {
  const settings = draft.find("councils", [council]);
  return (level === "Ordinary" ? settings?.quorum : settings?.upgradeQuorum) ?? 0;
}

function setMember(
  draft: Draft,
  council: string,
  account: string,
  isMember: boolean,
  nameHash?: string,
): void {
  const known = draft.find("members", [council, account]);
  const name = nameHash === undefined ? {} : { nameHash };
  if (known !== null) draft.update("members", known, { isMember, ...name });
  else draft.insert("members", { council, account, isMember, nameHash: nameHash ?? "" });
}

function vote(
  draft: Draft,
  event: HistoryEvent,
  args: OfMember,
  said: { readonly approves?: boolean; readonly objects?: boolean },
): void {
  const { contract: council } = event.place;
  const epoch = draft.find("councils", [council])?.epoch ?? 0;
  const proposal = proposalOf(draft, event, args);
  if (proposal.epoch !== epoch) draft.update("proposals", proposal, { epoch, readyAt: null });
  const key = [council, proposal.id, args.member] as const;
  const known = draft.find("votes", key);
  const fresh = { epoch, approves: false, objects: false };
  if (known === null) {
    draft.insert("votes", { council, proposal: proposal.id, member: args.member, ...fresh, ...said });
    return;
  }
  draft.update("votes", known, { ...(known.epoch === epoch ? {} : fresh), ...said });
}
