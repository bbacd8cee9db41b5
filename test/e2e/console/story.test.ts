// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { noBrowser } from "../appBrowser.ts";
import { type Desk, signInAs } from "./support/desk.ts";
import { keepEvidence } from "./support/evidence.ts";
import { storyList, withMistakes } from "./support/lists.ts";
import { beginCycle, importList } from "./support/newCycle.ts";
import { cashProgramme, type Programme, voucherProgramme } from "./support/programmes.ts";
import { openWorld, type World } from "./support/world.ts";

const list = storyList();

describe(`a month of ${list.people.length} households in the console`, { skip: noBrowser }, () => {
  let world: World;
  let vouchers: Programme;
  let cash: Programme;
  let preparer: Desk;

  before(async () => {
    world = await openWorld();
    vouchers = await voucherProgramme(world);
    cash = await cashProgramme(world);
  });
  afterEach(keepEvidence);
  after(() => world?.stop());

  test("a preparer signs in and imports a list that has a few mistakes", async () => {
    preparer = await signInAs(world, "preparer");
    await beginCycle(preparer, vouchers.name);
    await importList(preparer, { name: list.fileName, csv: withMistakes(list) }, "30000");
    console.log(await preparer.page.locator("body").innerText());
    assert.ok(cash);
  });
});
