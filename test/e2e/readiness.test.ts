// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { keccak256 } from "ethers";
import type { Browser, Page } from "playwright-core";
import { questionsOf, readAssessment, type StageName } from "#sdk/readiness/index.ts";
import { assertSoundInViews, noBrowser, openBrowser, phone, visit } from "./appBrowser.ts";
import { startWorld, type World } from "./support/world.ts";

const DATABASE = "No. A blockchain is not the right tool here. Use an ordinary database.";
const READY = "Yes. It is the right tool, it adds value, and the ground is prepared.";
/** The answers of a programme for which everything speaks, in the order of the questions. */
const IN_FAVOUR: Readonly<Record<StageName, readonly string[]>> = {
  need: ["Yes", "Yes", "Yes", "No", "Yes", "Yes", "Yes"],
  value: ["Yes", "No", "Yes", "Yes", "Yes", "Yes", "Yes"],
  kind: ["Everybody", "The parties, several nodes", "Yes", "Yes"],
  adapt: questionsOf("adapt").map(() => "In place"),
};

describe("a programme team asks whether a blockchain is the right tool", { skip: noBrowser }, () => {
  let world: World;
  let browser: Browser;

  before(async () => {
    [world, browser] = await Promise.all([startWorld(), openBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  test("the page is sound: light and dark, desk and phone, and in Arabic from right to left", async () => {
    const opened = await visit(browser, `${world.url}/readiness`);
    const { page } = opened;
    await page.getByRole("heading", { level: 1, name: "Is a blockchain the right tool?" }).waitFor();
    await assertSoundInViews(opened, "readiness");
    await page.getByLabel("Language").selectOption("ar", { force: true });
    await page.getByRole("heading", { level: 1, name: "هل سلسلة الكتل هي الأداة المناسبة؟" }).waitFor();
    const main = page.locator("main");
    assert.equal(await main.getAttribute("lang"), "ar");
    assert.equal(await main.evaluate((element) => getComputedStyle(element).direction), "rtl");
    await assertSoundInViews(opened, "readiness in Arabic");
    await page.context().close();
  });

  test("one clear no is enough: use an ordinary database, and nothing more is asked", async () => {
    const { page } = await visit(browser, `${world.url}/readiness`);
    await page.getByText("Not decided yet. Answer what is open below.").waitFor();
    await choose(page, /trust to keep the records/, "Yes");
    await page.getByText(DATABASE).waitFor();
    await page.getByText("There is somebody whom all trust").waitFor();
    assert.equal(await page.getByText("Not asked any more").count(), 3);
    await page.reload();
    await page.getByText(DATABASE).waitFor();
    await page.getByRole("button", { name: "Start again" }).click();
    await page.getByText("Not decided yet. Answer what is open below.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText(DATABASE).waitFor();
    await page.context().close();
  });

  test("an officer records the saved file, and anybody finds it on record", async () => {
    const { page, complaints } = await visit(browser, `${world.url}/readiness`);
    await page.getByLabel("Programme", { exact: true }).fill("Food vouchers, northern districts");
    await page.getByLabel("Organisation", { exact: true }).fill("Baobab Relief");
    await answerEverything(page);
    await page.getByText(READY).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as a file" }).click(),
    ]);
    const bytes = await readFile(await download.path());
    assert.equal(readAssessment(bytes.toString("utf8")).result.verdict, "ready");
    await page.getByText(keccak256(bytes)).waitFor();

    await page.getByRole("banner").getByRole("button", { name: "Connect", exact: true }).click();
    await page.getByRole("button", { name: "Play as Finance, Baobab Relief" }).click();
    await page.getByRole("button", { name: "Record the fingerprint" }).click();
    await page.getByText("Your organisation has recorded this assessment.").waitFor({ timeout: 60_000 });
    assert.deepEqual(complaints, []);

    const { page: reader } = await visit(browser, `${world.url}/documents`, phone);
    const file = { name: "assessment.json", mimeType: "application/json", buffer: bytes };
    await reader.locator("input[type=file]").setInputFiles(file);
    await reader.getByRole("heading", { name: "This document is on record" }).waitFor({ timeout: 60_000 });

    await reader.goto(`${world.url}/readiness`);
    await reader.locator("input[type=file]").setInputFiles(file);
    await reader.getByText(READY).waitFor();
    const forged = Buffer.from(bytes.toString("utf8").replace('"verdict":"ready"', '"verdict":"open"'));
    await reader.locator("input[type=file]").setInputFiles({ ...file, buffer: forged });
    await reader.getByText("READY-103").waitFor();
    await Promise.all([page.context().close(), reader.context().close()]);
  });
});

async function choose(page: Page, question: RegExp, choice: string): Promise<void> {
  await page.getByRole("group", { name: question }).getByRole("radio", { name: choice, exact: true }).check();
}

async function answerEverything(page: Page): Promise<void> {
  let at = 0;
  for (const choices of Object.values(IN_FAVOUR)) {
    for (const choice of choices) {
      await page.getByRole("group").nth(at).getByRole("radio", { name: choice, exact: true }).check();
      at += 1;
    }
  }
}
