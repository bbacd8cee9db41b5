// SPDX-License-Identifier: Apache-2.0

import type {
  OfferDroppedEvent,
  TermsAcceptedEvent,
  TermsOfferedEvent,
} from "#bindings/interfaces/IMilestoneAgreement.ts";
import { MILESTONE_KINDS } from "#sdk/agreements/names.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";
import { textOfCode } from "../codes.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import { nameOf } from "../names.ts";
import type { Row } from "../rows.ts";
import { agreementOf, changeAgreement, enterInAgreement, onlyAgreement } from "./agreement.ts";
import { type Handlers, on, row } from "./handler.ts";

/** A milestone as terms have it; the amount as decimal text, for JSON. */
interface MilestoneTerms {
  readonly kind: string;
  readonly dueDay: number;
  readonly amount: string;
  readonly description: string;
}

/** Milestones are at most so many; a version that raised it would announce too few rows and fail loudly. */
const MOST_MILESTONES = 24;

export const termsHandlers: Handlers = {
  TermsOffered: on<TermsOfferedEvent.OutputObject>(
    (args, event) => [...onlyAgreement(args, event), termsKey(event, args.termsHash)],
    (draft, args, event) => {
      const { terms, termsHash } = args;
      const agreement = event.place.contract;
      const milestones = terms.milestones.map(({ kind, dueDay, amount, description }) => ({
        kind: nameOf(MILESTONE_KINDS, kind),
        dueDay: Number(dueDay),
        amount: amount.toString(),
        description,
      }));
      const offer = {
        version: Number(args.version),
        state: "Offered",
        lapsesAt: Number(args.lapsesAt),
        documents: terms.documents,
        milestones: JSON.stringify(milestones),
        quorum: Number(terms.quorum),
        acceptedDay: null,
        transaction: event.place.transaction,
      };
      const known = draft.find("agreementTerms", [agreement, termsHash]);
      // The same terms can be offered again after they lapsed or were dropped.
      if (known === null) draft.insert("agreementTerms", { agreement, termsHash, ...offer });
      else draft.update("agreementTerms", known, offer);
      changeAgreement(draft, event, { offered: termsHash });
      enterInAgreement(draft, event, {
        kind: "termsOffered",
        number: Number(args.version),
        document: termsHash,
      });
    },
  ),

  OfferDropped: on<OfferDroppedEvent.OutputObject>(
    (args, event) => [...onlyAgreement(args, event), termsKey(event, args.termsHash)],
    (draft, { termsHash, reason }, event) => {
      const terms = draft.get("agreementTerms", [event.place.contract, termsHash]);
      draft.update("agreementTerms", terms, { state: "Dropped" });
      changeAgreement(draft, event, { offered: null });
      enterInAgreement(draft, event, {
        kind: "offerDropped",
        number: terms.version,
        note: textOfCode(reason),
        document: termsHash,
      });
    },
  ),

  TermsAccepted: on<TermsAcceptedEvent.OutputObject>(
    readAccepted,
    (draft, { version, termsHash, pending }, event) => {
      const { contract, day, transaction } = event.place;
      const terms = draft.get("agreementTerms", [contract, termsHash]);
      draft.update("agreementTerms", terms, { state: "Accepted", acceptedDay: day, transaction });
      const milestones = JSON.parse(terms.milestones) as MilestoneTerms[];
      const { milestones: known } = agreementOf(draft, event);
      milestones.forEach((milestone, index) => {
        if (index >= known) draft.insert("milestones", plannedMilestone(contract, index + 1, milestone));
        else amend(draft, contract, index + 1, milestone);
      });
      changeAgreement(draft, event, {
        state: "Active",
        version: Number(version),
        offered: null,
        milestones: milestones.length,
        quorum: terms.quorum,
      });
      enterInAgreement(draft, event, {
        kind: "termsAccepted",
        amount: pending,
        number: Number(version),
        document: termsHash,
      });
    },
  ),
};

function termsKey(event: HistoryEvent, termsHash: string): RowKey {
  return row("agreementTerms", event.place.contract, termsHash);
}

function readAccepted(args: TermsAcceptedEvent.OutputObject, event: HistoryEvent): RowKey[] {
  const { contract } = event.place;
  const milestones = Array.from({ length: MOST_MILESTONES }, (_, i) => row("milestones", contract, i + 1));
  return [...onlyAgreement(args, event), termsKey(event, args.termsHash), ...milestones];
}

function termColumns({ kind, dueDay, amount, description }: MilestoneTerms) {
  return { kind, dueDay, amount: amountOf(BigInt(amount)), description };
}

/** What a milestone has that nobody has submitted (any more). */
const UNTOUCHED = {
  state: "Planned",
  finding: "None",
  claimed: ZERO,
  authorised: ZERO,
  proposed: ZERO,
  isSubmitted: false,
  verifications: 0,
} as const;

function plannedMilestone(
  agreement: string,
  id: number,
  terms: MilestoneTerms,
): Omit<Row<"milestones">, "born"> {
  return {
    agreement,
    id,
    ...UNTOUCHED,
    ...termColumns(terms),
    paid: ZERO,
    accepted: ZERO,
    refunded: ZERO,
    isDecided: false,
    quorum: 0,
    evidence: null,
    evidenceUri: null,
  };
}

/** As the contract does: what is restated stays as it is, what is changed is planned anew, or was closed just before. */
function amend(draft: Draft, agreement: string, id: number, terms: MilestoneTerms): void {
  const milestone = draft.get("milestones", [agreement, id]);
  const changed = termColumns(terms);
  const isSameText = milestone.isSubmitted || milestone.description === changed.description;
  const isSame =
    isSameText &&
    milestone.kind === changed.kind &&
    milestone.dueDay === changed.dueDay &&
    milestone.amount === changed.amount;
  if (isSame) return;
  const isCancelled = changed.amount === 0n;
  draft.update("milestones", milestone, { ...changed, ...(isCancelled ? {} : UNTOUCHED) });
}
