// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import type { PersonName } from "#scripts/seed/people.ts";
import { assertSoundInViews, noBrowser } from "../appBrowser.ts";
import { comeToWork, type Desk, FRENCH, goTo, signInAs, sitDown } from "./support/desk.ts";
import { keepEvidence } from "./support/evidence.ts";
import { addressOf, CONSOLE_PAGES, forgottenRoutes, PUBLIC_PAGES } from "./support/pages.ts";
import { openMonth, type SmallMonth } from "./support/smallMonth.ts";
import { englishLeftIn } from "./support/words.ts";

describe("the console for everybody", { skip: noBrowser }, () => {
  let month: SmallMonth;

  before(async () => {
    month = await openMonth(300);
  });
  afterEach(keepEvidence);
  after(() => month?.world.stop());

  async function open(desk: Desk, path: string): Promise<void> {
    await goTo(desk, addressOf(path, month));
    await desk.page.getByRole("heading", { level: 1 }).waitFor();
    await desk.page.waitForLoadState("networkidle");
  }

  test("no route of the app is forgotten here", () => {
    assert.deepEqual(forgottenRoutes(), []);
  });

  // One officer after the other: pages that nobody looks at any more would go on asking the ledger.
  for (const [officer, paths] of byOfficer(CONSOLE_PAGES)) {
    describe(`to ${officer}`, () => {
      let desk: Desk;
      before(async () => {
        desk = await signInAs(month.world, officer);
      });
      after(() => desk?.leave());

      for (const path of paths) {
        test(`${officer} at ${path}: no finding, light and dark, wide and narrow`, async () => {
          await open(desk, path);
          await assertSoundInViews(desk, path);
        });
      }
    });
  }

  test("in French no English is left on any page", async () => {
    const isEnglish = await englishLeftIn("fr");
    // The search sees: an English page is full of what it looks for.
    const english = await sitDown(month.world, "preparer");
    await open(english, "/console");
    assert.ok((await english.page.evaluate(readableTexts)).some(isEnglish));
    await english.leave();

    const found: string[] = [];
    for (const [officer, paths] of byOfficer([...CONSOLE_PAGES, ...PUBLIC_PAGES])) {
      const desk = await sitDownInFrench(officer);
      for (const path of paths) {
        await open(desk, path);
        assert.equal(await desk.page.locator("html").getAttribute("lang"), "fr");
        const said = await desk.page.evaluate(readableTexts);
        found.push(...said.filter(isEnglish).map((text) => `${path}: ${text}`));
      }
      await desk.leave();
    }
    assert.deepEqual(found, []);
  });

  /** An officer whose browser is in French, signed in; the public has no wallet. */
  async function sitDownInFrench(officer: PersonName): Promise<Desk> {
    const desk = await sitDown(month.world, officer, { locale: "fr-FR" });
    if (officer !== "donor") await comeToWork(desk, FRENCH);
    return desk;
  }

  test("in Arabic the frame runs from right to left, and the pages stay readable", async () => {
    const desk = await sitDown(month.world, "finance", { locale: "ar" });
    await goTo(desk, "/console");
    await desk.page.getByRole("heading", { level: 1 }).waitFor();
    const header = desk.page.getByRole("banner");
    assert.equal(await header.getAttribute("dir"), "rtl");
    assert.equal(await desk.page.getByRole("main").getAttribute("dir"), "ltr");
    assert.match((await header.textContent()) ?? "", /[\u0600-\u06ff]{3}/);
    await assertSoundInViews(desk, "Arabic");
    await desk.leave();
  });
});

/** The pages of each officer, together. */
function byOfficer(pages: typeof CONSOLE_PAGES): Map<PersonName, string[]> {
  const paths = new Map<PersonName, string[]>();
  for (const [officer, path] of pages) paths.set(officer, [...(paths.get(officer) ?? []), path]);
  return paths;
}

/** In the page: every text that is read or read aloud, each as it stands. */
function readableTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [document.title];
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? "");
  for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
    for (const element of document.querySelectorAll(`[${name}]`))
      texts.push(element.getAttribute(name) ?? "");
  }
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}
