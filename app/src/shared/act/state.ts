// SPDX-License-Identifier: Apache-2.0

import type { AppError } from "../errors/index.ts";

/** Which of several calls is under way, from 1. */
export interface Step {
  readonly number: number;
  readonly of: number;
}

/** Of a call that may be on its way to the ledger. */
interface Out {
  readonly step: Step;
  /** Whether our own node did not answer when it was last asked. */
  readonly isBlind: boolean;
}

/** Where an act stands, from the officer's click to the ledger. */
export type ActState =
  | { readonly kind: "idle" }
  /** Being built and simulated; nothing has reached the wallet. */
  | { readonly kind: "checking"; readonly step: Step }
  /** In the wallet. `isLong`: for so long that it may have been sent without the wallet saying so. */
  | ({ readonly kind: "signing"; readonly isLong: boolean } & Out)
  /** Sent, and our own node knows the transaction or has only just been asked for it. */
  | ({ readonly kind: "waiting"; readonly hash: string } & Out)
  /** Signed, and no transaction is known: others sign in a shared wallet, or the page was reloaded. Only the ledger will tell. */
  | ({ readonly kind: "handedOver" } & Out)
  /** After a reload: this step is on the ledger, and the next one needs a signature. */
  | { readonly kind: "more"; readonly step: Step }
  | { readonly kind: "done" }
  | { readonly kind: "declined" }
  | { readonly kind: "failed"; readonly error: AppError };

export type ActKind = ActState["kind"];

type OutState = Extract<ActState, Out>;

/** What happens to an act. */
export type ActEvent =
  | { readonly type: "started" }
  | { readonly type: "built"; readonly of: number }
  | { readonly type: "asked" }
  | { readonly type: "answered"; readonly hash: string | undefined }
  | { readonly type: "kept quiet" }
  | { readonly type: "restored"; readonly step: Step }
  | { readonly type: "looked"; readonly isBlind: boolean }
  | { readonly type: "seen"; readonly hash: string }
  | { readonly type: "happened"; readonly goesOn: boolean }
  | { readonly type: "declined" }
  | { readonly type: "failed"; readonly error: AppError }
  | { readonly type: "put away" };

const FIRST: Step = { number: 1, of: 1 };
export const IDLE: ActState = { kind: "idle" };

/** States in which the officer cannot start the act again. */
const BUSY: ReadonlySet<ActKind> = new Set(["checking", "signing", "waiting", "handedOver"]);
/** States in which a signature may be on its way to the ledger. */
const OUT: ReadonlySet<ActKind> = new Set(["signing", "waiting", "handedOver"]);

export function isBusy(state: ActState): boolean {
  return BUSY.has(state.kind);
}

/** Whether the ledger is being watched for the act. */
export function isOut(state: ActState): state is OutState {
  return OUT.has(state.kind);
}

type EventOf<Type> = Extract<ActEvent, { readonly type: Type }>;
type Moves = { readonly [Type in ActEvent["type"]]: (state: ActState, event: EventOf<Type>) => ActState };

const moves: Moves = {
  started: (state) =>
    isBusy(state) ? state : { kind: "checking", step: state.kind === "more" ? after(state.step) : FIRST },
  built: (state, { of }) => (state.kind === "checking" ? { ...state, step: { ...state.step, of } } : state),
  asked: (state) =>
    state.kind === "checking" ? { kind: "signing", step: state.step, isLong: false, isBlind: false } : state,
  answered: (state, { hash }) => (state.kind === "signing" ? answered(state, hash) : state),
  "kept quiet": quiet,
  restored: (state, { step }) =>
    state.kind === "idle" ? { kind: "handedOver", step, isBlind: false } : state,
  looked: (state, { isBlind }) => (isOut(state) && state.isBlind !== isBlind ? { ...state, isBlind } : state),
  seen: (state, { hash }) => (isOut(state) ? answered(state, hash) : state),
  happened: (state, { goesOn }) => (isOut(state) ? happened(state, goesOn) : state),
  declined: (state) => (state.kind === "checking" || state.kind === "signing" ? { kind: "declined" } : state),
  failed: (state, { error }) => (isBusy(state) ? { kind: "failed", error } : state),
  "put away": () => IDLE,
};

/**
 * The next state. Whatever comes too late (a wallet's "no" after the ledger has shown the act, an answer after the officer has put
 * the act away) changes nothing.
 */
export function nextState(state: ActState, event: ActEvent): ActState {
  const move = moves[event.type] as (state: ActState, event: ActEvent) => ActState;
  return move(state, event);
}

function answered({ step, isBlind }: OutState, hash: string | undefined): ActState {
  return hash === undefined
    ? { kind: "handedOver", step, isBlind }
    : { kind: "waiting", step, isBlind, hash };
}

function quiet(state: ActState): ActState {
  if (state.kind === "signing") return state.isLong ? state : { ...state, isLong: true };
  return state.kind === "waiting" ? answered(state, undefined) : state;
}

function happened({ step }: OutState, goesOn: boolean): ActState {
  if (step.number >= step.of) return { kind: "done" };
  return goesOn ? { kind: "checking", step: after(step) } : { kind: "more", step };
}

function after({ number, of }: Step): Step {
  return { number: number + 1, of };
}
