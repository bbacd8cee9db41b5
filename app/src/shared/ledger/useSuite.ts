// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type ProgrammeHandle, readProgramme, type Suite } from "#sdk/agency/suite.ts";
import { suite } from "./suite.ts";

/** The contracts on the agency's node, for reading. Brings ethers with it, so only pages that act or read the ledger itself use it. */
export function useSuite(): Suite {
  return suite();
}

/** A programme with its contract, name, currency and step. These never change, so they are read once. */
export function useProgrammeHandle(address: string) {
  return useQuery<ProgrammeHandle>({
    queryKey: ["programme-handle", address],
    queryFn: () => readProgramme(suite(), address),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
