// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { keccak256 } from "ethers";
import type { Browser, Page as BrowserPage } from "playwright-core";
import { recordDocument } from "#scripts/cli/actions/documents.ts";
import { openSuite } from "#scripts/cli/suite.ts";
import { openPeople } from "#scripts/seed/people.ts";
import type {
  Page,
  ProgrammeDetail,
  ProgrammeSummary,
  ReceiptView,
  SettlementView,
} from "#sdk/history/shapes/index.ts";
import { parseAmount } from "#sdk/money/index.ts";
import { assertSound, assertSoundInViews, noBrowser, openBrowser, phone, visit } from "./appBrowser.ts";
import { startWorld, type World } from "./support/world.ts";

/** JavaScript that a browser really fetches for a page for everybody, compressed. */
const LARGEST_START_BYTES = 170_000;

describe("the app on the real history server", { skip: noBrowser }, () => {
  let world: World;
  let browser: Browser;
  let programme: ProgrammeDetail;

  before(async () => {
    [world, browser] = await Promise.all([startWorld(), openBrowser()]);
    const { items } = await ask<Page<ProgrammeSummary>>("/api/programmes");
    const first = items.find(({ name }) => name === "Food vouchers, northern districts");
    assert.ok(first, "the world has the programme that pays in XOF");
    programme = await ask<ProgrammeDetail>(`/api/programmes/${first.address}`);
  });

  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  async function ask<Answer>(path: string): Promise<Answer> {
    const response = await fetch(`${world.url}${path}`);
    assert.equal(response.status, 200, path);
    return (await response.json()) as Answer;
  }

  const programmeUrl = (query = "") => `${world.url}/programmes/${programme.address}${query}`;

  test("every page is sound: light and dark, desk and phone", async () => {
    const paths = [
      `/programmes/${programme.address}`,
      "/programmes",
      "/documents",
      `/documents?hash=0x${"ab".repeat(32)}`,
      "/nowhere",
      "/programmes/0x12",
    ];
    for (const path of paths) {
      const opened = await visit(browser, `${world.url}${path}`);
      await opened.page.getByRole("heading", { level: 1 }).waitFor();
      await opened.page.waitForLoadState("networkidle");
      await assertSoundInViews(opened, path);
      await opened.page.context().close();
    }
  });

  test("shows where every unit of the money is, to the unit", async () => {
    const { page } = await visit(browser, `${world.url}/programmes`);
    await page.getByRole("link", { name: programme.name }).click();
    await page.getByRole("heading", { level: 1, name: programme.name }).waitFor();
    const { balances, currency } = programme;
    const shown = {
      free: await amountIn(page, "Free"),
      reserved: await amountIn(page, "Reserved"),
      owed: await amountIn(page, "Owed to shops"),
      instructed: await amountIn(page, "Instructed"),
      settled: await amountIn(page, "Settled"),
      fees: await amountIn(page, "Fee reserve"),
    };
    for (const [term, text] of Object.entries(shown)) {
      const units = balances[term as keyof typeof balances];
      assert.equal(parseAmount(text, currency), BigInt(units), term);
    }
    await page.getByText("All totals add up to the unit.").waitFor();
    await page.context().close();
  });

  test("finds receipts by number, account and shop, and says when there is none", async () => {
    const { items } = await ask<Page<ReceiptView>>(`/api/programmes/${programme.address}/receipts?limit=500`);
    const wanted = items.at(-1);
    assert.ok(wanted, "the world has receipts");
    const { page } = await visit(browser, programmeUrl());
    await page.getByLabel("Account number").fill(String(wanted.account));
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByText(/receipts? found\./).waitFor();
    const receipts = page.getByRole("region", { name: "Receipts" });
    const accounts = await receipts.getByRole("link", { name: /^Receipts of account/ }).allTextContents();
    assert.ok(accounts.length > 0);
    assert.deepEqual([...new Set(accounts)], [String(wanted.account)]);

    await page.getByLabel("Receipt number").fill(String(wanted.number));
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL((url) => url.searchParams.get("number") === String(wanted.number));
    await receipts
      .getByRole("rowheader", { name: `No. ${wanted.number}` })
      .first()
      .waitFor();

    await page.getByLabel("Account number").fill("4294967295");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByText("No receipt matches").waitFor();

    // The search is in the address: a colleague who opens it sees the same.
    const { page: colleague } = await visit(browser, programmeUrl(`?shop=${wanted.shop}`));
    const shops = await colleague.getByLabel("Shop", { exact: true }).inputValue();
    assert.equal(shops, String(wanted.shop));
    await Promise.all([page.context().close(), colleague.context().close()]);
  });

  test("a settlement leads to the record of its statement", async () => {
    const { items } = await ask<Page<SettlementView>>(`/api/programmes/${programme.address}/settlements`);
    const settlement = items[0];
    assert.ok(settlement, "the world has a settlement");
    const { page } = await visit(browser, programmeUrl());
    await page.getByRole("link", { name: `Check the statement of settlement ${settlement.id}` }).click();
    await page.getByRole("heading", { name: "This document is on record" }).waitFor();
    await page.getByRole("rowheader", { name: programme.organisation.name }).waitFor();
    await page.context().close();
  });

  test("hashes a file in the browser, uploads nothing, and shows the record as soon as it is made", async () => {
    const { page, complaints } = await visit(browser, `${world.url}/documents`);
    const bodies: string[] = [];
    page.on("request", (request) => bodies.push(request.postData() ?? ""));
    // Larger than one piece of a stream, so that the pieces must be put together in order.
    const buffer = Buffer.alloc(3_000_000, "annona");
    await page.locator("input[type=file]").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer });
    await page.getByRole("heading", { name: "Nobody recorded this document" }).waitFor();
    await page.getByText(keccak256(buffer)).waitFor();
    await page.getByText("list.csv, 3 MB").waitFor();

    await recordAsOfficer(buffer);
    await page.getByRole("heading", { name: "This document is on record" }).waitFor();
    await page.getByRole("rowheader", { name: programme.organisation.name }).waitFor();
    await page.getByRole("cell", { name: "Evidence" }).waitFor();
    assert.deepEqual(
      bodies.filter((body) => body !== ""),
      [],
    );
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  async function recordAsOfficer(bytes: Uint8Array): Promise<void> {
    const suite = await openSuite(world);
    const { id } = programme.organisation;
    const { finance } = openPeople(suite.provider);
    const document = { organisation: id, bytes, kind: "Evidence", subject: programme.address } as const;
    await recordDocument(suite, finance, document);
    suite.provider.destroy();
  }

  test("a wrong fingerprint is named with its next step", async () => {
    const { page } = await visit(browser, `${world.url}/documents`, phone);
    await page.getByLabel("Or paste a fingerprint").fill("0x1234");
    await page.getByRole("button", { name: "Look up" }).click();
    await page.getByText("APP-302").waitFor();
    await page.context().close();
  });

  test("says so when the server does not answer, and recovers by itself", async () => {
    const { page } = await visit(browser, programmeUrl());
    await page.getByText("Live", { exact: true }).waitFor();
    await page.route("**/api/**", (route) => route.abort());
    await page.getByText("These figures may be out of date").waitFor({ timeout: 40_000 });
    await page.getByRole("heading", { level: 1, name: programme.name }).waitFor();
    await page.unroute("**/api/**");
    await page.getByText("These figures may be out of date").waitFor({ state: "detached", timeout: 20_000 });
    await page.context().close();
  });

  test("an unknown programme is an error with a number and a next step", async () => {
    const { page } = await visit(browser, `${world.url}/programmes/0x${"1".repeat(40)}`);
    await page.getByRole("alert").getByText("HIST-401").waitFor();
    await page.context().close();
  });

  test("works by keyboard: skip link first, focus on the heading after navigation", async () => {
    const { page } = await visit(browser, `${world.url}/programmes`);
    await page.getByRole("link", { name: programme.name }).waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await focusedText(page), "Skip to the content");
    await page.getByRole("link", { name: "Check a document" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Check a document" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    await page.context().close();
  });

  test("the colour scheme that was chosen stays", async () => {
    const { page } = await visit(browser, `${world.url}/programmes`);
    await page.getByRole("button", { name: "Switch to the dark colour scheme" }).click();
    await page.reload();
    await page.getByRole("button", { name: "Switch to the light colour scheme" }).waitFor();
    const scheme = await page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
    assert.equal(scheme, "dark");
    await page.context().close();
  });

  test("speaks French once it is chosen: words, figures and errors", async () => {
    const { page } = await visit(browser, programmeUrl());
    await page.getByLabel("Language").selectOption("fr");
    await page.getByRole("heading", { name: "Où se trouve l’argent" }).waitFor();
    assert.equal(await page.locator("main").getAttribute("lang"), "fr");
    const table = page.getByRole("table", { name: "Où se trouve l’argent" });
    const free = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Libre" }) });
    const shown = (await free.getByRole("cell").last().textContent()) ?? "";
    assert.equal(
      parseAmount(shown.replaceAll(/\s/g, ""), programme.currency),
      BigInt(programme.balances.free),
    );
    await page.goto(`${world.url}/programmes/0x${"1".repeat(40)}`);
    await page.getByRole("alert").getByText("Aucun programme n’est connu à cette adresse.").waitFor();
    await page.getByRole("alert").getByText("HIST-401").waitFor();
    await page.context().close();
  });

  test("in Arabic the pages for everybody run from right to left, and those of the console stay English", async () => {
    const opened = await visit(browser, `${world.url}/programmes`);
    const { page } = opened;
    await page.getByLabel("Language").selectOption("ar");
    await page.getByRole("link", { name: "التحقق من وثيقة" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "ar");
    const directions = await page.evaluate(() =>
      ["header", "main", "footer"].map((name) => {
        const part = document.querySelector(name);
        return part && getComputedStyle(part).direction;
      }),
    );
    assert.deepEqual(directions, ["rtl", "rtl", "rtl"]);
    await page.getByRole("heading", { level: 1, name: "البرامج" }).waitFor();
    await assertSound(opened, "Arabic");
    // Words are loaded once, so that the way into the console is one into another document.
    await page.getByRole("banner").getByRole("link", { name: "في انتظاري" }).click();
    await page.getByRole("heading", { level: 1, name: "Waiting for me" }).waitFor();
    assert.equal(await page.getByRole("main").getAttribute("dir"), "ltr");
    assert.equal(await page.locator("html").getAttribute("lang"), "ar");
    await page.context().close();
  });

  test("on a phone the navigation waits behind a button, also for the keyboard", async () => {
    const { page } = await visit(browser, `${world.url}/programmes`, phone);
    const menu = page.getByRole("button", { name: "Menu" });
    const link = page.getByRole("link", { name: "Check a document" });
    assert.equal(await link.isVisible(), false);
    await menu.press("Enter");
    await link.waitFor();
    await page.keyboard.press("Escape");
    await link.waitFor({ state: "hidden" });
    await menu.click();
    await link.click();
    await page.getByRole("heading", { level: 1, name: "Check a document" }).waitFor();
    await link.waitFor({ state: "hidden" });
    await page.context().close();
  });

  test("a console without its configuration says so in place of an empty page", async () => {
    const { page } = await visit(browser, "about:blank");
    await page.route("**/config.json", (route) => route.abort());
    await page.goto(`${world.url}/programmes`);
    await page.getByRole("alert").getByText("CONFIG-101").waitFor();
    await page.unroute("**/config.json");
    await page.route("**/config.json", (route) => route.fulfill({ json: { format: "something else" } }));
    await page.reload();
    await page.getByRole("alert").getByText("CONFIG-103").waitFor();
    await page.context().close();
  });

  test("starts with little JavaScript", async () => {
    for (const url of [programmeUrl(), `${world.url}/programmes`, `${world.url}/documents`]) {
      const { page } = await visit(browser, "about:blank");
      const scripts: Promise<Buffer>[] = [];
      page.on("response", (response) => {
        if (response.request().resourceType() === "script") scripts.push(response.body());
      });
      await page.goto(url, { waitUntil: "networkidle" });
      const bodies = await Promise.all(scripts);
      const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
      assert.ok(bytes > 50_000 && bytes < LARGEST_START_BYTES, `${url}: ${bytes} bytes`);
      await page.context().close();
    }
  });
});

/** The amount in the row of the money table, without its grouping. */
async function amountIn(page: BrowserPage, name: string): Promise<string> {
  const table = page.getByRole("table", { name: "Where the money is" });
  const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  const text = await row.getByRole("cell").last().textContent();
  return (text ?? "").replaceAll(",", "");
}

function focusedText(page: BrowserPage): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}
