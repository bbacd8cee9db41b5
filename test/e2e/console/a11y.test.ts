// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import type { PersonName } from "#scripts/seed/people.ts";
import { assertSound, noBrowser, views } from "../appBrowser.ts";
import { type Desk, goTo, heading, signInAs, sitDown } from "./support/desk.ts";
import { keepEvidence } from "./support/evidence.ts";
import { openMonth, type SmallMonth } from "./support/smallMonth.ts";
import { foreignWords } from "./support/words.ts";

/** Every page of the console, with the officer who works there. `PROGRAMME` and `ACCOUNT` stand for those of the tests. */
const PAGES: readonly (readonly [officer: PersonName, path: string])[] = [
  ["preparer", "/console"],
  ["preparer", "/console/programmes/PROGRAMME"],
  ["preparer", "/console/programmes/PROGRAMME/new-cycle"],
  ["preparer", "/console/programmes/PROGRAMME/cycles/1"],
  ["preparer", "/console/programmes/PROGRAMME/cycles/1/load"],
  ["preparer", "/console/programmes/PROGRAMME/cycles/1/messages"],
  ["approver", "/console"],
  ["approver", "/console/programmes/PROGRAMME"],
  ["approver", "/console/programmes/PROGRAMME/cycles/2"],
  ["approver", "/console/programmes/PROGRAMME/cycles/2/approve"],
  ["custodian", "/console/accounts"],
  ["custodian", "/console/accounts?account=ACCOUNT"],
  ["custodian", "/console/accounts/open"],
  ["custodian", "/console/accounts/cards"],
  ["custodian", "/console/office"],
  ["custodian", "/console/programmes/PROGRAMME/terminal"],
  ["finance", "/console/programmes/PROGRAMME/shops"],
  ["finance", "/console/programmes/PROGRAMME/shops?shop=1"],
  ["finance", "/console/programmes/PROGRAMME/receipts"],
  ["finance", "/console/programmes/PROGRAMME/reconcile?shop=1&cycle=1"],
  ["finance", "/console/programmes/PROGRAMME/correct"],
  ["finance", "/console/programmes/PROGRAMME/settle"],
  ["finance", "/console/programmes/PROGRAMME/settlements/1"],
  ["finance", "/console/programmes/PROGRAMME/cycles/1/close"],
];

describe("the console for everybody", { skip: noBrowser }, () => {
  let month: SmallMonth;
  const desks = new Map<PersonName, Desk>();

  before(async () => {
    month = await openMonth(300);
    for (const name of new Set(PAGES.map(([officer]) => officer))) desks.set(name, await signInAs(month.world, name));
  });
  afterEach(keepEvidence);
  after(() => month?.world.stop());

  const pathOf = (path: string) =>
    path
      .replace("PROGRAMME", month.programme.address)
      .replace("ACCOUNT", String(month.entries[0]?.account));

  async function open(desk: Desk, path: string): Promise<void> {
    await goTo(desk, pathOf(path));
    await desk.page.getByRole("heading", { level: 1 }).waitFor();
    await desk.page.waitForLoadState("networkidle");
  }

  for (const [officer, path] of PAGES) {
    test(`${officer} at ${path}: no finding, light and dark, wide and narrow`, async () => {
      const desk = desks.get(officer);
      assert.ok(desk);
      await open(desk, path);
      for (const { width, scheme } of views) {
        await desk.page.setViewportSize({ width, height: 800 });
        await desk.page.emulateMedia({ colorScheme: scheme });
        await assertSound(desk, `${width} ${scheme}`);
      }
    });
  }

  test("in French no English is left on any page", async () => {
    const foreign = await foreignWords("fr");
    const found: string[] = [];
    for (const [officer, path] of PAGES) {
      const desk = await french(officer);
      await open(desk, path);
      const said = await desk.page.evaluate(visibleTexts);
      found.push(...said.filter((text) => foreign.has(text)).map((text) => `${path}: ${text}`));
    }
    assert.deepEqual(found, []);
  });

  const frenchDesks = new Map<PersonName, Desk>();
  async function french(officer: PersonName): Promise<Desk> {
    const known = frenchDesks.get(officer);
    if (known !== undefined) return known;
    const desk = await sitDown(month.world, officer, { locale: "fr-FR" });
    await goTo(desk, "/console");
    const header = desk.page.getByRole("banner");
    await header.getByRole("button", { name: "Connecter", exact: true }).or(header.getByRole("button", { name: "Se connecter", exact: true })).click();
    await header.getByRole("button", { name: new RegExp(desk.wallet.name) }).click();
    await desk.page.getByRole("main").getByRole("button").first().click();
    frenchDesks.set(officer, desk);
    return desk;
  }

  test("in Arabic the frame runs from right to left, and the pages stay readable", async () => {
    const desk = await sitDown(month.world, "finance", { locale: "ar" });
    await goTo(desk, "/console");
    await desk.page.getByRole("heading", { level: 1 }).waitFor();
    const header = desk.page.getByRole("banner");
    assert.equal(await header.getAttribute("dir"), "rtl");
    assert.equal(await desk.page.getByRole("main").getAttribute("dir"), "ltr");
    assert.match(await header.innerText(), /[\u0600-\u06ff]{3}/);
    await desk.page.setViewportSize({ width: 360, height: 800 });
    await assertSound(desk, "Arabic");
    await desk.leave();
  });
});

/** In the page: the texts that can be read, each as it stands. */
function visibleTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim();
    if (text) texts.push(text);
  }
  return texts;
}
