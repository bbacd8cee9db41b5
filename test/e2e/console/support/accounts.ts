// SPDX-License-Identifier: Apache-2.0

import { type Desk, heading } from "./desk.ts";
import { takeUp } from "./waiting.ts";

/** The custodian opens the accounts that a preparer asked for, with one signature, and watches until they are open. */
export async function openRequestedAccounts(desk: Desk): Promise<void> {
  const { page } = desk;
  await takeUp(desk, /^Open accounts: /);
  await heading(desk, "Open accounts");
  await page.getByRole("button", { name: /^Look at it: / }).click();
  await page.getByRole("button", { name: /^Sign the opening of / }).click();
  await page.getByText(/accounts? (is|are) open\.$/).waitFor({ timeout: 60_000 });
}
