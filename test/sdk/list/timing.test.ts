// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { it } from "node:test";
import { mappingOf } from "#sdk/formats/presetsMapping.ts";
import {
  accountNumberOf,
  assignAccounts,
  buildEntitlementList,
  buildOpening,
  createCommitter,
  importList,
} from "#sdk/list/index.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { utf8, XOF } from "./support.ts";

const HOUSEHOLDS = 100_000;
const CONTRACT = "0x5FbDB2315678afecb367f032d93F642f64180aa3";

it("a list of 100,000 households goes from file to root, and ties out", async (test) => {
  const made = syntheticList({ households: HOUSEHOLDS });
  const bytes = utf8(made.csv);
  const times: string[] = [];
  const start = performance.now();
  let last = start;
  const lap = (name: string) => {
    const now = performance.now();
    times.push(`${name} ${(now - last).toFixed(0)} ms`);
    last = now;
  };

  const list = importList(bytes, { mapping: mappingOf({ value: "30000" }, "121"), currency: XOF, step: 5n });
  lap("import and validation");
  const commit = await createCommitter({ key: new Uint8Array(32).fill(1), namespace: "national-id" });
  const commitments = list.entitlements.map(({ identifier }) => commit(identifier));
  lap("commitments");
  const opening = await buildOpening(commitments, { chainId: 1, registry: CONTRACT, organisation: 1 });
  lap("opening");
  const accountOf = new Map(commitments.map((commitment, i) => [commitment, accountNumberOf(256 + i)]));
  const { entries } = assignAccounts(list.entitlements, commitments, accountOf);
  lap("accounts");
  const committed = await buildEntitlementList(entries, { chainId: 1, programme: CONTRACT, cycleId: 1 });
  lap("chunks and root");
  test.diagnostic(`${times.join(", ")}; together ${(last - start).toFixed(0)} ms`);

  assert.equal(list.rows, HOUSEHOLDS);
  assert.equal(opening.count, HOUSEHOLDS);
  assert.equal(committed.households, HOUSEHOLDS);
  assert.equal(committed.total, BigInt(made.members) * 30_000n);
});
