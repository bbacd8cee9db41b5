// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { encodeBytes32String, id, ZeroHash } from "ethers";
import { decodeLogs, MemoryStore, reduceEvents } from "#sdk/history/index.ts";
import { address, asset, contracts, knownBook, LogWriter, programme } from "./support/logs.ts";
import { Simulation } from "./support/simulate.ts";

const NO_UNDO = Number.MAX_SAFE_INTEGER;

async function reduce(writer: LogWriter, backlog = new LogWriter()): Promise<MemoryStore> {
  const store = new MemoryStore();
  const events = decodeLogs(writer.logs, knownBook(), backlog.logs);
  const reduction = await reduceEvents(events, await store.position(), (keys) => store.load(keys));
  await store.commit({ reduction, checkpoints: [], undoFrom: NO_UNDO });
  return store;
}

describe("events that could stop the history", () => {
  it("keeps texts that are not UTF-8 or hold zeros readable for every store", async () => {
    const writer = new LogWriter();
    writer.emit("documents", "DocumentRecorded", id("a"), 1, ZeroHash, 0, address(1), "x\u0000y");
    writer.emit("documents", "DocumentRecorded", id("b"), 1, ZeroHash, 0, address(1), "broken");
    const [, broken] = writer.logs;
    assert.ok(broken);
    const text = Buffer.from("broken").toString("hex");
    const damaged = { ...broken, data: broken.data.replace(text, "ff".repeat(6)) };
    assert.notEqual(damaged.data, broken.data);
    writer.logs[1] = damaged;
    const store = await reduce(writer);
    const uris = new Map(store.rows("documents").map(({ hash, uri }) => [hash, uri]));
    assert.equal(uris.get(id("a")), "x\ufffdy");
    assert.equal(uris.get(id("b")), "(unreadable)");
  });

  it("counts nothing for a batch that names no real cycle", async () => {
    const { writer } = new Simulation();
    writer.emit("programme", "ReceiptsRecorded", address(0x7e01), 0, 1, 1, "0x", "0x", 1);
    const store = await reduce(writer);
    assert.equal(store.rows("receipts").length, 0);
    assert.equal(store.rows("batches").at(-1)?.stop, "CycleNotApproved");
  });

  it("leaves out what an asset says if it makes no sense, and what other contracts say", async () => {
    const { writer } = new Simulation();
    const before = await reduce(writer);
    writer.emit("asset", "UnitsIssued", address(1), 5n, [1n, "0x555344", 1n, id("document")]);
    const last = writer.logs.at(-1);
    assert.ok(last);
    writer.logs.push({ ...last, data: "0x1234", logIndex: last.logIndex + 1 });
    writer.logs.push({ ...last, address: address(0xbad), logIndex: last.logIndex + 2 });
    writer.logs.push({ ...last, topics: [id("Unheard()")], logIndex: last.logIndex + 3 });
    const store = await reduce(writer);
    assert.deepEqual(store.rows("programmes"), before.rows("programmes"));
    assert.deepEqual(store.rows("units"), [
      { asset, issued: 5n, retired: 0n, restored: 0n, final: 0n, born: last.block },
    ]);
  });

  it("counts what an asset said before the first programme named it, as of that block", async () => {
    const earlier = new LogWriter();
    earlier.emit("asset", "UnitsIssued", address(1), 700n, [7n, "0x455552", 100n, id("document")]);
    earlier.emit("asset", "UnitsRetired", programme, encodeBytes32String("E2E"), 200n);
    const { writer } = new Simulation();
    const made = writer.logs.find(({ address: emitter }) => emitter === contracts.programmeFactory);
    const store = await reduce(writer, earlier);
    assert.deepEqual(store.rows("units"), [
      { asset, issued: 700n, retired: 200n, restored: 0n, final: 0n, born: made?.block },
    ]);
    assert.equal(store.rows("issues")[0]?.sourceCurrency, "EUR");
  });

  it("shows codes as text, and bytes that are no text as they are", async () => {
    const writer = new LogWriter();
    const settings = [1, asset, "0xff0102", 5, 1, encodeBytes32String("72010"), "Cash"];
    writer.emit("factory", "ProgrammeCreated", programme, 1, asset, settings, []);
    const [row] = (await reduce(writer)).rows("programmes");
    assert.equal(row?.currency, "0xff0102");
    assert.equal(row?.purpose, "72010");
    assert.equal(row?.modality, "Cash");
  });

  it("names an event that does not fit what was before it", async () => {
    const writer = new LogWriter();
    writer.emit("programme", "Funded", address(1), address(2), 5n);
    await assert.rejects(reduce(writer), { code: "HIST-902" });
  });
});

