// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type FundAllocation, type FundContribution, FundTrace } from "#sdk/funds/index.ts";
import { Treasurer } from "./Treasurer.ts";

const NORTH = "north";

describe("a contribution is followed to the unit", () => {
  const contributions: FundContribution[] = [
    { id: 1, donor: "A", earmark: null, from: 0n, to: 100n, parent: null },
    { id: 2, donor: "B", earmark: null, from: 100n, to: 150n, parent: null },
    { id: 3, donor: NORTH, earmark: null, from: 150n, to: 180n, parent: { allocation: 1, from: 90n } },
  ];
  const allocations: FundAllocation[] = [
    { id: 1, recipient: NORTH, earmark: null, from: 0n, to: 120n, returned: 30n },
    { id: 2, recipient: "south", earmark: null, from: 120n, to: 155n, returned: 0n },
  ];
  const trace = new FundTrace({ contributions, allocations });

  test("through a return to a second recipient", () => {
    const journey = trace.follow(1);
    assert.deepEqual(
      journey?.steps.map(({ allocation, amount, returned }) => [allocation.id, amount, returned]),
      [
        [1, 100n, 10n],
        [2, 5n, 0n],
      ],
    );
    assert.equal(journey?.waiting, 5n);
    assert.deepEqual(
      [...(journey?.kept ?? [])],
      [
        [NORTH, 90n],
        ["south", 5n],
      ],
    );
  });

  test("and an allocation back to who gave it", () => {
    assert.deepEqual(
      trace.originsOf(2).map(({ contribution, amount }) => [contribution.donor, amount]),
      [
        ["A", 5n],
        ["B", 30n],
      ],
    );
  });

  test("what is not there is not found", () => {
    assert.equal(trace.follow(9), undefined);
    assert.deepEqual(trace.originsOf(9), []);
  });
});

describe("any fund agrees with a treasurer who labels every coin", () => {
  const act = fc.oneof(
    fc.record({
      kind: fc.constant("give" as const),
      to: fc.constantFrom(null, NORTH, "south"),
      amount: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({
      kind: fc.constantFrom("allocate" as const, "return" as const, "release" as const),
      to: fc.constantFrom(NORTH, "south"),
      amount: fc.integer({ min: 1, max: 12 }),
    }),
  );

  test("forwards, backwards, and in sum", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const treasurer = new Treasurer();
        for (const one of acts) {
          if (one.kind === "give") treasurer.give(one.to, one.amount);
          else treasurer[one.kind](one.to, one.amount);
        }
        requireSame(treasurer);
      }),
      { numRuns: 300 },
    );
  });
});

function requireSame(treasurer: Treasurer): void {
  const { contributions, allocations } = treasurer.books();
  const trace = new FundTrace({ contributions, allocations });
  for (const contribution of contributions) {
    if (contribution.parent === null) requireSameJourney(trace, treasurer, contribution);
  }
  for (const { id } of allocations) requireSameOrigins(trace, treasurer, id);
}

function requireSameJourney(
  trace: FundTrace,
  treasurer: Treasurer,
  { id, from, to }: FundContribution,
): void {
  const journey = trace.follow(id);
  assert.equal(journey?.waiting, treasurer.waiting(id), "waiting");
  assert.deepEqual(new Map(journey?.kept), treasurer.kept(id), "kept");
  const kept = [...(journey?.kept.values() ?? [])].reduce((sum, part) => sum + part, 0n);
  assert.equal(kept + (journey?.waiting ?? 0n), to - from, "in sum");
}

function requireSameOrigins(trace: FundTrace, treasurer: Treasurer, allocation: number): void {
  const found = trace.originsOf(allocation);
  assert.deepEqual(
    new Map(found.map(({ contribution, amount }) => [contribution.id, amount])),
    treasurer.origins(allocation),
    "origins",
  );
}
