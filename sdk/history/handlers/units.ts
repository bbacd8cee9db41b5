// SPDX-License-Identifier: Apache-2.0

import type {
  RetirementFinalEvent,
  UnitsIssuedEvent,
  UnitsRestoredEvent,
  UnitsRetiredEvent,
} from "#bindings/interfaces/ICurrencyUnit.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";
import { textOfCode } from "../codes.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import { enter } from "./entries.ts";
import { type Handlers, on, row } from "./handler.ts";

type Counter = "issued" | "retired" | "restored" | "final";

/**
 * Issues and retirements of the assets of programmes, in the token's smallest units. An asset is whatever contract a programme's
 * administrator named, so nothing here relies on its events to be in order.
 */
export const unitHandlers: Handlers = {
  UnitsIssued: on<UnitsIssuedEvent.OutputObject>(readUnit, (draft, { to, amount, funding }, event) => {
    const { place } = event;
    count(draft, event, "issued", amount);
    enter(draft, event, { kind: "unitsIssued", asset: place.contract, amount, document: funding.document });
    draft.insert("issues", {
      block: place.block,
      logIndex: place.logIndex,
      asset: place.contract,
      recipient: to,
      amount: amountOf(amount),
      sourceAmount: amountOf(funding.sourceAmount),
      sourceCurrency: textOfCode(funding.sourceCurrency),
      rate: amountOf(funding.rate),
      document: funding.document,
      transaction: place.transaction,
    });
  }),
  UnitsRetired: on<UnitsRetiredEvent.OutputObject>(readUnit, (draft, { amount }, event) => {
    count(draft, event, "retired", amount);
  }),
  UnitsRestored: on<UnitsRestoredEvent.OutputObject>(readUnit, (draft, { amount }, event) => {
    count(draft, event, "restored", amount);
  }),
  RetirementFinal: on<RetirementFinalEvent.OutputObject>(readUnit, (draft, { amount }, event) => {
    count(draft, event, "final", amount);
  }),
};

function readUnit(_args: unknown, event: HistoryEvent): RowKey[] {
  return [row("units", event.place.contract)];
}

function count(draft: Draft, event: HistoryEvent, counter: Counter, amount: bigint): void {
  const asset = event.place.contract;
  const known = draft.find("units", [asset]);
  if (known !== null) {
    draft.update("units", known, { [counter]: amountOf(known[counter] + amount) });
    return;
  }
  const none = { asset, issued: ZERO, retired: ZERO, restored: ZERO, final: ZERO };
  draft.insert("units", { ...none, [counter]: amountOf(amount) });
}
