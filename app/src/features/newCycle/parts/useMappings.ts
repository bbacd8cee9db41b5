// SPDX-License-Identifier: Apache-2.0

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import type { ColumnsChoice } from "../list/choice.ts";
import { columnsChoiceSchema } from "../list/choiceSchema.ts";
import type { SavedMapping } from "../list/recognise.ts";

const MAPPINGS_KEY = [OFFICE_KEY, "mappings"];

/** Choices of columns that the office keeps under a name. Without an office there are none. */
export function useMappings() {
  const { client, me } = useOffice();
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: MAPPINGS_KEY,
    queryFn: () => client.listMappings(),
    enabled: me !== undefined,
  });
  const saved = useMemo<readonly SavedMapping[]>(
    () =>
      (data ?? []).flatMap(({ name, header, options }) => {
        // One that another version of the page wrote is not proposed.
        const choice = columnsChoiceSchema.safeParse(options);
        return choice.success ? [{ name, fingerprint: header, choice: choice.data }] : [];
      }),
    [data],
  );
  const keep = useMutation({
    mutationFn: async ({ name, fingerprint, choice }: SavedMapping) => {
      const version = data?.find((mapping) => mapping.name === name)?.version ?? 0;
      return await client.writeMapping(name, version, { header: fingerprint, options: { ...choice } });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: MAPPINGS_KEY }),
  });
  return {
    canKeep: me !== undefined,
    saved,
    keep,
    forget: async (name: string, version: number): Promise<void> => {
      await client.deleteMapping(name, version);
      await queryClient.invalidateQueries({ queryKey: MAPPINGS_KEY });
    },
  };
}

export function isSameChoice(one: ColumnsChoice, other: ColumnsChoice): boolean {
  return (Object.keys(one) as (keyof ColumnsChoice)[]).every((field) => one[field] === other[field]);
}
