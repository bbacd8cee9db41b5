// SPDX-License-Identifier: Apache-2.0

import type { Locator } from "playwright-core";
import type { Desk } from "./desk.ts";
import { takeUp } from "./waiting.ts";

/**
 * Press a button that asks for a signature, and wait until the ledger shows it: the page says so, or what was to be signed is gone from
 * it because it waits no longer.
 */
export async function sign(place: Locator, name: string | RegExp): Promise<void> {
  const button = place.getByRole("button", { name });
  await button.click();
  const said = place.getByText("Done: the ledger shows it.").first();
  await Promise.any([said.waitFor(), button.waitFor({ state: "detached" })]);
}

/** A part of the page by its heading. */
export function section({ page }: Desk, name: string | RegExp): Locator {
  return page.getByRole("region", { name }).first();
}

/** A second officer approves what another proposed, from what waits for them. @param what Words of the proposal. */
export async function approveProposal(desk: Desk, what: RegExp): Promise<void> {
  await takeUp(desk, new RegExp(`^Read and approve: .*${what.source}`));
  await sign(desk.page.getByRole("main"), new RegExp(`^Approve: .*${what.source}`));
}
