// SPDX-License-Identifier: Apache-2.0

import { type Desk, heading } from "./desk.ts";
import { takeUp } from "./waiting.ts";

/** Have the relayer load an approved list. The page is left while it is under way, before the ledger has anything of it. */
export async function beginLoading(desk: Desk, cycle: number): Promise<void> {
  await takeUp(desk, new RegExp(`^Load: .*cycle ${cycle}`));
  await heading(desk, `Load cycle ${cycle}`);
  await desk.page.getByRole("button", { name: "Load the list" }).click();
  await desk.page.getByRole("button", { name: "Pause" }).waitFor();
}

/** Wait on the page until the ledger has the whole list. */
export async function untilLoaded({ page }: Desk): Promise<void> {
  await page.getByText("The whole list is on the ledger.").waitFor({ timeout: 60_000 });
}
