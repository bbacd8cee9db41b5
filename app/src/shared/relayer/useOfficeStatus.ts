// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { OFFICE_KEY, useOffice } from "../office/index.ts";

const EAGER_MS = 5_000;
const CALM_MS = 20_000;

/** The office's own state: whether it has a relayer, and whether that has money for fees. @param isEager While the relayer works. */
export function useOfficeStatus(isEager: boolean) {
  const { client, state } = useOffice();
  return useQuery({
    queryKey: [OFFICE_KEY, "status"],
    queryFn: ({ signal }) => client.status(signal),
    enabled: state === "signedIn" || state === "signedOut",
    refetchInterval: isEager ? EAGER_MS : CALM_MS,
    retry: false,
  });
}
