// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { randomReference, referenceFault, waysOf } from "#app/features/fundDesk/giving.ts";

describe("a donor's reference", () => {
  it("is any short plain text, or nothing", () => {
    for (const fine of ["", "GIFT-250", "MFA-2026-014", "2026/07 instalment", "x".repeat(31)]) {
      assert.equal(referenceFault(fine), undefined, fine);
    }
  });

  it("cannot be longer than the ledger keeps, or need another keyboard", () => {
    for (const bad of ["x".repeat(32), "don-été", "هدية", "a\tb"])
      assert.equal(referenceFault(bad), "plain", bad);
  });

  it("is doubted when it looks like a name, an address or a telephone number", () => {
    for (const doubtful of [
      "Amina Diallo",
      "for Amina",
      "amina@example.org",
      "+223 76 54 32 10",
      "0176-54321099",
    ]) {
      assert.equal(referenceFault(doubtful), "personal", doubtful);
    }
  });
});

describe("a reference by chance", () => {
  it("fits the ledger, looks like nobody's name, and is another one each time", () => {
    const drawn = Array.from({ length: 200 }, randomReference);
    for (const reference of drawn) {
      assert.match(reference, /^G(-[2-9A-HJ-NP-Z]{4}){3}$/);
      assert.equal(referenceFault(reference), undefined, reference);
    }
    assert.equal(new Set(drawn).size, drawn.length);
  });
});

describe("how money gets to a fund", () => {
  it("is offered from the easiest on", () => {
    assert.deepEqual(waysOf({ takesEther: true, hasPermit: false }), ["ether", "approve"]);
    assert.deepEqual(waysOf({ takesEther: false, hasPermit: true }), ["permit", "approve"]);
    assert.deepEqual(waysOf({ takesEther: false, hasPermit: false }), ["approve"]);
  });
});
