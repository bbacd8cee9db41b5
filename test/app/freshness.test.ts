// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeFreshness } from "#app/shared/live/freshness.ts";

const indexedTo = { number: 1_000, hash: `0x${"00".repeat(32)}`, timestamp: 0 };
const status = { chainId: 1, indexedTo, headSeen: 1_000, programmes: 1, problem: null };
const polled = { status, answeredAt: 10_000, isFailing: false, isAsking: false };

test("before the first answer it connects; when that fails it says so", () => {
  const never = { status: undefined, answeredAt: 0, isFailing: false, isAsking: true };
  assert.equal(judgeFreshness(never, 0).kind, "connecting");
  assert.equal(judgeFreshness({ ...never, isFailing: true }, 0).kind, "silent");
});

test("a lost poll alarms nobody, a lasting silence does", () => {
  assert.equal(judgeFreshness({ ...polled, isFailing: true }, 20_000).kind, "live");
  assert.deepEqual(judgeFreshness({ ...polled, isFailing: true }, 26_000), { kind: "silent", since: 10_000 });
  assert.equal(judgeFreshness({ ...polled, isAsking: true }, 26_000).kind, "silent");
});

test("a page that was not looked at for long is not silent: nobody asked", () => {
  assert.equal(judgeFreshness(polled, 9_999_999).kind, "live");
});

test("a server that is far behind, or cannot read the ledger, is not live", () => {
  const behind = { ...polled, status: { ...status, headSeen: 1_100 } };
  assert.deepEqual(judgeFreshness(behind, 11_000), { kind: "behind", blocks: 100 });
  const stuck = { ...polled, status: { ...status, problem: "HIST-201" } };
  assert.deepEqual(judgeFreshness(stuck, 11_000), { kind: "stuck", problem: "HIST-201" });
});
