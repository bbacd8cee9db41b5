// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { encodeBytes32String, id } from "ethers";
import { decodeLogs, MemoryStore, reduceEvents } from "#sdk/history/index.ts";
import { address, asset, fund, knownBook, LogWriter, programme } from "./support/logs.ts";

const DONOR = address(7);

/** A fund whose gift for a programme was released when the programme had been closed. */
async function released(): Promise<MemoryStore> {
  const writer = new LogWriter();
  const settings = [1, asset, "0x584f46", 5, 0, encodeBytes32String("72010"), "Food for Kaya"];
  writer.emit("consortium", "OrganisationAdmitted", 1, 0, "Relief", "XM-1", address(1));
  writer.emit("factory", "ProgrammeCreated", programme, 1, asset, settings, [[10n ** 20n, 1, false]]);
  writer.emit("fundFactory", "FundCreated", fund, 1, asset, "Solidarity");
  writer.emit("fund", "Contributed", 1, DONOR, encodeBytes32String("GIFT"), programme, 500, 0);
  writer.nextBlock();
  writer.emit("fund", "EarmarkReleased", 2, 1, programme, 500, 0, 0, id("consent"));
  const store = new MemoryStore();
  const events = decodeLogs(writer.logs, knownBook());
  const reduction = await reduceEvents(events, await store.position(), (keys) => store.load(keys));
  await store.commit({ reduction, checkpoints: [], undoFrom: Number.MAX_SAFE_INTEGER });
  return store;
}

describe("the history of a released earmark", () => {
  it("is read as an allocation that wholly came back, into the money for any", async () => {
    const store = await released();
    const [allocation] = store.rows("allocations");
    assert.deepEqual(
      [allocation?.id, allocation?.kind, allocation?.recipient, allocation?.first, allocation?.last],
      [1, "released", programme, 0n, 500n],
    );
    assert.equal(allocation?.returned, 500n);
    const back = store.rows("contributions").find(({ kind }) => kind === "released");
    assert.deepEqual([back?.id, back?.earmark, back?.parent, back?.last], [2, null, 1, 500n]);
  });

  it("leaves the fund's books as the contract has them", async () => {
    const store = await released();
    const [row] = store.rows("funds");
    const { contributed, allocated, returned, released: freed } = row ?? {};
    assert.deepEqual([contributed, allocated, returned, freed], [500n, 500n, 500n, 500n]);
    const pots = store.rows("pots").map((pot) => [pot.earmark, pot.contributed, pot.allocated]);
    assert.deepEqual(new Set(pots.map(String)), new Set([`${programme},500,500`, ",500,0"]));
  });
});
