// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import { listedInText } from "#app/features/accounts/ledger/listedInText.ts";
import { readIds } from "#app/features/accounts/opening/readIds.ts";
import { accountNumberOf, encodeNamelessList } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("one id a line, with or without a heading, each household once", () => {
  const plain = readIds(bytes("NI 0001\nNI-0002\r\n\nNI0001\n"));
  assert.deepEqual(plain.identifiers, ["NI0001", "NI0002"]);
  assert.deepEqual(plain.columns, []);
  const headed = readIds(bytes("household id\nNI0003\n"));
  assert.deepEqual(headed.identifiers, ["NI0003"]);
});

test("a line that is no id is left out and named by its row", () => {
  const { identifiers, problems } = readIds(bytes("NI0001\n2.54708E+11\nNI0002\n"));
  assert.deepEqual(identifiers, ["NI0001", "NI0002"]);
  assert.deepEqual(
    problems.map(({ row }) => row),
    [2],
  );
});

test("of a table the column that looks like ids is read, or the one that is chosen", () => {
  const table = bytes("village;Household ID;phone\nBor;NI0001;70 1\nBor;NI0002;70 2\n");
  const guessed = readIds(table);
  assert.equal(guessed.column, "Household ID");
  assert.deepEqual(guessed.identifiers, ["NI0001", "NI0002"]);
  assert.deepEqual(readIds(table, "phone").identifiers, ["701", "702"]);
});

test("an empty file is a problem, not a crash", () => {
  assert.equal(readIds(bytes("")).problems.length, 1);
});

test("one account is found in a nameless list without reading the others", () => {
  const entries = [7, 70, 700].map((number) => ({
    account: accountNumberOf(number),
    amount: amountOf(BigInt(number)),
  }));
  const text = encodeNamelessList(entries);
  assert.equal(listedInText(text, accountNumberOf(70)), 70n);
  assert.equal(listedInText(text, accountNumberOf(0)), 0n);
});
