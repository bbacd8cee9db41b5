// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { id as keccakOfText, toBeHex } from "ethers";
import Papa from "papaparse";
import { createCommitter, type Identifier } from "#sdk/list/index.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { caughtUp, endInOrder, historyFile, serveHistory } from "./support/historyProcess.ts";
import { databaseValues, haystackOf, leaksIn, logWords, transactionInputs } from "./support/search.ts";
import { CONSORTIUM_KEY, type Month, sceneAt, undisturbedMonth } from "./support/stages.ts";

/** A list of others' making, which is not part of the project; where it is absent, a made-up one of the same shape serves. */
const SHARED = fileURLToPath(new URL("../../../shared/data/lists/121-excel-999.csv", import.meta.url));

type Person = Readonly<Record<"nationalId" | "phoneNumber" | "fullName", string>>;

describe("after a month, nobody of the list can be found", () => {
  let month: Month;
  let people: readonly Person[];
  let personal: readonly string[];

  before(async () => {
    const csv = existsSync(SHARED) ? await readFile(SHARED, "utf8") : syntheticList({ households: 999 }).csv;
    people = Papa.parse<Person>(csv, { header: true, skipEmptyLines: true }).data;
    assert.equal(people.length, 999);
    personal = people.flatMap(({ nationalId, phoneNumber, fullName }) => [nationalId, phoneNumber, fullName]);
    assert.ok(personal.every((value) => value !== undefined && value !== ""));
    month = await undisturbedMonth(csv);
  });
  after(() => month?.stop());

  async function commitmentOfSomebody(): Promise<string> {
    const commit = await createCommitter({ key: CONSORTIUM_KEY, namespace: "national-id" });
    return commit(people[500]?.nationalId as Identifier).slice(2);
  }

  test("on the chain, in the history database, or in what the server says", async (t) => {
    const scene = await sceneAt(t, month, "loaded");
    await scene.run("redeem", month.receiptsFile);
    const server = await serveHistory(t, month, scene);
    await caughtUp(scene, server.url);
    for (const path of ["status", "programmes", "nothing-here"]) await fetch(`${server.url}/api/${path}`);
    await endInOrder(server.child);

    const inputs = await transactionInputs(scene.suite);
    const logs = await logWords(scene.suite);
    const rows = databaseValues(historyFile(scene));
    const commitment = await commitmentOfSomebody();
    // What may be found is found: the search sees the opening, in the transactions and in the logs.
    assert.ok(haystackOf(inputs).hex.includes(commitment), "no commitment in the transactions");
    assert.ok(haystackOf(logs).hex.includes(commitment), "no commitment in the logs");
    assert.ok(rows.includes("Food vouchers"), "no programme in the database");
    assert.match(server.said(), /events, blocks/);

    const everything = haystackOf([...inputs, ...logs, ...rows, server.said()]);
    assert.deepEqual(leaksIn(everything, personal), []);
  });

  test("and the search would find each form of a person's data", () => {
    const { nationalId, phoneNumber, fullName } = people[7] as Person;
    const bytes = (text: string) => Buffer.from(text).toString("hex");
    for (const [planted, form] of [
      [`"${fullName}"`, `${fullName} as text`],
      [`tel:${phoneNumber}`, `${phoneNumber} as text`],
      [`0x00${bytes(fullName)}00`, `${fullName} as bytes`],
      [`0x0000${bytes(nationalId)}`, `${nationalId} as bytes`],
      [keccakOfText(nationalId), `${nationalId} as Keccak-256`],
      [toBeHex(BigInt(nationalId), 32), `${nationalId} as uint256`],
    ] as const) {
      assert.deepEqual(leaksIn(haystackOf(["before", planted, "after"]), personal), [form]);
    }
  });
});
