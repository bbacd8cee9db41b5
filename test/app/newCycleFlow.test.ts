// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isReachable, nearestStep } from "#app/features/newCycle/flow/reach.ts";
import { type FlowEvent, reduce } from "#app/features/newCycle/flow/reduce.ts";
import { choicesToKeep, type FlowState, START } from "#app/features/newCycle/flow/state.ts";
import { STEPS } from "#app/features/newCycle/flow/steps.ts";
import { NO_COLUMNS } from "#app/features/newCycle/list/choice.ts";
import { dayNumber, dayText, periodAfter } from "#app/features/newCycle/plan/days.ts";
import { defaultPlan, type KnownCycle, planFaults, planTerms } from "#app/features/newCycle/plan/plan.ts";
import { findOverlaps } from "#app/features/newCycle/worker/overlaps.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";

const XOF = { code: "XOF", decimals: 0 };
const BY_AMOUNT = { ...NO_COLUMNS, id: "id", amount: "amount" };

describe("the flow", () => {
  const result = {
    rows: 3,
    households: 2,
    total: amountOf(30n),
    badRows: 1,
    problems: 1,
    kinds: [],
    refusals: [],
    preview: [],
    byArea: [],
    byHouseholdSize: [],
    byGroup: [],
    largest: [],
  };
  const opened = {
    rows: 3,
    bytes: 10,
    columns: [],
    headerRow: 1,
    delimiter: ",",
    encoding: "utf-8",
    fingerprint: "",
  } as const;
  const recognition = { by: "nothing", choice: BY_AMOUNT } as const;
  const accounts = { households: 2, open: 1, total: amountOf(10n), unopened: 1, linkedTwice: 0 };
  const plan = defaultPlan("Regular", [], dayNumber("2026-11-21") ?? 0);

  function flow(...events: FlowEvent[]): FlowState {
    return events.reduce(reduce, START);
  }
  const upToRead: FlowEvent[] = [
    { type: "fileChosen", name: "list.csv" },
    { type: "fileOpened", opened, recognition },
    { type: "read", choice: BY_AMOUNT, result },
  ];

  it("opens step after step, and never past problems that nobody decided on", () => {
    assert.deepEqual(
      STEPS.filter((step) => isReachable(flow(), step)),
      ["file"],
    );
    const read = flow(...upToRead);
    assert.deepEqual(
      STEPS.filter((step) => isReachable(read, step)),
      ["file", "columns", "problems"],
    );
    assert.equal(reduce(read, { type: "went", step: "accounts" }).step, "columns");
    const decided = reduce(read, { type: "leftOut", isLeftOut: true });
    assert.equal(reduce(decided, { type: "went", step: "accounts" }).step, "accounts");
  });

  it("stays where the preparer went while a draft was still being read", () => {
    const kept = { ...choicesToKeep(flow(...upToRead)), isLeftOut: true, step: "accounts" } as const;
    const restored: FlowEvent = { type: "restored", name: "list.csv", kept, opened, recognition };
    const read: FlowEvent = { type: "read", choice: kept.choice, result };
    assert.equal(flow(restored, read).step, "accounts");
    const went = flow(restored, { type: "went", step: "columns" }, read);
    assert.equal(went.step, "columns");
    assert.equal(went.isLeftOut, true);
  });

  it("forgets a decision to leave rows out when the columns or the file change", () => {
    const decided = flow(...upToRead, { type: "leftOut", isLeftOut: true });
    assert.equal(
      reduce(decided, { type: "columnsChosen", choice: { ...BY_AMOUNT, area: "area" } }).isLeftOut,
      false,
    );
    const corrected = reduce(decided, {
      type: "corrected",
      name: "b.csv",
      opened,
      result,
      difference: {
        added: 0,
        removed: 0,
        changed: 1,
        unchanged: 2,
        solved: 0,
        fresh: 0,
        remaining: 1,
        householdsBefore: 2,
        totalBefore: amountOf(30n),
      },
    });
    assert.deepEqual([corrected.isLeftOut, corrected.step], [false, "problems"]);
  });

  it("does not hear an answer to columns that were changed since", () => {
    const changed = flow(upToRead[0] as FlowEvent, upToRead[1] as FlowEvent, {
      type: "columnsChosen",
      choice: { ...BY_AMOUNT },
    });
    assert.equal(reduce(changed, { type: "read", choice: BY_AMOUNT, result }).result, undefined);
  });

  it("waits while households have no account, unless they are left out by name", () => {
    const waiting = flow(
      ...upToRead,
      { type: "leftOut", isLeftOut: true },
      { type: "accountsFound", accounts },
    );
    assert.equal(isReachable(waiting, "plan"), false);
    const without = reduce(waiting, { type: "wentWithoutUnopened", isWithout: true });
    assert.equal(isReachable(without, "plan"), true);
    const more = reduce(without, {
      type: "accountsFound",
      accounts: { ...accounts, households: 3, unopened: 2 },
    });
    assert.equal(more.isWithoutUnopened, false);
  });

  it("works the control sheet out again after a change of accounts or plan", () => {
    const checked = { sheet: {} as never, overlaps: [] };
    const ready = flow(
      ...upToRead,
      { type: "leftOut", isLeftOut: true },
      { type: "accountsFound", accounts: { ...accounts, open: 2, unopened: 0 } },
      { type: "planned", plan, isFine: true },
      { type: "checked", checked },
    );
    assert.equal(nearestStep(ready, "sign"), "sign");
    assert.equal(nearestStep(reduce(ready, { type: "planned", plan, isFine: false }), "sign"), "plan");
    assert.equal(nearestStep(reduce(ready, { type: "accountsFound", accounts }), "sign"), "accounts");
  });

  it("changes nothing any more once the cycle is prepared", () => {
    const prepared = flow(...upToRead, { type: "prepared", cycle: 4 });
    assert.equal(reduce(prepared, { type: "fileChosen", name: "x.csv" }), prepared);
    assert.deepEqual(
      STEPS.filter((step) => isReachable(prepared, step)),
      ["sign"],
    );
  });
});

