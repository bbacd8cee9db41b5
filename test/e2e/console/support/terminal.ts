// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { IssuedCard } from "./cards.ts";
import { type Desk, goTo } from "./desk.ts";

/** Make a browser a point of sale. @returns the address that a custodian has to authorise. */
export async function setUpDevice(desk: Desk, { address }: ProgrammeHandle): Promise<string> {
  const { page } = desk;
  await goTo(desk, `/console/programmes/${address}/terminal`, "Point of sale");
  await page.getByRole("button", { name: "Set up this device" }).click();
  await page.getByRole("heading", { name: "A custodian has to authorise this device" }).waitFor();
  const shown = /0x[0-9a-fA-F]{40}/.exec((await page.getByRole("main").textContent()) ?? "");
  if (shown === null) throw new Error("the device shows no address");
  return shown[0];
}

/** Sell to a household: card, PIN, amount. Ends when the shop may hand out the goods. */
export async function sell({ page }: Desk, { number, pin }: IssuedCard, amount: string): Promise<void> {
  await page.getByRole("textbox", { name: "Card number" }).fill(number);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("The household's PIN").fill(pin);
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByRole("textbox", { name: "Amount of the sale" }).fill(amount);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Confirm the sale" }).click();
  await page.getByText("Paid. Hand out the goods.").waitFor({ timeout: 30_000 });
}

/** Give back some of the sale that is shown. */
export async function refund({ page }: Desk, amount: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: "Refund", exact: true }).first().click();
  await page.getByRole("textbox", { name: "Amount to give back" }).fill(amount);
  await page.getByRole("button", { name: "Confirm the refund" }).click();
  await page.getByText("Refunded. The household has it back on its card.").waitFor({ timeout: 30_000 });
}
