// SPDX-License-Identifier: Apache-2.0

import type { AgreementCreatedEvent } from "#bindings/interfaces/IAgreementFactory.ts";
import { type Amount, ZERO } from "#sdk/money/index.ts";
import { safeText, textOfCode } from "../codes.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { MoneyState } from "../entryKinds.ts";
import type { HistoryEvent } from "../events.ts";
import type { Row } from "../rows.ts";
import { requireDecimals } from "./decimals.ts";
import { type Entry, enter, readTallies, readTalliesOf } from "./entries.ts";
import { type Handlers, on, row } from "./handler.ts";
import { plus } from "./programme.ts";

export const agreementFactoryHandlers: Handlers = {
  AgreementCreated: on<AgreementCreatedEvent.OutputObject>(
    ({ settings }) => readTallies(settings.asset),
    (draft, { agreement, settings }, event) => {
      const { asset } = settings;
      const title = safeText(() => settings.title);
      const agency = Number(settings.agency);
      draft.insert("agreements", {
        address: agreement,
        agency,
        partner: Number(settings.partner),
        asset,
        currency: textOfCode(settings.currency),
        decimals: requireDecimals(event),
        title,
        createdAt: event.place.timestamp,
        state: "Proposed",
        version: 0,
        sources: 0,
        milestones: 0,
        quorum: 0,
        escrowed: ZERO,
        paid: ZERO,
        refunded: ZERO,
        returned: ZERO,
        offered: null,
        noticeParty: null,
        noticeEndsAt: null,
        noticeReason: null,
      });
      enter(draft, event, { kind: "agreementCreated", asset, agreement, organisation: agency, note: title });
    },
  ),
};

export function agreementOf(draft: Draft, event: HistoryEvent): Row<"agreements"> {
  return draft.get("agreements", [event.place.contract]);
}

/** The event's agreement, and what an entry about it touches. */
export function readAgreementEntry(
  event: HistoryEvent,
  known: Draft,
  states: readonly MoneyState[] = [],
): RowKey[] {
  const { contract } = event.place;
  return [row("agreements", contract), ...readTalliesOf(event, known, "agreements", states)];
}

/** For events that look at nothing but their agreement. */
export function onlyAgreement(_args: unknown, event: HistoryEvent): RowKey[] {
  return [row("agreements", event.place.contract)];
}

export function enterInAgreement(draft: Draft, event: HistoryEvent, entry: Entry): void {
  const { address, asset, agency } = agreementOf(draft, event);
  enter(draft, event, { asset, organisation: agency, agreement: address, place: "agreements", ...entry });
}

export function changeAgreement(
  draft: Draft,
  event: HistoryEvent,
  changes: Partial<Row<"agreements">>,
): void {
  draft.update("agreements", agreementOf(draft, event), changes);
}

type Counter = "escrowed" | "paid" | "refunded" | "returned";

/** What the escrow's counters grow by, ledger units. */
export function countInAgreement(
  draft: Draft,
  event: HistoryEvent,
  more: Partial<Record<Counter, bigint>>,
): void {
  const agreement = agreementOf(draft, event);
  const changes: Partial<Record<Counter, Amount>> = {};
  for (const counter of Object.keys(more) as Counter[]) {
    changes[counter] = plus(agreement[counter], more[counter] ?? 0n);
  }
  draft.update("agreements", agreement, changes);
}
