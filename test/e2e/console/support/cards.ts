// SPDX-License-Identifier: Apache-2.0

import { type Desk, goTo } from "./desk.ts";

/** What a household gets: the number on the card, and the PIN on the slip that is printed apart. */
export interface IssuedCard {
  readonly number: string;
  readonly pin: string;
}

const SLIP = /for card (\d+-\d{4})\s*(\d{4,8})/g;

/** Issue cards to accounts and print cards and PIN slips. */
export async function issueCards(desk: Desk, accounts: readonly number[]): Promise<IssuedCard[]> {
  const { page } = desk;
  await goTo(desk, "/console/accounts/cards", "Cards");
  await page.getByLabel("Households").selectOption({ label: "Account numbers that I type" });
  await page.getByRole("textbox", { name: "Account numbers" }).fill(accounts.join("\n"));
  await page.getByRole("button", { name: "Look them up" }).click();
  await page.getByRole("button", { name: /^Issue \d+ cards?$/ }).click();
  await page.getByRole("button", { name: "Print the cards" }).click();
  await page.getByRole("button", { name: "Print the PIN slips" }).click();
  await page.getByText("Printed").nth(1).waitFor();
  const slips = desk.printed.join("\n").matchAll(SLIP);
  const cards = new Map([...slips].map(([, number = "", pin = ""]) => [number, pin]));
  return [...cards].map(([number, pin]) => ({ number, pin }));
}
