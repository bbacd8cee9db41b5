// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { z as zod } from "zod/mini";
import { z } from "#sdk/shape/index.ts";

/** The same schema, written with the library and with ours: they must accept and refuse the same. */
const pairs = {
  ours: z.object({
    id: z.int().check(z.nonnegative()),
    name: z.string().check(z.minLength(1), z.maxLength(20)),
    note: z.optional(z.string()),
    day: z.nullable(z.int()),
    kind: z.enum(["sale", "refund"]),
    place: z.union([z.literal(""), z.url({ protocol: /^https?$/, error: "is no address" })]),
    parts: z.array(z.object({ isOpen: z.boolean(), of: z.null() })),
  }),
  library: zod.object({
    id: zod.int().check(zod.nonnegative()),
    name: zod.string().check(zod.minLength(1), zod.maxLength(20)),
    note: zod.optional(zod.string()),
    day: zod.nullable(zod.int()),
    kind: zod.enum(["sale", "refund"]),
    place: zod.union([zod.literal(""), zod.url({ protocol: /^https?$/ })]),
    parts: zod.array(zod.object({ isOpen: zod.boolean(), of: zod.null() })),
  }),
};
const good = {
  id: 1,
  name: "a",
  day: null,
  kind: "sale",
  place: "https://example.org/x",
  parts: [{ isOpen: true, of: null }],
};

describe("shapes of data from elsewhere", () => {
  test("accept and refuse what zod does", () => {
    assert.deepEqual(pairs.ours.safeParse(good), { success: true, data: good });
    const anything = fc.oneof(
      fc.anything(),
      fc.integer(),
      fc.string(),
      fc.constantFrom(null, undefined, "sale", "", "http://a.b", "ftp://a.b", "no address", Number.NaN, 1.5),
    );
    const field = fc.constantFrom(...Object.keys(good), "note");
    fc.assert(
      fc.property(field, anything, (name, value) => {
        const given = { ...good, [name]: value };
        const [ours, theirs] = [pairs.ours.safeParse(given), pairs.library.safeParse(given)];
        assert.equal(ours.success, theirs.success);
        if (ours.success) assert.deepEqual(ours.data, theirs.data);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(pairs.ours.safeParse(value).success, pairs.library.safeParse(value).success);
      }),
    );
  });

  test("name every place that is wrong", () => {
    const read = pairs.ours.safeParse({ ...good, id: -1, parts: [{ isOpen: true, of: null }, { of: 1 }] });
    assert.ok(!read.success);
    assert.deepEqual(
      read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`),
      ["id is below zero", "parts.1.isOpen is neither true nor false", "parts.1.of is not null"],
    );
    assert.match(z.prettifyError(read.error), /^id: is below zero\nparts\.1\.isOpen: /);
  });

  test("leave out what they do not name, and take nothing from a prototype", () => {
    const read = z.object({ a: z.int() }).safeParse({ a: 1, b: 2 });
    assert.deepEqual(read, { success: true, data: { a: 1 } });
    assert.equal(z.object({ toString: z.optional(z.string()) }).safeParse({}).success, true);
    assert.equal(z.object({ toString: z.string() }).safeParse({}).success, false);
  });

  test("make something of what was read, only when it was right", () => {
    const amount = z.pipe(
      z.string().check(z.regex(/^\d{1,39}$/)),
      z.transform((digits: string) => BigInt(digits)),
    );
    assert.deepEqual(amount.safeParse("12"), { success: true, data: 12n });
    assert.equal(amount.safeParse("twelve").success, false);
    const more = z.extend(z.object({ a: z.int(), b: z.string() }), { b: amount });
    assert.deepEqual(more.safeParse({ a: 1, b: "2" }), { success: true, data: { a: 1, b: 2n } });
  });
});
