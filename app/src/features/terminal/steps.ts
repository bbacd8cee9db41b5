// SPDX-License-Identifier: Apache-2.0

import type { Amount } from "#sdk/money/index.ts";
import type { Card } from "../../shared/cards/index.ts";
import type { StoredReceipt } from "./receiptStore.ts";
import { type OpenCycle, type Refusal, type Room, roomFor, type SaleFacts } from "./sale.ts";

/** A household at the counter, after its PIN: what it buys from, and how much it can buy. */
export interface Purse {
  readonly card: Card;
  /** The cycle that is spent from first. */
  readonly cycle: OpenCycle;
  /** Those that a further receipt would be from. */
  readonly later: readonly OpenCycle[];
  readonly room: Room;
}

/** Where the counter is. */
export type CounterStep =
  | { readonly step: "card" }
  | { readonly step: "pin"; readonly card: Card }
  | { readonly step: "refused"; readonly card: Card; readonly refusal: Refusal }
  | { readonly step: "amount"; readonly purse: Purse }
  | {
      readonly step: "confirm";
      readonly purse: Purse;
      readonly amount: Amount;
      /** Made with the amount, so that however often it is confirmed it is one receipt. */
      readonly draft: string;
    }
  | {
      readonly step: "refund";
      readonly sale: StoredReceipt;
      /** What of the sale was not refunded yet. */
      readonly most: Amount;
      readonly draft: string;
    }
  | { readonly step: "receipt"; readonly number: number };

export type CounterEvent =
  | { readonly type: "card read"; readonly card: Card }
  /** The PIN is right, and this is how the ledger stands. `facts` are those of the first cycle; `now` in Unix seconds. */
  | {
      readonly type: "verified";
      readonly cycles: readonly OpenCycle[];
      readonly facts: SaleFacts | undefined;
      readonly now: number;
    }
  | { readonly type: "amount entered"; readonly amount: Amount; readonly draft: string }
  | {
      readonly type: "refund asked";
      readonly sale: StoredReceipt;
      readonly most: Amount;
      readonly draft: string;
    }
  | { readonly type: "receipt opened"; readonly number: number }
  /** The receipt is kept on this device. */
  | { readonly type: "stored"; readonly number: number }
  | { readonly type: "back" }
  | { readonly type: "next household" };

export const START: CounterStep = { step: "card" };

/** The counter after an event. What does not fit the step, such as a late answer about the household before, changes nothing. */
export function nextStep(state: CounterStep, event: CounterEvent): CounterStep {
  switch (event.type) {
    case "card read":
      return state.step === "card" ? { step: "pin", card: event.card } : state;
    case "verified":
      return state.step === "pin" ? afterPin(state.card, event) : state;
    case "amount entered":
      return afterAmount(state, event);
    case "refund asked":
      return isFree(state)
        ? { step: "refund", sale: event.sale, most: event.most, draft: event.draft }
        : state;
    case "receipt opened":
      return isFree(state) ? { step: "receipt", number: event.number } : state;
    case "stored":
      return isToBeStored(state) ? { step: "receipt", number: event.number } : state;
    case "back":
      return state.step === "confirm" ? { step: "amount", purse: state.purse } : START;
    case "next household":
      return START;
  }
}

type EventOf<Type extends CounterEvent["type"]> = Extract<CounterEvent, { type: Type }>;

function afterPin(card: Card, { cycles, facts, now }: EventOf<"verified">): CounterStep {
  const [cycle, ...later] = cycles;
  if (cycle === undefined || facts === undefined) return { step: "refused", card, refusal: "nothingLeft" };
  const room = roomFor(facts, now);
  return "refusal" in room
    ? { step: "refused", card, refusal: room.refusal }
    : { step: "amount", purse: { card, cycle, later, room } };
}

function afterAmount(state: CounterStep, { amount, draft }: EventOf<"amount entered">): CounterStep {
  if (state.step !== "amount" || !fits(amount, state.purse)) return state;
  return { step: "confirm", purse: state.purse, amount, draft };
}

function isToBeStored({ step }: CounterStep): boolean {
  return step === "confirm" || step === "refund";
}

/** Whether so much can be sold to the household now. */
export function fits(amount: Amount, { room }: Purse): boolean {
  return amount > 0n && amount <= room.most;
}

/** Whether nobody is in the middle of a sale, so that a receipt may be looked at. */
export function isFree({ step }: CounterStep): boolean {
  return step === "card" || step === "receipt" || step === "refused";
}
