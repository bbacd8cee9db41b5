// SPDX-License-Identifier: Apache-2.0

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { householdError } from "#sdk/households/index.ts";
import { OFFICE_KEY } from "../office/index.ts";
import { changeEnvelope, type NewEnvelope, setUpOffice } from "./unlock.ts";
import { useHouseholdOffice } from "./useHouseholdOffice.ts";

/** The office's key envelope, for the page on which an administrator sets it up. */
export interface HouseholdEnvelope {
  readonly state: "signedOut" | "loading" | "missing" | "present" | "failed";
  readonly error?: unknown;
  /** Make the first envelope, with a new office key. @throws HouseholdError HOUSE-101; ListError LIST-506, LIST-508. */
  readonly setUp: (passphrase: string, keys: NewEnvelope) => Promise<void>;
  /** Change the passphrase, or the consortium's key; the office key stays. @throws HouseholdError HOUSE-101, HOUSE-102. */
  readonly change: (
    known: string,
    change: { readonly passphrase?: string; readonly keys?: NewEnvelope },
  ) => Promise<void>;
}

export function useHouseholdEnvelope(): HouseholdEnvelope {
  const office = useHouseholdOffice();
  const client = useQueryClient();
  const queryKey = [OFFICE_KEY, "household-envelope", office?.officer];
  const query = useQuery({
    queryKey,
    queryFn: async () => ((await office?.readEnvelope()) === undefined ? "missing" : "present"),
    enabled: office !== undefined,
  });
  const needed = () => {
    if (office === undefined) throw householdError("locked");
    return office;
  };
  return {
    state: office === undefined ? "signedOut" : query.isError ? "failed" : (query.data ?? "loading"),
    error: query.error,
    setUp: async (passphrase, keys) => {
      await setUpOffice(needed(), passphrase, keys);
      await client.invalidateQueries({ queryKey });
    },
    change: (known, change) => changeEnvelope(needed(), known, change),
  };
}
