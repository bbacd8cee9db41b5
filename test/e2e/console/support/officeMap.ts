// SPDX-License-Identifier: Apache-2.0

import { signInAs } from "#scripts/seed/officeSession.ts";
import { importOfficeKey, openEnvelope, pagesOf, sealPage } from "#sdk/households/index.ts";
import type { SmallMonth } from "./smallMonth.ts";
import { PASSPHRASE } from "./world.ts";

/** Give the office ids and phones of all households of the month, sealed as the pages do it. @returns how many. */
export async function keepPhones({ world, entries }: SmallMonth): Promise<number> {
  const { people, place, organisation } = world;
  const custodian = await signInAs(people.custodian, place);
  const kept = await custodian.readEnvelope();
  if (kept === null) throw new Error("the office has no envelope");
  const { officeKey } = await openEnvelope(PASSPHRASE, organisation, kept.envelope);
  const sealing = await importOfficeKey(officeKey);
  const households = entries.map(({ account }) => ({
    account,
    identifier: `H-${account}`,
    phone: `+2267000${String(account).padStart(4, "0")}`,
  }));
  for (const page of pagesOf(households)) {
    await custodian.writeHouseholdPage(page.page, 0, await sealPage(sealing, organisation, page));
  }
  await custodian.signOut();
  return households.length;
}
