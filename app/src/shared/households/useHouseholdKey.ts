// SPDX-License-Identifier: Apache-2.0

import { householdError } from "#sdk/households/index.ts";
import { type HouseholdKey, lockHouseholds, useSession } from "./session.ts";
import { unlockOffice } from "./unlock.ts";
import { useHouseholdOffice } from "./useHouseholdOffice.ts";

interface Unlocking {
  /**
   * Open the office's key for this page.
   * @throws HouseholdError HOUSE-102 for a wrong passphrase, HOUSE-302 when no envelope was set up, HOUSE-301 when nobody is signed in.
   */
  readonly unlock: (passphrase: string) => Promise<void>;
  /** Forget the key and every household id in this page. */
  readonly lock: () => void;
}

export type HouseholdKeyState = Unlocking &
  (
    | { readonly state: "locked"; readonly key?: never }
    | { readonly state: "open"; readonly key: HouseholdKey }
  );

/**
 * The office's keys. They are in this page's memory only, and are forgotten after half an hour without a hand on the page and when the
 * officer signs out.
 */
export function useHouseholdKey(): HouseholdKeyState {
  const session = useSession();
  const office = useHouseholdOffice();
  const unlocking: Unlocking = {
    unlock: async (passphrase) => {
      if (office === undefined) throw householdError("locked");
      await unlockOffice(office, passphrase);
    },
    lock: lockHouseholds,
  };
  return session === undefined
    ? { state: "locked", ...unlocking }
    : { state: "open", key: session.key, ...unlocking };
}
