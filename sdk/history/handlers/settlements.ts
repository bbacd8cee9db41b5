// SPDX-License-Identifier: Apache-2.0

import type {
  SettlementConfirmedEvent,
  SettlementMadeEvent,
  SettlementReturnedEvent,
} from "#bindings/interfaces/IProgramme.ts";
import { amountOf } from "#sdk/money/index.ts";
import { optionalCode, textOfCode } from "../codes.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { EntryKind } from "../entryKinds.ts";
import type { HistoryEvent } from "../events.ts";
import { nameOf, SETTLEMENT_STATES } from "../names.ts";
import type { Row } from "../rows.ts";
import { type Handlers, on, row } from "./handler.ts";
import { changeLedgers, readLedgers } from "./ledgers.ts";
import { enterInProgramme, move, plus, programmeOf, readProgrammeEntry } from "./programme.ts";

type Made = SettlementMadeEvent.OutputObject;

/** States whose totals settlements change. */
const COUNTED = ["settled", "reconciled"] as const;

interface OfSettlement {
  readonly settlementId: bigint;
}

/**
 * A withholding stays with what is owed until the shop was paid and is free then; the rest of the amount leaves what is owed as
 * soon as it is paid or instructed. Commission comes from the fee reserve. A refused settlement moves nothing.
 */
export const settlementHandlers: Handlers = {
  SettlementMade: on<Made>(readMade, (draft, args, event) => {
    const settlement = insertSettlement(draft, event, args);
    if (settlement.state === "Refused") return;
    const { amount, withholding, commission, payment } = settlement;
    const isPaid = settlement.state === "Paid";
    move(draft, programmeOf(draft, event), {
      owed: isPaid ? -amount : withholding - amount,
      free: isPaid ? withholding : 0n,
      fees: -commission,
      settled: isPaid ? payment : 0n,
      instructed: isPaid ? 0n : payment,
    });
    changeLedgers(draft, event, args, { settled: amount });
    countCommission(draft, event, commission);
    enterSettlement(draft, event, settlement, isPaid ? "settlementPaid" : "settlementInstructed", payment);
  }),

  SettlementConfirmed: on<SettlementConfirmedEvent.OutputObject>(readKnown, (draft, args, event) => {
    const settlement = settlementOf(draft, event, args);
    const { withholding, payment } = settlement;
    move(draft, programmeOf(draft, event), {
      owed: -withholding,
      free: withholding,
      instructed: -payment,
      settled: payment,
    });
    change(draft, event, settlement, { state: "Paid", bankStatement: args.bankStatement });
    enterSettlement(draft, event, settlement, "settlementConfirmed", payment);
  }),

  SettlementReturned: on<SettlementReturnedEvent.OutputObject>(readReturned, (draft, args, event) => {
    const settlement = settlementOf(draft, event, args);
    const { amount, withholding, commission, payment } = settlement;
    move(draft, programmeOf(draft, event), {
      owed: amount - withholding,
      fees: commission,
      instructed: -payment,
    });
    changeLedgers(draft, event, settlement, { settled: -amount });
    const reason = textOfCode(args.reason);
    change(draft, event, settlement, { state: "Returned", reason, bankStatement: args.bankStatement });
    countCommission(draft, event, -commission);
    enterSettlement(draft, event, settlement, "settlementReturned", -payment);
  }),
};

function readMade(args: Made, event: HistoryEvent, known: Draft): RowKey[] {
  return [...readProgrammeEntry(event, known, COUNTED), ...readLedgers(event, args)];
}

function readKnown(args: OfSettlement, event: HistoryEvent, known: Draft): RowKey[] {
  return [
    ...readProgrammeEntry(event, known, COUNTED),
    row("settlements", event.place.contract, Number(args.settlementId)),
  ];
}

function readReturned(args: OfSettlement, event: HistoryEvent, known: Draft): RowKey[] {
  const settlement = known.peek("settlements", [event.place.contract, Number(args.settlementId)]);
  // The event does not say which cycle; the settlement does, once it is loaded.
  const ledgers = settlement ? readLedgers(event, settlement) : [];
  return [...readKnown(args, event, known), ...ledgers];
}

function settlementOf(draft: Draft, event: HistoryEvent, args: OfSettlement): Row<"settlements"> {
  return draft.get("settlements", [event.place.contract, Number(args.settlementId)]);
}

function countCommission(draft: Draft, event: HistoryEvent, more: bigint): void {
  const programme = programmeOf(draft, event);
  draft.update("programmes", programme, { commission: plus(programme.commission, more) });
}

function enterSettlement(
  draft: Draft,
  event: HistoryEvent,
  { id, cycle, shop, endToEndId }: Row<"settlements">,
  kind: EntryKind,
  amount: bigint,
): void {
  enterInProgramme(draft, event, { kind, amount, cycle, shop, number: id, note: endToEndId });
}

function change(
  draft: Draft,
  event: HistoryEvent,
  settlement: Row<"settlements">,
  changes: Partial<Row<"settlements">>,
): void {
  draft.update("settlements", settlement, { ...changes, changedAt: event.place.timestamp });
}

function insertSettlement(draft: Draft, event: HistoryEvent, args: Made): Row<"settlements"> {
  const { place } = event;
  const { terms } = args;
  draft.insert("settlements", {
    programme: place.contract,
    id: Number(args.settlementId),
    shop: Number(args.shop),
    cycle: Number(args.cycle),
    state: nameOf(SETTLEMENT_STATES, args.state),
    amount: amountOf(terms.amount),
    withholding: amountOf(terms.withholding),
    commission: amountOf(terms.commission),
    payment: amountOf(args.payment),
    statement: terms.statement,
    endToEndId: optionalCode(terms.endToEndId),
    bankStatement: null,
    reason: null,
    madeAt: place.timestamp,
    changedAt: place.timestamp,
    transaction: place.transaction,
  });
  return settlementOf(draft, event, args);
}
