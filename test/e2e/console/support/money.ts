// SPDX-License-Identifier: Apache-2.0

import { readFile } from "node:fs/promises";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { type FileReceipt, receiptsCsv } from "../../support/receiptFile.ts";
import { section, sign } from "./acts.ts";
import { type Desk, goTo, heading } from "./desk.ts";
import { chooseFile } from "./newCycle.ts";

/** Which shop's receipts of which cycle. */
export interface Scope {
  readonly programme: ProgrammeHandle;
  readonly shop: string;
  readonly cycle: number;
}

/** Drop a shop's statement. @returns how many rows the page found of each class. */
export async function reconcile(
  desk: Desk,
  { programme, shop, cycle }: Scope,
  statement: readonly FileReceipt[],
): Promise<Record<string, number>> {
  const { page } = desk;
  await goTo(desk, `/console/programmes/${programme.address}/reconcile`, "Reconcile");
  await page.getByLabel("Shop", { exact: true }).selectOption({ label: shop });
  await page.getByLabel("Cycle", { exact: true }).selectOption(String(cycle));
  await chooseFile(desk, "Choose the statement", "statement.csv", receiptsCsv(statement));
  const classes = page.getByRole("group", { name: "By class" });
  await classes.waitFor({ timeout: 30_000 });
  const texts = await classes.getByRole("button").allInnerTexts();
  return Object.fromEntries(
    texts.map((text) => {
      const [name = "", rows = ""] = text.split(" · ");
      return [name, Number(rows.replaceAll(",", ""))];
    }),
  );
}

/** Propose the correction that the reconciliation leads to: the amount that is right. */
export async function proposeCorrection(desk: Desk, receipt: number): Promise<void> {
  const { page } = desk;
  await page.getByRole("link", { name: `Propose a correction of receipt ${receipt}`, exact: true }).click();
  await heading(desk, "Correct a receipt");
  await sign(section(desk, "What is right"), "Propose to an approver");
}

/** Put the reconciled statement on record. */
export async function recordStatement(desk: Desk): Promise<void> {
  const { page } = desk;
  await page.getByRole("button", { name: "Record the statement" }).click();
  await page.getByText("Recorded.").waitFor();
}

/** From the recorded statement to a settlement that waits for an approver. */
export async function proposeSettlement(
  desk: Desk,
  { shop, cycle }: Scope,
  endToEndId?: string,
): Promise<void> {
  const { page } = desk;
  await page.getByRole("link", { name: "Prepare the settlement" }).click();
  await heading(desk, "Settle with shops");
  const form = section(desk, `Settle ${shop}, cycle ${cycle}`);
  if (endToEndId !== undefined)
    await form.getByRole("textbox", { name: "End-to-end reference" }).fill(endToEndId);
  await sign(form, "Propose to an approver");
}

/** Finance says by the bank's own statement that a settlement was paid. */
export async function proposePaid(
  desk: Desk,
  { address }: ProgrammeHandle,
  settlement: number,
): Promise<void> {
  await goTo(desk, `/console/programmes/${address}/settlements/${settlement}`, `Settlement ${settlement}`);
  await chooseFile(desk, "Choose the bank's statement", "camt.xml", "<Document>booked</Document>");
  const part = section(desk, "What the bank says");
  await part.getByRole("radio", { name: "It was paid" }).check();
  await sign(part, "Propose to an approver");
}

/** Print the receipt of a settlement. @returns what is on the paper. */
export async function printSettlement(
  desk: Desk,
  { address }: ProgrammeHandle,
  settlement: number,
): Promise<string> {
  const { page } = desk;
  await goTo(desk, `/console/programmes/${address}/settlements/${settlement}`, `Settlement ${settlement}`);
  await page.getByText("Paid", { exact: true }).waitFor();
  const before = desk.printed.length;
  await page.getByRole("button", { name: "Print", exact: true }).click();
  if (desk.printed.length === before) throw new Error("nothing was sent to the printer");
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator("body").allInnerTexts();
  await page.emulateMedia({ media: null });
  return paper.join("\n");
}

/** Propose to close a cycle, from its checklist. */
export async function proposeClosing(desk: Desk, { address }: ProgrammeHandle, cycle: number): Promise<void> {
  await goTo(desk, `/console/programmes/${address}/cycles/${cycle}/close`, `Close cycle ${cycle}`);
  await sign(section(desk, "Close it"), "Propose to close");
}

/** Save the message list that is open. @returns its lines, the header first. */
export async function saveMessages({ page }: Desk): Promise<string[]> {
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the message list" }).click();
  const saved = await saving;
  return (await readFile(await saved.path(), "utf8")).trim().split(/\r?\n/);
}

/** What the public page of a programme says of its money: digits by the words of their rows. */
export async function moneyOnPage(
  desk: Desk,
  { address, name }: ProgrammeHandle,
  titles: readonly string[],
): Promise<bigint[]> {
  const { page } = desk;
  await goTo(desk, `/programmes/${address}`, name);
  await page.getByText("All totals add up to the unit.").waitFor();
  const table = page.getByRole("table", { name: "Where the money is" });
  const amounts = titles.map(async (title) => {
    const row = table
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: title, exact: true }) });
    const text = await row.getByRole("cell").last().textContent();
    return BigInt((text ?? "").replace(/\D/g, ""));
  });
  return await Promise.all(amounts);
}
