// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openProgramme } from "#scripts/cli/suite.ts";
import { createProgramme, deployDollar, fund, mintDollars } from "#scripts/seed/programme.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { openOffice, type TestOffice } from "./support/office.ts";

/** `npm run test:deep` takes the whole size; otherwise a tenth of it, in a tenth of the time. */
const HOUSEHOLDS = process.env.ANNONA_TEST_DEEP ? 100_000 : 10_000;
const SHARE = HOUSEHOLDS / 100_000;
const OPENING_SECONDS = 300 * SHARE;
const LOADING_SECONDS = 90 * SHARE;
const CHUNKS = Math.ceil(HOUSEHOLDS / 256);
const DAY = 86_400_000;

describe(`a list of ${HOUSEHOLDS} households through the command line`, () => {
  let office: TestOffice;
  const { csv, members } = syntheticList({ households: HOUSEHOLDS });

  before(async () => {
    office = await openOffice();
    const { suite, people, organisation, folder } = office;
    await writeFile(join(folder, "list.csv"), csv);
    const asset = await deployDollar(people);
    const programme = await createProgramme(suite, people, {
      organisation,
      name: "Large programme",
      asset,
      currency: "USD",
      step: 10_000n,
      modality: "cash",
      purpose: "72010",
      bands: [{ upTo: 10n ** 15n, approvers: 1, needsRelease: false }],
    });
    await mintDollars(people, asset, 10n ** 13n);
    await fund(people, programme, 10n ** 13n);
  });
  after(() => office?.stop());

  async function timed<T>(...args: string[]): Promise<{ seconds: number; data: T }> {
    const begun = performance.now();
    const data = await office.data<T>(...args);
    return { seconds: (performance.now() - begun) / 1000, data };
  }

  test("accounts are opened in time, with one signature of a custodian", async (t) => {
    const { custodian } = office.people;
    const before_ = await custodian.getNonce();
    const { seconds, data } = await timed<{ opened: number }>(
      "accounts",
      "open",
      "list.csv",
      "--id",
      "nationalId",
    );
    t.diagnostic(`${HOUSEHOLDS} accounts opened in ${seconds.toFixed(1)} s`);
    assert.equal(data.opened, HOUSEHOLDS);
    assert.equal((await custodian.getNonce()) - before_, 1);
    assert.ok(seconds < OPENING_SECONDS, `${seconds} s`);
  });

  test("the list is loaded in time, with one signature of each officer", async (t) => {
    const { preparer, approver } = office.people;
    const before_ = await Promise.all([preparer.getNonce(), approver.getNonce()]);
    const columns = ["--id", "nationalId", "--value", "12.50", "--times", "totalHHSize"];
    await office.data("list", "commit", "list.csv", ...columns, "--out", "cycle-1");
    const [today, later, last] = [0, 29, 43].map((days) =>
      new Date(Date.now() + days * DAY).toISOString().slice(0, 10),
    );
    const times = ["--opens", today ?? "", "--expires", later ?? "", "--grace", last ?? ""];
    await office.data("cycle", "prepare", "--list", "cycle-1", ...times);
    await office.data("cycle", "approve", "--list", "cycle-1");
    const { seconds, data } = await timed<{ total: number; loaded: string }>(
      "cycle",
      "load",
      "--list",
      "cycle-1",
    );
    t.diagnostic(`${HOUSEHOLDS} entitlements loaded in ${seconds.toFixed(1)} s`);
    assert.deepEqual([data.total, data.loaded], [CHUNKS, String(12_500_000n * BigInt(members))]);
    const after_ = await Promise.all([preparer.getNonce(), approver.getNonce()]);
    assert.deepEqual(
      after_.map((nonce, i) => nonce - (before_[i] ?? 0)),
      [1, 1],
    );
    assert.ok(seconds < LOADING_SECONDS, `${seconds} s`);
    const { contract } = await openProgramme(office.suite, undefined);
    assert.equal((await contract.cycleOf(1)).chunksLoaded, BigInt(CHUNKS));
  });
});
