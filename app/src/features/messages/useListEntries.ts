// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { decodeNamelessList } from "#sdk/list/index.ts";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";

/** The nameless list of a cycle as the office keeps it; null when it has none. It never changes, so it is read once. */
export function useListEntries({ address }: ProgrammeHandle, cycle: number) {
  const { client, state } = useOffice();
  return useQuery({
    queryKey: [OFFICE_KEY, "entries", address, cycle],
    queryFn: async () => {
      const list = await client.readListText(address, cycle);
      return list === null ? null : decodeNamelessList(list);
    },
    enabled: state === "signedIn",
    staleTime: Number.POSITIVE_INFINITY,
    // Comparing 100,000 entries with themselves would only take time.
    structuralSharing: false,
    retry: false,
  });
}
