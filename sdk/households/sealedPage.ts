// SPDX-License-Identifier: Apache-2.0

import { householdError } from "./errors.ts";
import { decodePage, encodePage, type HouseholdPage } from "./page.ts";
import { type OfficeKey, open, type SealContext, seal } from "./seal.ts";

/** Seal a page of the household map for its place in an organisation's office. */
export async function sealPage(
  key: OfficeKey,
  organisation: number,
  page: HouseholdPage,
): Promise<Uint8Array<ArrayBuffer>> {
  return await seal(key, encodePage(page), contextOf(organisation, page.page));
}

/**
 * Open a page of the household map.
 * @throws HouseholdError HOUSE-201 when it was changed or is another page, HOUSE-202 and HOUSE-203 when its content is none.
 */
export async function openPage(
  key: OfficeKey,
  organisation: number,
  page: number,
  sealed: Uint8Array,
): Promise<HouseholdPage> {
  const opened = decodePage(await open(key, sealed, contextOf(organisation, page)));
  if (opened.page !== page) throw householdError("otherPage");
  return opened;
}

function contextOf(organisation: number, page: number): SealContext {
  return { organisation, kind: "household-page", id: page };
}
