// SPDX-License-Identifier: Apache-2.0

import { type Desk, heading } from "./desk.ts";

/** Go to what waits for the officer. */
export async function toWaiting(desk: Desk): Promise<void> {
  await desk.page.getByRole("banner").getByRole("link", { name: "Waiting for me" }).click();
  await heading(desk, "Waiting for me");
}

/** Take up a task that waits, by the button beside it. @param name Words of the button and of the task. */
export async function takeUp(desk: Desk, name: RegExp): Promise<void> {
  await toWaiting(desk);
  await desk.page.getByRole("link", { name }).first().click();
}
