// SPDX-License-Identifier: Apache-2.0

import { type Account, listProgrammes, type ProgrammeHandle, type Suite } from "#sdk/agency/index.ts";
import type { EntitlementFacts } from "../entitlement.ts";
import { type AccountChange, readChanges } from "./readChanges.ts";
import { type ListedInOffice, readEntitlements, type SpentByReceipts } from "./readEntitlements.ts";

/** How a household stands in one programme. */
export interface Standing {
  readonly programme: ProgrammeHandle;
  /** Unix seconds; past or 0 when it is not on hold. */
  readonly heldUntil: number;
  /** Newest cycle first. */
  readonly entitlements: readonly EntitlementFacts[];
}

/** Everything that the ledger and the office know of one account. */
export interface HouseholdRecord {
  readonly account: Account;
  /** One for each programme of all agencies, in the order of their creation. */
  readonly standings: readonly Standing[];
  /** Newest first. */
  readonly events: readonly AccountChange[];
}

/** Where the record's facts come from that the node does not have. */
export interface OtherSources {
  readonly inOffice: ListedInOffice;
  /** Reads the account's receipts of one programme. */
  readonly receiptsOf: (programme: string) => Promise<SpentByReceipts>;
}

export async function readHousehold(
  suite: Suite,
  account: Account,
  { inOffice, receiptsOf }: OtherSources,
): Promise<HouseholdRecord> {
  const programmes = await listProgrammes(suite);
  const readStanding = async (programme: ProgrammeHandle): Promise<Standing> => {
    const byReceipts = await receiptsOf(programme.address);
    const [heldUntil, entitlements] = await Promise.all([
      programme.contract.heldUntil(account.number),
      readEntitlements(suite, programme, account.number, inOffice, byReceipts),
    ]);
    return { programme, heldUntil: Number(heldUntil), entitlements };
  };
  const [events, standings] = await Promise.all([
    readChanges(suite, programmes, account.number),
    Promise.all(programmes.map(readStanding)),
  ]);
  return { account, standings, events };
}
