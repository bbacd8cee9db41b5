// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { documentHash } from "#sdk/agency/index.ts";
import { type AgreementFile, agreementFileAddress, type OfficeClient } from "#sdk/office/index.ts";
import { config } from "../../../shared/config/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import type { ChosenFile } from "./FileField.tsx";

const NEVER = Number.POSITIVE_INFINITY;

/** Files of an agreement by their hashes; empty while nobody is signed in. */
export function useAgreementFiles(agreement: string): ReadonlyMap<string, AgreementFile> {
  const { client, state } = useOffice();
  const { data } = useQuery({
    queryKey: [OFFICE_KEY, "agreement-files", agreement],
    queryFn: () => client.listAgreementFiles(agreement),
    enabled: state === "signedIn",
    retry: false,
  });
  return new Map((data ?? []).map((file) => [file.hash, file]));
}

/**
 * The bytes behind a hash, as the office has them: null when it does not have them, or has others than the hash says. What does not fit
 * its hash is never shown.
 */
export function usePaper(agreement: string, hash: string | undefined) {
  const { client, state } = useOffice();
  return useQuery({
    queryKey: [OFFICE_KEY, "agreement-paper", agreement, hash],
    queryFn: async () => {
      const bytes = await client.readAgreementFile(agreement, hash ?? "");
      return bytes !== null && documentHash(bytes) === hash ? bytes : null;
    },
    enabled: hash !== undefined && state === "signedIn",
    staleTime: NEVER,
    retry: false,
  });
}

/** Give a file to the office, and the address under which the ledger names it. */
export async function keepFile(
  client: OfficeClient,
  agreement: string,
  { hash, file }: ChosenFile,
): Promise<string> {
  await client.putAgreementFile(agreement, { hash, name: file.name, content: file });
  return agreementFileAddress(config().officeUrl ?? "", agreement, hash);
}
