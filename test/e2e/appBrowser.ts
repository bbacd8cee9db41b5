// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { browserFlags, findBrowser } from "#scripts/house/browser.ts";

/** Why the browser tests are skipped; false when they can run. */
export const noBrowser = findBrowser() === undefined ? "no Chromium or Chrome on this machine" : false;

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  assert.ok(executablePath, "a browser");
  return chromium.launch({ executablePath, args: [...browserFlags] });
}

/** How somebody sees the app. */
export interface View {
  readonly width: number;
  readonly scheme: "light" | "dark";
}

export const desk: View = { width: 1280, scheme: "light" };
export const phone: View = { width: 360, scheme: "dark" };
export const views: readonly View[] = [
  desk,
  { width: 1280, scheme: "dark" },
  { width: 360, scheme: "light" },
  phone,
];

export interface OpenedPage {
  readonly page: Page;
  /** What the browser complained about: errors of scripts and everything that the content policy refused. */
  readonly complaints: string[];
}

/** A fresh visitor without cookies, storage or cache. */
export async function visit(
  browser: Browser,
  url: string,
  { width, scheme }: View = desk,
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // Refused requests are part of some tests; what the policy refuses never is.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(message.text());
    }
  });
  await page.goto(url);
  return { page, complaints };
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No finding of axe, nothing wider than the screen, no complaint of the browser. */
export async function assertSound({ page, complaints }: OpenedPage, what: string): Promise<void> {
  assert.deepEqual(await findingsOn(page), [], `${what}: accessibility`);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(tooWide <= 0, `${what}: ${tooWide} pixels wider than the screen`);
  assert.deepEqual(await cutOffIn(page), [], `${what}: wider than their place`);
  assert.deepEqual(complaints, [], `${what}: complaints of the browser`);
}

/** Parts of the page that can only be read whole by moving them sideways; tables may (WCAG 2.2, 1.4.10). */
function cutOffIn(page: Page): Promise<string[]> {
  return page
    .locator("main :is(section, form, fieldset, details, article, dl, ul, ol)")
    .evaluateAll((parts) =>
      parts
        .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.querySelector("table") === null)
        .filter((part) => getComputedStyle(part).overflowX !== "visible")
        .map((part) => `${part.textContent?.slice(0, 60)}: ${part.scrollWidth} in ${part.clientWidth}`),
    );
}

/** The page that is open, seen in one way after the other: a page answers to its screen and scheme without another load. */
export async function assertSoundInViews(
  opened: OpenedPage,
  what: string,
  {
    seen = views,
    also,
  }: { readonly seen?: readonly View[]; readonly also?: (view: View) => Promise<void> } = {},
): Promise<void> {
  for (const view of seen) {
    await opened.page.setViewportSize({ width: view.width, height: 800 });
    await opened.page.emulateMedia({ colorScheme: view.scheme });
    await assertSound(opened, `${what} at ${view.width} ${view.scheme}`);
    await also?.(view);
  }
}

/** Every rule that axe finds broken on the page, with the first place where it is. */
async function findingsOn(page: Page): Promise<string[]> {
  // Without frames one run inside of the page sees everything; the other way opens a blank page for each run, which costs twice the time.
  assert.equal(page.frames().length, 1, "a page without frames");
  // The page keeps axe until it is left: its half a megabyte of source is read once, not in every view.
  const isThere = await page.evaluate(() => "axe" in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere ? { axeSource: ";" } : {}) })
    .options({ resultTypes: ["violations"] })
    .withTags(RULES)
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