describe("a plan", () => {
  const today = dayNumber("2026-11-21") ?? 0;
  const november: KnownCycle = {
    id: 3,
    kind: "Regular",
    state: "Approved",
    periodFirstDay: dayNumber("2026-11-01") ?? 0,
    periodLastDay: dayNumber("2026-11-30") ?? 0,
    expiresAt: 0,
  };

  it("proposes the month after the last regular cycle", () => {
    const plan = defaultPlan("Regular", [november], today);
    assert.deepEqual(plan, {
      kind: "Regular",
      parent: 0,
      periodFirst: "2026-12-01",
      periodLast: "2026-12-31",
      opens: "2026-12-01",
      expires: "2026-12-31",
      grace: "2027-01-14",
    });
    assert.deepEqual(planFaults(plan, today), {});
  });

  it("does not take a cycle that never paid as an example", () => {
    const returned = { ...november, id: 4, state: "Returned", periodFirstDay: 1, periodLastDay: 2 };
    assert.equal(defaultPlan("Regular", [november, returned], today).periodFirst, "2026-12-01");
  });

  it("gives a top-up the period of the cycle that it belongs to", () => {
    const plan = defaultPlan("TopUp", [november], today);
    assert.deepEqual(
      [plan.parent, plan.periodFirst, plan.opens, plan.expires],
      [3, "2026-11-01", "2026-11-21", "2026-11-30"],
    );
  });

  it("goes on by whole months after whole months, else by as many days", () => {
    const day = (text: string) => dayNumber(text) ?? 0;
    const next = periodAfter({ first: day("2026-01-01"), last: day("2026-03-31") });
    assert.deepEqual([dayText(next.first), dayText(next.last)], ["2026-04-01", "2026-06-30"]);
    const weeks = periodAfter({ first: day("2026-01-05"), last: day("2026-01-18") });
    assert.deepEqual([dayText(weeks.first), dayText(weeks.last)], ["2026-01-19", "2026-02-01"]);
  });

  it("names each field that is wrong", () => {
    const plan = {
      ...defaultPlan("Corrective", [], today),
      periodLast: "2026-02-30",
      expires: "2026-01-01",
      grace: "2025-01-01",
    };
    const faults = planFaults(plan, today);
    assert.deepEqual(faults, {
      periodLast: "notADay",
      expires: "beforeOpening",
      grace: "beforeExpiry",
      parent: "noParent",
    });
  });

  it("becomes terms with whole days of UTC", () => {
    const terms = planTerms(defaultPlan("Regular", [november], today));
    assert.equal(terms?.opensAt, Date.UTC(2026, 11, 1) / 1000);
    assert.equal(terms?.expiresAt, Date.UTC(2027, 0, 1) / 1000 - 1);
    assert.equal(terms?.graceEndsAt, Date.UTC(2027, 0, 15) / 1000 - 1);
    assert.deepEqual([terms?.kind, terms?.parent], [0, 0]);
  });
});

describe("overlaps", () => {
  it("count the households that other cycles pay too, with both sums", () => {
    const entry = (account: number, amount: bigint) => ({
      account: accountNumberOf(account),
      amount: amountOf(amount),
    });
    const own = [entry(256, 10n), entry(257, 20n), entry(300, 5n)];
    const overlaps = findOverlaps(own, [
      { programme: "A", cycle: 1, currency: XOF, entries: [entry(999, 1n)] },
      { programme: "B", cycle: 2, currency: XOF, entries: [entry(257, 7n), entry(300, 8n)] },
    ]);
    assert.deepEqual(overlaps, [
      { programme: "B", cycle: 2, households: 2, here: 25n, there: 15n, currency: XOF },
    ]);
  });
});
