// SPDX-License-Identifier: Apache-2.0

import type {
  FeeReserveChangedEvent,
  FundedEvent,
  SourceRecordedEvent,
  UnspentReturnedEvent,
} from "#bindings/interfaces/IProgramme.ts";
import { amountOf } from "#sdk/money/index.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import { type Handlers, on, row } from "./handler.ts";
import { enterInProgramme, move, programmeOf, readProgramme, readProgrammeEntry } from "./programme.ts";

type FundingKind = "funded" | "returned" | "feesSetAside" | "feesTakenBack";

interface Entry {
  readonly kind: FundingKind;
  readonly amount: bigint;
  readonly source: string | null;
  readonly payer: string | null;
}

export const budgetHandlers: Handlers = {
  Funded: on<FundedEvent.OutputObject>(readFunded, (draft, { source, payer, amount }, event) => {
    move(draft, programmeOf(draft, event), { free: amount, funded: amount });
    // What a fund brings is in the timeline already, as its allocation.
    if (draft.find("funds", [payer]) === null)
      enterInProgramme(draft, event, { kind: "fundedDirectly", amount, note: source });
    book(draft, event, { kind: "funded", amount, source, payer });
  }),
  UnspentReturned: on<UnspentReturnedEvent.OutputObject>(readUnspent, (draft, { source, amount }, event) => {
    move(draft, programmeOf(draft, event), { free: -amount, returned: amount });
    const fund = draft.find("funds", [source])?.address ?? null;
    enterInProgramme(draft, event, { kind: "unspentReturned", amount, fund, note: source });
    book(draft, event, { kind: "returned", amount, source, payer: null });
  }),
  FeeReserveChanged: on<FeeReserveChangedEvent.OutputObject>(
    onlyProgramme,
    (draft, { amount, added }, event) => {
      const moved = added ? amount : -amount;
      move(draft, programmeOf(draft, event), { free: -moved, fees: moved });
      book(draft, event, {
        kind: added ? "feesSetAside" : "feesTakenBack",
        amount,
        source: null,
        payer: null,
      });
    },
  ),
  SourceRecorded: on<SourceRecordedEvent.OutputObject>(
    readSource,
    (draft, { source, document }, { place }) => {
      const known = draft.find("sources", [place.contract, source]);
      if (known === null) draft.insert("sources", { programme: place.contract, source, document });
      else draft.update("sources", known, { document });
    },
  ),
};

function onlyProgramme(_args: unknown, event: HistoryEvent): RowKey[] {
  return [readProgramme(event)];
}

function readFunded(args: FundedEvent.OutputObject, event: HistoryEvent, known: Draft): RowKey[] {
  return [row("funds", args.payer), ...readProgrammeEntry(event, known, ["contributed", "allocated"])];
}

function readUnspent(args: UnspentReturnedEvent.OutputObject, event: HistoryEvent, known: Draft): RowKey[] {
  return [row("funds", args.source), ...readProgrammeEntry(event, known, ["returned"])];
}

function readSource(args: SourceRecordedEvent.OutputObject, event: HistoryEvent): RowKey[] {
  return [row("sources", event.place.contract, args.source)];
}

function book(draft: Draft, { place }: HistoryEvent, entry: Entry): void {
  draft.insert("funding", {
    block: place.block,
    logIndex: place.logIndex,
    programme: place.contract,
    kind: entry.kind,
    source: entry.source,
    payer: entry.payer,
    amount: amountOf(entry.amount),
    day: place.day,
    transaction: place.transaction,
  });
}
