// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  createCommitter,
  type Identifier,
  keyCheckOf,
  normaliseIdentifier,
  requireKey,
} from "#sdk/list/index.ts";

const key = Uint8Array.from({ length: 32 }, (_, i) => i);

function normal(written: string): string {
  const reading = normaliseIdentifier(written);
  return "identifier" in reading ? reading.identifier : reading.fault;
}

describe("identifier profile annona-id-1", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["46913810", "46913810"],
    ["00046913810", "00046913810"],
    ["46,913,810", "46913810"],
    ["+1 (202) 555-0191", "12025550191"],
    ["46.913.810-k", "46913810K"],
    ["'0046913", "0046913"],
    [" ab / 12_3 ", "AB123"],
    ["AB\u00a012\u202f3\u200b\u200f", "AB123"],
    ["ab–12—3‑4−5", "AB12345"],
    ["ＡＢ１２", "AB12"],
    ["٠١٢٣", "0123"],
    ["straße 1", "STRASSE1"],
    ["ı1i", "I1I"],
    ["É1", "É1"],
    ["E\u03011", "É1"],
    ["محمد١", "محمد1"],
    ["2E5", "2E5"],
    ["d4f0b6a2-1e11-4c6e-9a52-6a7a0b1c2d3e", "D4F0B6A21E114C6E9A526A7A0B1C2D3E"],
    ["A".repeat(64), "A".repeat(64)],
    ["A".repeat(65), "longId"],
    ["", "missingId"],
    ["\u200b - ", "missingId"],
    ["2.54708E+11", "damagedId"],
    ["2.54708E11", "damagedId"],
    ["46913810.0", "damagedId"],
    ["46913810,00", "damagedId"],
    ["a@b.org", "illegalId"],
    ["#254700", "illegalId"],
    ["12\u00003", "illegalId"],
    ["A\ufffdB", "illegalId"],
  ];
  for (const [written, expected] of cases) {
    it(`makes ${expected} of ${JSON.stringify(written)}`, () => assert.equal(normal(written), expected));
  }

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 70 }), (written) => {
        const reading = normaliseIdentifier(written);
        if ("identifier" in reading) assert.deepEqual(normaliseIdentifier(reading.identifier), reading);
      }),
      { numRuns: 2000 },
    );
  });

  it("is stable for every single character", () => {
    for (let point = 1; point < 0x2_0000; point++) {
      const reading = normaliseIdentifier(`x${String.fromCodePoint(point)}`);
      if ("identifier" in reading)
        assert.deepEqual(normaliseIdentifier(reading.identifier), reading, point.toString(16));
    }
  });
});

describe("commitments", () => {
  const expected = (namespace: string, identifier: string) =>
    `0x${createHmac("sha256", key).update(`annona-id-1\0${namespace}\0${identifier}`, "utf8").digest("hex")}`;

  it("are HMAC-SHA-256 of profile, namespace and identifier, however often the hasher is used", async () => {
    const commit = await createCommitter({ key, namespace: "national-id" });
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (identifier) => {
        assert.equal(commit(identifier as Identifier), expected("national-id", identifier));
      }),
    );
  });

  it("stay what they are: a published example", async () => {
    const commit = await createCommitter({ key, namespace: "national-id" });
    const example = "0xee37e431156821d1bf304387e076dfbb8d8f0dcfda02e3cda4c3688b26abf320";
    assert.equal(commit("46913810" as Identifier), example);
  });

  it("differ by key and by namespace", async () => {
    const identifier = "46913810" as Identifier;
    const others = [
      await createCommitter({ key, namespace: "national-id" }),
      await createCommitter({ key, namespace: "unhcr-progres" }),
      await createCommitter({ key: new Uint8Array(32), namespace: "national-id" }),
    ];
    assert.equal(new Set(others.map((commit) => commit(identifier))).size, 3);
  });

  it("are refused for a key or namespace that is not one", async () => {
    for (const length of [0, 31, 33, 64]) {
      await assert.rejects(createCommitter({ key: new Uint8Array(length), namespace: "x" }), {
        code: "LIST-506",
      });
    }
    for (const namespace of ["", "National", "a b", "-a", "a\0b", "a".repeat(65)]) {
      await assert.rejects(createCommitter({ key, namespace }), { code: "LIST-508" });
    }
  });

  it("need the key whose check value is published", async () => {
    const published = await keyCheckOf(key);
    assert.equal(published, `0x${createHmac("sha256", key).update("annona key check 1").digest("hex")}`);
    await requireKey(key, published.toUpperCase().replace("0X", "0x"));
    await assert.rejects(requireKey(new Uint8Array(32), published), { code: "LIST-507" });
  });
});