describe("a cycle", () => {
  it("awaits release once it has its approvals, even when it later needs more, until it is activated", async () => {
    const { writer } = new Simulation().run([]);
    const terms = [id("r"), 1, 12, 50n, 1, 2, 3, 4, 5, 0, 0, 1, id("d"), id("s")];
    writer.emit("programme", "CyclePrepared", 2, address(1), id("terms"), terms);
    const states: (string | undefined)[] = [];
    const look = async (): Promise<void> => {
      const cycles = (await reduce(writer)).rows("cycles");
      states.push(cycles.find((cycle) => cycle.id === 2)?.state);
    };
    await look();
    for (const [approvals, needed] of [
      [1, 2],
      [2, 2],
      [3, 4],
    ]) {
      writer.emit("programme", "CycleApproved", 2, address(2), approvals, needed);
      await look();
    }
    writer.emit("programme", "CycleActivated", 2, 1, 50n);
    await look();
    assert.deepEqual(states, ["Prepared", "Prepared", "AwaitingRelease", "AwaitingRelease", "Approved"]);
  });
});

describe("accounts", () => {
  it("follows a household through known, linked, closed, reopened and rebound commitments", async () => {
    const writer = new LogWriter();
    const [first, second, third, renewed] = ["first", "second", "third", "renewed"].map(id);
    const both = `0x${first?.slice(2)}${second?.slice(2)}`;
    const again = `0x${second?.slice(2)}${third?.slice(2)}`;
    writer.emit("accounts", "OpeningAnnounced", 1, 1, address(3), id("root"), 256, 2, 1);
    writer.emit("accounts", "AccountsOpened", 1, 0, 256, 1, id("digest"), both);
    writer.nextBlock();
    writer.emit("accounts", "OpeningAnnounced", 2, 2, address(3), id("root"), 512, 2, 1);
    writer.emit("accounts", "AccountsOpened", 2, 0, 512, 2, id("digest"), again);
    writer.emit("accounts", "AccountLinked", 257, second, id("linked"));
    writer.emit("accounts", "AccountClosed", 256, 1, 0, 257);
    writer.emit("accounts", "AccountRebound", 257, second, renewed, 2);
    const store = await reduce(writer);
    const accounts = new Map(store.rows("accounts").map((row) => [row.number, row]));
    assert.deepEqual([...accounts.keys()].toSorted(), [256, 257, 513]);
    assert.deepEqual(
      [accounts.get(256)?.status, accounts.get(256)?.closingReason, accounts.get(256)?.successor],
      ["closed", "Merged", 257],
    );
    assert.equal(accounts.get(257)?.commitment, renewed);
    assert.equal(accounts.get(257)?.keyVersion, 2);
    assert.equal(accounts.get(513)?.organisation, 2);
    const commitments = new Map(
      store.rows("commitments").map((row) => [row.commitment, `${row.number} ${row.status}`]),
    );
    assert.equal(commitments.get(second ?? ""), "257 replaced");
    assert.equal(commitments.get(renewed ?? ""), "257 current");
    assert.equal(commitments.get(id("linked")), "257 linked");
    assert.deepEqual(
      store.rows("openings").map(({ accountsOpened, chunksPushed }) => [accountsOpened, chunksPushed]),
      [
        [2, 1],
        [1, 1],
      ],
    );
  });
});
