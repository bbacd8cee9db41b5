// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  changePassphrase,
  createEnvelope,
  type Envelope,
  type EnvelopeContent,
  openEnvelope,
  randomOfficeKey,
} from "#sdk/households/index.ts";

const PASSPHRASE = "grain dole of the old city";
const ORGANISATION = 3;

describe("the key envelope", () => {
  const content: EnvelopeContent = {
    consortiumKey: new Uint8Array(32).fill(0x5a),
    keyVersion: 2,
    officeKey: randomOfficeKey(),
    namespace: "national-id",
  };
  let envelope: Envelope;
  before(async () => {
    envelope = await createEnvelope(PASSPHRASE, ORGANISATION, content);
  });

  test("opens with its passphrase, also after it was stored as JSON", async () => {
    const stored: unknown = JSON.parse(JSON.stringify(envelope));
    assert.deepEqual(await openEnvelope(PASSPHRASE, ORGANISATION, stored), content);
  });

  test("holds nothing of the keys in the open", () => {
    const text = JSON.stringify(envelope);
    for (const key of [content.consortiumKey, content.officeKey])
      assert.ok(!text.includes(Buffer.from(key).toString("hex")));
    assert.ok(!text.includes(content.namespace));
  });

  test("the same passphrase makes another envelope each time", async () => {
    const other = await createEnvelope(PASSPHRASE, ORGANISATION, content);
    assert.notEqual(other.salt, envelope.salt);
    assert.notEqual(other.sealed, envelope.sealed);
  });

  test("a wrong passphrase is told so", async () => {
    for (const wrong of ["grain dole of the new city", "Grain dole of the old city", ""])
      await assert.rejects(openEnvelope(wrong, ORGANISATION, envelope), { code: "HOUSE-102" });
  });

  test("an error quotes neither passphrase nor keys", async () => {
    await assert.rejects(
      openEnvelope("a passphrase typed in error", ORGANISATION, envelope),
      (error: Error) => {
        assert.ok(!`${error.message} ${JSON.stringify(error)}`.includes("typed in error"));
        return true;
      },
    );
  });

  test("a short passphrase makes none", async () => {
    await assert.rejects(createEnvelope("eleven char", ORGANISATION, content), { code: "HOUSE-101" });
  });

  test("accents typed on another keyboard are the same passphrase", async () => {
    const composed = await createEnvelope("p\u00e9rim\u00e8tre du march\u00e9", ORGANISATION, content);
    const opened = await openEnvelope("pe\u0301rime\u0300tre du marche\u0301", ORGANISATION, composed);
    assert.equal(opened.namespace, content.namespace);
  });

  test("a change to any part of it does not open", async () => {
    const flipped = (text: `0x${string}`) =>
      `${text.slice(0, -1)}${text.endsWith("0") ? "1" : "0"}` as `0x${string}`;
    for (const part of ["salt", "iv", "sealed"] as const)
      await assert.rejects(
        openEnvelope(PASSPHRASE, ORGANISATION, { ...envelope, [part]: flipped(envelope[part]) }),
        {
          code: "HOUSE-102",
        },
      );
    await assert.rejects(openEnvelope(PASSPHRASE, ORGANISATION, { ...envelope, passes: 4 }), {
      code: "HOUSE-102",
    });
  });

  test("another organisation's envelope, a cheap one, a costly one and junk are refused unopened", async () => {
    const refused: unknown[] = [
      { ...envelope, organisation: 4 },
      { ...envelope, memoryKiB: 8 },
      { ...envelope, memoryKiB: 4_194_304 },
      { ...envelope, format: "annona-envelope-2" },
      { ...envelope, more: 1 },
      "junk",
      undefined,
    ];
    for (const one of refused)
      await assert.rejects(openEnvelope(PASSPHRASE, ORGANISATION, one), { code: "HOUSE-103" });
  });

  test("relabelled for another organisation it does not open there either", async () => {
    await assert.rejects(openEnvelope(PASSPHRASE, 4, { ...envelope, organisation: 4 }), {
      code: "HOUSE-102",
    });
  });

  test("under a new passphrase the keys are the same and the old one is of no use", async () => {
    const changed = await changePassphrase(PASSPHRASE, "another four words here", ORGANISATION, envelope);
    assert.deepEqual(await openEnvelope("another four words here", ORGANISATION, changed), content);
    await assert.rejects(openEnvelope(PASSPHRASE, ORGANISATION, changed), { code: "HOUSE-102" });
  });
});
