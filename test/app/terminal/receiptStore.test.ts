// SPDX-License-Identifier: Apache-2.0

import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { openDatabase } from "#app/features/terminal/database.ts";
import { type Draft, receiptStore } from "#app/features/terminal/receiptStore.ts";
import { findTerminalKey, forgetTerminalKey, makeTerminalKey } from "#app/features/terminal/terminalKey.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { cycleId, dayOf, terminalAddress } from "#sdk/receipts/index.ts";

const terminal = terminalAddress(`0x${"11".repeat(20)}`);
const other = terminalAddress(`0x${"22".repeat(20)}`);

function sale(change: Partial<Draft> = {}, by = terminal): Draft {
  return {
    id: randomUUID(),
    receipt: {
      kind: "sale",
      terminal: by,
      cycle: cycleId(1),
      account: accountNumberOf(7),
      amount: amountOf(2_000n),
      recognition: "card-pin",
      day: dayOf(20_000),
    },
    sinceBlock: 5,
    nextOnLedger: 1,
    ...change,
  };
}

const numbersOf = (receipts: readonly { number: number }[]) => receipts.map(({ number }) => number);

test("receipts are numbered without a gap, each terminal on its own, and outlive the page", async () => {
  const name = randomUUID();
  const store = receiptStore(await openDatabase(name));
  assert.equal((await store.keep(sale())).number, 1);
  assert.equal((await store.keep(sale())).number, 2);
  assert.equal((await store.keep(sale({}, other))).number, 1);
  const afterReload = receiptStore(await openDatabase(name));
  assert.equal((await afterReload.keep(sale())).number, 3);
  const kept = await afterReload.list(terminal);
  assert.deepEqual(numbersOf(kept), [1, 2, 3]);
  assert.equal(kept[0]?.receipt.amount, 2_000n);
  assert.deepEqual(kept[0]?.progress, { kind: "kept" });
});

test("numbers go on where the ledger is, when it is ahead of the device", async () => {
  const store = receiptStore(await openDatabase(randomUUID()));
  assert.equal((await store.keep(sale({ nextOnLedger: 41 }))).number, 41);
  assert.equal((await store.keep(sale({ nextOnLedger: 41 }))).number, 42);
});

test("one confirmation makes one receipt, however often it is pressed", async () => {
  const store = receiptStore(await openDatabase(randomUUID()));
  const draft = sale();
  const numbers = numbersOf(await Promise.all([store.keep(draft), store.keep(draft), store.keep(draft)]));
  assert.deepEqual(numbers, [1, 1, 1]);
  assert.equal((await store.list(terminal)).length, 1);
});

test("two tabs that store at the same moment give no number twice", async () => {
  const name = randomUUID();
  const tabs = [receiptStore(await openDatabase(name)), receiptStore(await openDatabase(name))];
  const kept = await Promise.all(Array.from({ length: 40 }, (_, i) => tabs[i % 2]?.keep(sale())));
  const numbers = kept.map((receipt) => receipt?.number ?? 0).sort((a, b) => a - b);
  assert.deepEqual(
    numbers,
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
});

test("what the ledger said for good stays", async () => {
  const store = receiptStore(await openDatabase(randomUUID()));
  await store.keep(sale());
  await store.keep(sale());
  await store.note(
    terminal,
    new Map([
      [1, { kind: "recorded" }],
      [2, { kind: "stopped", stop: "CeilingUsedUp" }],
    ]),
  );
  await store.note(
    terminal,
    new Map([
      [1, { kind: "kept" }],
      [2, { kind: "recorded" }],
    ]),
  );
  const progress = (await store.list(terminal)).map((receipt) => receipt.progress.kind);
  assert.deepEqual(progress, ["recorded", "recorded"]);
});

test("a terminal's key stays on its device, one a programme, and is not stored in the clear", async () => {
  const database = await openDatabase(randomUUID());
  const place = { chainId: 31_337, programme: `0x${"Ab".repeat(20)}` };
  assert.equal(await findTerminalKey(database, place), undefined);
  const [first, second] = await Promise.all([
    makeTerminalKey(database, place),
    makeTerminalKey(database, place),
  ]);
  assert.equal(first.address, second.address);
  const found = await findTerminalKey(database, { ...place, programme: place.programme.toLowerCase() });
  assert.equal(found?.privateKey, first.privateKey);
  assert.equal(await findTerminalKey(database, { ...place, chainId: 1 }), undefined);

  const stored = await new Promise<Record<string, unknown>>((resolve) => {
    const request = database.transaction("keys").objectStore("keys").getAll();
    request.onsuccess = () => resolve(request.result[0]);
  });
  const clear = Buffer.from(first.privateKey).toString("latin1");
  assert.ok(
    !Buffer.from(stored.sealed as ArrayBuffer)
      .toString("latin1")
      .includes(clear),
  );
  assert.equal((stored.sealer as CryptoKey).extractable, false);

  await forgetTerminalKey(database, place);
  assert.equal(await findTerminalKey(database, place), undefined);
});
