// SPDX-License-Identifier: Apache-2.0

import type {
  AgreementCompletedEvent,
  AgreementTerminatedEvent,
  EscrowedEvent,
  NoticeGivenEvent,
  NoticeWithdrawnEvent,
  ReturnCreditedEvent,
  ReturnedEvent,
  SourceRecordedEvent,
} from "#bindings/interfaces/IMilestoneAgreement.ts";
import { PARTIES } from "#sdk/agreements/names.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import { nameOf } from "../names.ts";
import type { Row } from "../rows.ts";
import {
  agreementOf,
  changeAgreement,
  countInAgreement,
  enterInAgreement,
  onlyAgreement,
  readAgreementEntry,
} from "./agreement.ts";
import { type Handlers, on, row } from "./handler.ts";
import { plus } from "./programme.ts";

/** What an agreement gets from its sources and gives back to them, and how it ends. */
export const escrowHandlers: Handlers = {
  SourceRecorded: on<SourceRecordedEvent.OutputObject>(
    (args, event) => [...onlyAgreement(args, event), sourceKey(event, args.source)],
    (draft, { source, document }, event) => {
      const { address, sources } = agreementOf(draft, event);
      const none = { brought: ZERO, credited: ZERO, returned: ZERO };
      draft.insert("escrowSources", { agreement: address, source, place: sources + 1, document, ...none });
      changeAgreement(draft, event, { sources: sources + 1 });
    },
  ),

  Escrowed: on<EscrowedEvent.OutputObject>(
    (args, event, known) => readMoved(args, event, known, ["contributed", "allocated"]),
    (draft, { source, amount }, event) => {
      countInAgreement(draft, event, { escrowed: amount });
      changeSource(draft, event, source, { brought: amount });
      book(draft, event, source, amount);
      // What a fund brings is in the timeline already, as its allocation.
      if (draft.find("funds", [source]) !== null) return;
      enterInAgreement(draft, event, { kind: "escrowedDirectly", amount, note: source });
    },
  ),

  ReturnCredited: on<ReturnCreditedEvent.OutputObject>(
    (args, event) => [sourceKey(event, args.source)],
    (draft, { source, amount }, event) => {
      changeSource(draft, event, source, { credited: amount });
    },
  ),

  Returned: on<ReturnedEvent.OutputObject>(
    (args, event, known) => readMoved(args, event, known, ["returned"]),
    (draft, { source, amount }, event) => {
      countInAgreement(draft, event, { returned: amount });
      changeSource(draft, event, source, { returned: amount });
      book(draft, event, source, -amount);
      const fund = draft.find("funds", [source])?.address ?? null;
      enterInAgreement(draft, event, { kind: "escrowReturned", amount, fund, note: source });
    },
  ),

  NoticeGiven: on<NoticeGivenEvent.OutputObject>(onlyAgreement, (draft, args, event) => {
    const party = nameOf(PARTIES, args.party);
    changeAgreement(draft, event, {
      noticeParty: party,
      noticeEndsAt: Number(args.endsAt),
      noticeReason: args.reason,
    });
    enterInAgreement(draft, event, { kind: "noticeGiven", note: party, document: args.reason });
  }),

  NoticeWithdrawn: on<NoticeWithdrawnEvent.OutputObject>(onlyAgreement, (draft, { party }, event) => {
    changeAgreement(draft, event, { noticeParty: null, noticeEndsAt: null, noticeReason: null });
    enterInAgreement(draft, event, { kind: "noticeWithdrawn", note: nameOf(PARTIES, party) });
  }),

  AgreementTerminated: on<AgreementTerminatedEvent.OutputObject>(onlyAgreement, (draft, { party }, event) => {
    changeAgreement(draft, event, { state: "Terminated" });
    enterInAgreement(draft, event, { kind: "agreementTerminated", note: nameOf(PARTIES, party) });
  }),

  AgreementCompleted: on<AgreementCompletedEvent.OutputObject>(onlyAgreement, (draft, _args, event) => {
    changeAgreement(draft, event, { state: "Completed" });
    enterInAgreement(draft, event, { kind: "agreementCompleted" });
  }),
};

function sourceKey(event: HistoryEvent, source: string): RowKey {
  return row("escrowSources", event.place.contract, source);
}

function readMoved(
  { source }: { source: string },
  event: HistoryEvent,
  known: Draft,
  states: readonly ("contributed" | "allocated" | "returned")[],
): RowKey[] {
  return [...readAgreementEntry(event, known, states), sourceKey(event, source), row("funds", source)];
}

function book(draft: Draft, { place }: HistoryEvent, source: string, amount: bigint): void {
  draft.insert("escrowings", {
    agreement: place.contract,
    block: place.block,
    logIndex: place.logIndex,
    source,
    amount: amountOf(amount),
    day: place.day,
    transaction: place.transaction,
  });
}

type Counter = "brought" | "credited" | "returned";

function changeSource(
  draft: Draft,
  event: HistoryEvent,
  source: string,
  more: Partial<Record<Counter, bigint>>,
): void {
  const known: Row<"escrowSources"> = draft.get("escrowSources", [event.place.contract, source]);
  draft.update("escrowSources", known, {
    brought: plus(known.brought, more.brought ?? 0n),
    credited: plus(known.credited, more.credited ?? 0n),
    returned: plus(known.returned, more.returned ?? 0n),
  });
}
