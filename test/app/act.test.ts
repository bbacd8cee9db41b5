// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ActEvent, type ActState, IDLE, isBusy, isOut, nextState } from "#app/shared/act/state.ts";
import { appError } from "#app/shared/errors/AppError.ts";

const HASH = `0x${"ab".repeat(32)}`;
const error = appError("page-broke");

const started: ActEvent = { type: "started" };
const asked: ActEvent = { type: "asked" };
const answered: ActEvent = { type: "answered", hash: HASH };
const happened: ActEvent = { type: "happened", goesOn: true };
const declined: ActEvent = { type: "declined" };
const quiet: ActEvent = { type: "kept quiet" };
const built = (of: number): ActEvent => ({ type: "built", of });

function after(...events: ActEvent[]): ActState {
  return events.reduce(nextState, IDLE);
}

test("an act walks from the click to the ledger", () => {
  assert.equal(after(started).kind, "checking");
  assert.equal(after(started, built(1), asked).kind, "signing");
  assert.deepEqual(after(started, built(1), asked, answered), {
    kind: "waiting",
    step: { number: 1, of: 1 },
    isBlind: false,
    hash: HASH,
  });
  assert.deepEqual(after(started, built(1), asked, answered, happened), { kind: "done" });
});

test("of several calls each is checked and signed before the next", () => {
  const second = after(started, built(2), asked, answered, happened);
  assert.deepEqual(second, { kind: "checking", step: { number: 2, of: 2 } });
  assert.deepEqual([asked, answered, happened].reduce(nextState, second), { kind: "done" });
});

test("a wallet that gives no hash, or keeps it to itself, has the act handed over", () => {
  const none: ActEvent = { type: "answered", hash: undefined };
  assert.equal(after(started, asked, none).kind, "handedOver");
  assert.equal(after(started, asked, answered, quiet).kind, "handedOver");
  assert.equal(after(started, asked, none, happened).kind, "done");
});

test("a wallet that never answers does not hold the act up", () => {
  const long = after(started, asked, quiet);
  assert.equal(long.kind === "signing" && long.isLong, true);
  assert.equal(nextState(long, happened).kind, "done");
});

test("a hash that turns up late is shown again", () => {
  assert.equal(after(started, asked, answered, quiet, { type: "seen", hash: HASH }).kind, "waiting");
});

test("declining is neutral, and only possible until something was sent", () => {
  assert.equal(after(started, asked, declined).kind, "declined");
  assert.equal(after(started, asked, answered, declined).kind, "waiting");
  assert.equal(after(started, asked, answered, happened, declined).kind, "done");
});

test("after a reload the ledger is watched; what is left of several calls waits for the officer", () => {
  const restored = after({ type: "restored", step: { number: 1, of: 2 } });
  assert.equal(restored.kind, "handedOver");
  const more = nextState(restored, { type: "happened", goesOn: false });
  assert.deepEqual(more, { kind: "more", step: { number: 1, of: 2 } });
  assert.deepEqual(nextState(more, started), { kind: "checking", step: { number: 2, of: 2 } });
});

test("a node that does not answer is said and taken back", () => {
  const blind = after(started, asked, answered, { type: "looked", isBlind: true });
  assert.equal(isOut(blind) && blind.isBlind, true);
  const seeing = nextState(blind, { type: "looked", isBlind: false });
  assert.equal(isOut(seeing) && seeing.isBlind, false);
});

const anyEvent = fc.constantFrom<ActEvent>(
  started,
  built(1),
  built(3),
  asked,
  answered,
  { type: "answered", hash: undefined },
  quiet,
  { type: "restored", step: { number: 2, of: 3 } },
  { type: "looked", isBlind: true },
  { type: "seen", hash: HASH },
  happened,
  { type: "happened", goesOn: false },
  declined,
  { type: "failed", error },
);

/** What may never be, wherever the act stands and whatever happens. */
function assertLawful(state: ActState, event: ActEvent, next: ActState): void {
  const enters = (kind: ActState["kind"]) => next.kind === kind && state.kind !== kind;
  assert.ok(!enters("done") || isOut(state), "done without a signature");
  assert.ok(!enters("signing") || state.kind === "checking", "signed what was not checked");
  assert.ok(event.type !== "started" || !isBusy(state) || next === state, "started twice");
  if (isOut(state) && next.kind === "checking") {
    assert.equal(next.step.number, state.step.number + 1, "a step is signed once");
  }
}

test("whatever comes in whatever order: nothing is done that was not asked for, and no step is signed twice", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
      const last = events.reduce((state, event) => {
        const next = nextState(state, event);
        assertLawful(state, event, next);
        return next;
      }, IDLE);
      assert.deepEqual(nextState(last, { type: "put away" }), IDLE);
    }),
  );
});
