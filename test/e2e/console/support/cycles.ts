// SPDX-License-Identifier: Apache-2.0

import { section, sign } from "./acts.ts";
import { type Desk, heading } from "./desk.ts";
import { takeUp } from "./waiting.ts";

/** Open the page on which a prepared cycle is compared with its list, and wait until the page's own root agrees. */
export async function checkCycle(desk: Desk, cycle: number): Promise<void> {
  await takeUp(desk, new RegExp(`^Check and (approve|release): .*cycle ${cycle}`));
  await heading(desk, `Check cycle ${cycle}`);
  await desk.page.getByText("Everything agrees.").waitFor();
}

/** Send a cycle back to its preparer. */
export async function returnCycle(desk: Desk, cycle: number, reason: string): Promise<void> {
  await checkCycle(desk, cycle);
  await desk.page.getByLabel("Reason").selectOption({ label: reason });
  await sign(section(desk, "Your decision"), "Send back");
}

/** Compare and approve. */
export async function approveCycle(desk: Desk, cycle: number): Promise<void> {
  await checkCycle(desk, cycle);
  await sign(section(desk, "Your decision"), "Approve");
}

/** Compare and release, as Finance. */
export async function releaseCycle(desk: Desk, cycle: number): Promise<void> {
  await checkCycle(desk, cycle);
  await sign(section(desk, "Your decision"), "Release");
}
