// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { sign } from "./acts.ts";
import { type Desk, goTo } from "./desk.ts";

/** A custodian authorises a device to sell for a shop, up to a limit. */
export async function authoriseTerminal(
  desk: Desk,
  { address }: ProgrammeHandle,
  { shop, terminal, limit }: { readonly shop: string; readonly terminal: string; readonly limit: string },
): Promise<void> {
  const { page } = desk;
  await goTo(desk, `/console/programmes/${address}/shops`, "Shops and terminals");
  await page
    .getByRole("link", { name: `Open ${shop}` })
    .or(page.getByRole("button", { name: `Open ${shop}` }))
    .click();
  await page.getByRole("textbox", { name: "Address that the device shows" }).fill(terminal);
  await page.getByRole("textbox", { name: /^Most that it may sell in a cycle/ }).fill(limit);
  await sign(page.getByRole("main"), "Authorise at once");
}
