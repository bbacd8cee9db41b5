// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { NAMESPACE, readDemoFile } from "#scripts/seed/lists.ts";
import {
  accountNumberOf,
  buildControlSheet,
  buildOpening,
  createCommitter,
  type ImportedList,
} from "#sdk/list/index.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { noBrowser } from "../appBrowser.ts";
import { sign } from "./support/acts.ts";
import { chapters } from "./support/chapter.ts";
import { type Desk, heading, signInAs } from "./support/desk.ts";
import { beginCycle, goOn, importList, unlock } from "./support/newCycle.ts";
import { type Programme, voucherProgramme } from "./support/programmes.ts";
import { takeUp } from "./support/waiting.ts";
import { CONSORTIUM_KEY, openWorld, type World } from "./support/world.ts";

const HOUSEHOLDS = 100_000;
const VALUE = "500";
const LONG = { timeout: 90_000 };

/** The largest list that the console is made for, against what the sdk makes of the same file here. How fast: `npm run bench:page`. */
describe(`a list of ${HOUSEHOLDS} households in the console`, { skip: noBrowser }, () => {
  let world: World;
  let programme: Programme;
  let preparer: Desk;
  let expected: ImportedList;
  const file = { ...syntheticList({ households: HOUSEHOLDS }), value: VALUE };

  before(async () => {
    world = await openWorld();
    programme = await voucherProgramme(world);
    expected = readDemoFile(file, programme);
  });
  after(() => world?.stop());
  const chapter = chapters();

  chapter("comes to the same households and the same totals", async () => {
    preparer = await signInAs(world, "preparer");
    await beginCycle(preparer, programme.name);
    await importList(preparer, { name: "large.csv", csv: file.csv }, VALUE);
    const { page } = preparer;
    await page.getByText("Every row is good.").waitFor();
    const figures = await page.locator("dl").first().locator("dd").allTextContents();
    const [rows, good, bad, total] = figures.map(digits);
    assert.deepEqual([rows, good, bad], [HOUSEHOLDS, HOUSEHOLDS, 0].map(BigInt));
    assert.equal(total, expected.total);

    const shown = await page.getByRole("table", { name: "By area" }).getByRole("row").allInnerTexts();
    const areas = shown.slice(1).map((row) => row.split("\t").map((cell) => cell.trim()));
    const { currency, step } = programme;
    const entries = expected.entitlements.map((household, i) => ({
      ...household,
      account: accountNumberOf(i),
    }));
    const { byArea } = buildControlSheet({ entries, currency, step });
    assert.deepEqual(
      new Set(areas.map(([area, households, amount]) => `${area} ${digits(households)} ${digits(amount)}`)),
      new Set(byArea.map(({ key, households, total: sum }) => `${key} ${households} ${sum}`)),
    );
  });

  chapter("is looked through to its last row", async () => {
    const { page } = preparer;
    const table = page.getByRole("table", { name: "Good rows" });
    assert.equal(await table.getAttribute("aria-rowcount"), String(HOUSEHOLDS + 1));
    await table.locator("..").focus();
    await page.keyboard.press("End");
    const last = expected.entitlements.at(-1);
    const row = table.locator(`[aria-rowindex="${HOUSEHOLDS + 1}"]`);
    await row.getByText(last?.identifier ?? "?", { exact: true }).waitFor();
  });

  chapter("and its households become one opening, with the root that the sdk works out", async () => {
    await goOn(preparer);
    await unlock(preparer);
    const { page } = preparer;
    await page.getByRole("button", { name: "Ask the custodian to open 100,000 accounts" }).click(LONG);
    await page.getByText("Waiting for the custodian").waitFor(LONG);

    const custodian = await signInAs(world, "custodian");
    await takeUp(custodian, /^Open accounts: /);
    await heading(custodian, "Open accounts");
    await custodian.page.getByRole("button", { name: /^Look at it: / }).click();
    await sign(custodian.page.getByRole("main"), /^Sign the opening of /);
    const opening = await world.suite.accounts.openingOf(1);
    const commit = await createCommitter({ key: CONSORTIUM_KEY, namespace: NAMESPACE });
    const { chainId, contracts } = world.suite.deployment;
    const own = await buildOpening(
      expected.entitlements.map(({ identifier }) => commit(identifier)),
      { chainId, registry: contracts.accounts, organisation: world.organisation },
    );
    assert.equal(Number(opening.count), HOUSEHOLDS);
    assert.equal(opening.root, own.root);
  });
});

const digits = (text = ""): bigint => BigInt(text.replace(/\D/g, ""));
