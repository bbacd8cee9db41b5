// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { importOfficeKey, type OfficeKey, open, randomOfficeKey, seal } from "#sdk/households/index.ts";

const context = { organisation: 3, kind: "draft-file", id: "7" };
const bytes = new TextEncoder().encode("household,name\nHH-1,Amina\n".repeat(40));

describe("sealed bytes", () => {
  let key: OfficeKey;
  let sealed: Uint8Array;
  before(async () => {
    key = await importOfficeKey(randomOfficeKey());
    sealed = await seal(key, bytes, context);
  });

  test("open where they belong, to the same bytes", async () => {
    assert.deepEqual(await open(key, sealed, context), bytes);
    const nothing = new Uint8Array(0);
    assert.deepEqual(await open(key, await seal(key, nothing, context), context), nothing);
  });

  test("are smaller than what repeats itself, and show none of it", () => {
    assert.ok(sealed.length < bytes.length / 2);
    assert.ok(!Buffer.from(sealed).includes("Amina"));
  });

  test("differ each time", async () => {
    assert.notDeepEqual(await seal(key, bytes, context), sealed);
  });

  test("do not open after any single byte was changed or cut off", async () => {
    for (let at = 0; at < sealed.length; at++) {
      const tampered = sealed.map((byte, i) => (i === at ? byte ^ 1 : byte));
      await assert.rejects(open(key, tampered, context), { code: "HOUSE-201" });
    }
    for (const length of [0, 3, 48, sealed.length - 1])
      await assert.rejects(open(key, sealed.subarray(0, length), context), { code: "HOUSE-201" });
  });

  test("do not open in another organisation, as another kind or under another id", async () => {
    for (const other of [
      { ...context, organisation: 4 },
      { ...context, kind: "draft-rows" },
      { ...context, id: "8" },
      { organisation: 3, kind: "draft", id: "file,7" },
    ])
      await assert.rejects(open(key, sealed, other), { code: "HOUSE-201" });
  });

  test("do not open with another key", async () => {
    const other = await importOfficeKey(randomOfficeKey());
    await assert.rejects(open(other, sealed, context), { code: "HOUSE-201" });
  });

  test("the key itself cannot be read out again", async () => {
    assert.equal(key.extractable, false);
    await assert.rejects(crypto.subtle.exportKey("raw", key));
  });

  test("a key of another length is refused", async () => {
    await assert.rejects(importOfficeKey(new Uint8Array(16)), { code: "HOUSE-104" });
  });
});
