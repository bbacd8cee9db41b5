// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";
import { type ReadStatement, type StatementPlace, statementIn } from "./statementAt.ts";

/** The statement that the reconciliation left with the office; undefined without one, or while the office does not answer. */
export function useKeptStatement(hash: string | undefined, place: StatementPlace): ReadStatement | undefined {
  const { client, state } = useOffice();
  const { data } = useQuery({
    queryKey: [OFFICE_KEY, "document", hash, place],
    queryFn: async () => {
      const bytes = await client.readDocument(hash ?? "");
      return (bytes && statementIn(bytes, place)) ?? null;
    },
    enabled: hash !== undefined && state === "signedIn",
    retry: false,
  });
  return data ?? undefined;
}
