// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { boardOf, type WaitingTask } from "#app/features/waiting/board.ts";
import { draftTasks, exceptionTasks, requestTasks } from "#app/features/waiting/officeBoard.ts";
import type { Cycle, OpenAct } from "#sdk/agency/index.ts";

const PROGRAMME = `0x${"11".repeat(20)}`;
const OTHER = `0x${"22".repeat(20)}`;

function cycleTask(kind: "approveCycle" | "loadCycle" | "closeCycle", cycle: number, at = 0): WaitingTask {
  const view = { cycle, approvedAt: at, graceEndsAt: at } as Cycle;
  return { kind, programme: PROGRAMME, cycle: view };
}

function actTask(actId: bigint, proposedAt: number): WaitingTask {
  const act = { actId, contract: PROGRAMME, proposedAt } as OpenAct;
  return { kind: "approveAct", programme: PROGRAMME, act, isReady: true };
}

describe("what waits for an officer", () => {
  it("is grouped, with what holds up others first, and without empty groups", () => {
    const board = boardOf([
      cycleTask("closeCycle", 1, 50),
      cycleTask("loadCycle", 2, 60),
      actTask(7n, 100),
      ...requestTasks([
        { id: "r", programme: PROGRAMME, title: "March", state: "open", count: 12, createdAt: 5 },
      ]),
    ]);
    assert.deepEqual(
      board.map(({ group }) => group),
      ["sign", "accounts", "load", "close"],
    );
    assert.deepEqual(boardOf([]), []);
  });

  it("stands oldest first; what the ledger gives no time for follows, lowest number first", () => {
    const [signing] = boardOf([
      cycleTask("approveCycle", 9),
      actTask(2n, 300),
      cycleTask("approveCycle", 4),
      actTask(1n, 200),
    ]);
    assert.deepEqual(
      signing?.items.map(({ key }) => key.replace(` ${PROGRAMME}`, "")),
      ["act 1", "act 2", "approveCycle 4", "approveCycle 9"],
    );
  });

  it("has a key of its own for every task", () => {
    const tasks: WaitingTask[] = [
      actTask(1n, 1),
      actTask(2n, 1),
      cycleTask("approveCycle", 1),
      cycleTask("loadCycle", 1),
      { kind: "settleShop", programme: PROGRAMME, shop: 1, code: "A", cycle: 2, owed: 5n as never },
      { kind: "settleShop", programme: PROGRAMME, shop: 12, code: "B", cycle: 2, owed: 5n as never },
      { kind: "exceptions", programme: OTHER, count: 1, since: 1 },
    ];
    const keys = boardOf(tasks).flatMap(({ items }) => items.map(({ key }) => key));
    assert.equal(new Set(keys).size, tasks.length);
  });
});

describe("what the office adds", () => {
  it("is only drafts that are ready, requests under way, and open exceptions", () => {
    const draft = { programme: PROGRAMME, title: "March", households: 3, updatedAt: 8 };
    const states = ["draft", "waiting", "ready", "prepared", "discarded"] as const;
    const drafts = draftTasks(states.map((state) => ({ id: state, state, ...draft })));
    assert.deepEqual(
      drafts.map((task) => task.kind === "draftReady" && task.draft),
      ["ready"],
    );
    const requests = (["open", "announced", "done", "declined"] as const).map((state) => ({
      id: state,
      state,
      programme: PROGRAMME,
      title: "March",
      count: 3,
      createdAt: 8,
    }));
    assert.deepEqual(
      requestTasks(requests).map((task) => task.kind === "openAccounts" && task.request),
      ["open", "announced"],
    );
  });

  it("counts exceptions by programme, as old as the oldest", () => {
    const found = exceptionTasks([
      { programme: PROGRAMME, state: "open", createdAt: 30 },
      { programme: OTHER, state: "open", createdAt: 10 },
      { programme: PROGRAMME, state: "open", createdAt: 20 },
      { programme: PROGRAMME, state: "settled", createdAt: 1 },
    ]);
    assert.deepEqual(found, [
      { kind: "exceptions", programme: PROGRAMME, count: 2, since: 20 },
      { kind: "exceptions", programme: OTHER, count: 1, since: 10 },
    ]);
  });
});
