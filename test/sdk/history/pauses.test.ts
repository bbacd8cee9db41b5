// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { encodeBytes32String, id } from "ethers";
import { decodeLogs, MemoryStore, programmeDetail, reduceEvents } from "#sdk/history/index.ts";
import { address, asset, knownBook, LogWriter, programme } from "./support/logs.ts";

const REASON = encodeBytes32String("LOST-KEYS");
const GUARDIAN = address(5);
const MEMBER = address(6);

/** A programme with an open cycle, then what `write` adds. */
async function historyOf(write: (writer: LogWriter) => void) {
  const writer = new LogWriter();
  const settings = [1, asset, "0x584f46", 5, 0, encodeBytes32String("72010"), "Food for Kaya"];
  writer.emit("consortium", "OrganisationAdmitted", 1, 0, "Relief", "XM-1", address(1));
  writer.emit("factory", "ProgrammeCreated", programme, 1, asset, settings, [[10n ** 20n, 1, false]]);
  const terms = [id("root"), 1, 20, 500, 100, 200, 300, 20, 30, 0, 0, 1, id("digest"), id("sheet")];
  writer.emit("programme", "CyclePrepared", 1, address(2), id("terms"), terms);
  write(writer);
  const store = new MemoryStore();
  const events = decodeLogs(writer.logs, knownBook());
  const reduction = await reduceEvents(events, await store.position(), (keys) => store.load(keys));
  await store.commit({ reduction, checkpoints: [], undoFrom: Number.MAX_SAFE_INTEGER });
  const [row] = store.rows("programmes");
  const [cycle] = store.rows("cycles");
  assert.ok(row && cycle);
  return { detail: programmeDetail(row, undefined, []), cycle, writer };
}

const timeOf = (writer: LogWriter) => 1_780_000_000 + writer.block * 3_600;

describe("the history of pauses", () => {
  it("knows of none at first", async () => {
    const { detail } = await historyOf(() => undefined);
    const nobody = { since: null, until: null };
    assert.deepEqual(detail.pauses, { redemptions: nobody, payouts: nobody });
    assert.equal(detail.closedAt, null);
  });

  it("shows each side's pause of each switch, and what was lifted", async () => {
    const { detail } = await historyOf((writer) => {
      writer.emit("programme", "PausedByGuardian", GUARDIAN, true, true, REASON);
      writer.emit("programme", "PausedByMember", MEMBER, 4, true, true, 777, REASON);
      writer.emit("programme", "GuardianPauseLifted", GUARDIAN, true, false);
      writer.emit("programme", "MemberPauseLifted", MEMBER, false, true);
    });
    assert.deepEqual(detail.pauses, {
      redemptions: { since: null, until: 777 },
      payouts: { since: 1_780_000_000 + 10 * 3_600, until: null },
    });
  });

  it("leaves a switch alone that an event does not name", async () => {
    const { detail } = await historyOf((writer) => {
      writer.emit("programme", "PausedByGuardian", GUARDIAN, false, true, REASON);
      writer.emit("programme", "PausedByMember", MEMBER, 4, false, true, 777, REASON);
    });
    assert.deepEqual(detail.pauses.redemptions, { since: null, until: null });
    assert.equal(detail.pauses.payouts.until, 777);
  });

  it("shows the dates of a cycle that count", async () => {
    const { cycle } = await historyOf((writer) => {
      writer.emit("programme", "CycleTimesChanged", 1, 260, 360, encodeBytes32String("PAUSED"));
      writer.emit("programme", "CycleTimesChanged", 1, 210, 310, encodeBytes32String("PAUSE-LIFTED"));
    });
    assert.deepEqual([cycle.expiresAt, cycle.graceEndsAt, cycle.reason], [210, 310, "PAUSE-LIFTED"]);
  });

  it("shows when a programme was closed", async () => {
    const { detail, writer } = await historyOf((all) => {
      all.nextBlock();
      all.emit("programme", "ProgrammeClosed", address(7), 12);
    });
    assert.equal(detail.closedAt, timeOf(writer));
  });
});
