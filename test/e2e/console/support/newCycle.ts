// SPDX-License-Identifier: Apache-2.0

import { type Desk, heading } from "./desk.ts";
import { PASSPHRASE } from "./world.ts";

/** From "waiting for me" to the first step of a new cycle. */
export async function beginCycle(desk: Desk, programme: string): Promise<void> {
  const { page } = desk;
  await page.getByRole("banner").getByRole("link", { name: "Waiting for me" }).click();
  await page.getByRole("link", { name: `Open ${programme}` }).click();
  await heading(desk, programme);
  await page.getByRole("link", { name: "New cycle" }).click();
  await heading(desk, "New cycle");
}

/** Choose a file by the button beside the place where it would be dropped. */
export async function chooseFile(
  { page }: Desk,
  button: string,
  name: string,
  content: string,
): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  const chooser = await choosing;
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

/** Import a list of an amount for each member of a household. Ends at the step that shows what the list comes to. */
export async function importList(
  desk: Desk,
  file: { readonly name: string; readonly csv: string },
  value: string,
): Promise<void> {
  const { page } = desk;
  await chooseFile(desk, "Choose a file", file.name, file.csv);
  await step(desk, "Which column is what");
  await page.getByRole("radio", { name: "A value times a number" }).check();
  await page.getByRole("textbox", { name: "Value", exact: true }).fill(value);
  await page.getByLabel("Times the number in").selectOption("totalHHSize");
  await page.getByLabel("Household id").selectOption("nationalId");
  await page.getByLabel("Area").selectOption("scope");
  await page.getByLabel("Household size").selectOption("totalHHSize");
  await page.getByLabel("Phone").selectOption("phoneNumber");
  await page.getByLabel("Name", { exact: true }).first().selectOption("fullName");
  await goOn(desk);
  await step(desk, "What the list comes to");
}

/** Wait for a step of the new cycle by its heading. */
export async function step({ page }: Desk, title: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 2, name: title }).waitFor();
}

export async function goOn({ page }: Desk): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
}

/** Type the office's passphrase where household ids are needed. */
export async function unlock({ page }: Desk): Promise<void> {
  await page.getByRole("textbox", { name: "Office passphrase" }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "Unlock" }).click();
  await page.getByRole("heading", { name: "Household ids are locked" }).waitFor({ state: "detached" });
}

/** Upload the corrected list in the place of the one with mistakes. */
export async function uploadCorrection(
  desk: Desk,
  file: { readonly name: string; readonly csv: string },
): Promise<void> {
  await chooseFile(desk, "Upload the corrected file", file.name, file.csv);
  await desk.page.getByRole("heading", { name: "What the correction changed" }).waitFor();
}

/** Days of a cycle, "2026-11-21". */
export interface Days {
  readonly opens: string;
  readonly expires: string;
  readonly grace: string;
}

/** Fill in when households can spend; the assistance period is the same days. */
export async function planDays(desk: Desk, { opens, expires, grace }: Days): Promise<void> {
  const { page } = desk;
  await step(desk, "When and what for");
  const fill = (label: string, day: string) => page.getByLabel(label, { exact: true }).fill(day);
  await fill("First day", opens);
  await fill("Last day", expires);
  await fill("From", opens);
  await fill("Until", expires);
  await fill("Late receipts count until", grace);
  await goOn(desk);
}

/** Look at the control sheet, then sign. @returns the number of the cycle. */
export async function checkAndSign(desk: Desk): Promise<number> {
  const { page } = desk;
  await step(desk, "Control sheet");
  await goOn(desk);
  await step(desk, /^Sign cycle/);
  await page.getByRole("button", { name: /^Sign and prepare cycle/ }).click();
  const done = page.getByRole("heading", { level: 2, name: /^Cycle \d+ is prepared$/ });
  await done.waitFor();
  return Number(/\d+/.exec((await done.textContent()) ?? "")?.[0]);
}
