// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { AppError } from "../../shared/errors/index.ts";
import { OFFICE_KEY, type OfficeState, useOffice } from "../../shared/office/index.ts";
import { approveError } from "./errors.ts";
import { type ListFiles, recognise } from "./readFiles.ts";

/** Where the list under check comes from. */
export interface ListSource {
  /** Undefined until there is a list. */
  readonly files: ListFiles | undefined;
  /** Tells one set of files from the next. */
  readonly id: string;
  readonly from: "office" | "file";
  readonly office: OfficeState;
  readonly isReading: boolean;
  /** A control sheet was dropped, and its list has yet to come. */
  readonly hasSheetOnly: boolean;
  readonly error: unknown;
  /** Use a file of the officer's own instead of the office's copy. */
  take(file: File): void;
}

interface TakenFiles {
  readonly list?: Uint8Array;
  readonly sheet?: string;
  readonly error?: AppError | undefined;
}

/** The office's copy of a list, or the files that the officer dropped. A dropped list goes before the office's. */
export function useSource({ address }: ProgrammeHandle, cycle: number): ListSource {
  const { client, state: office } = useOffice();
  const [taken, setTaken] = useState<TakenFiles & { readonly count: number }>({ count: 0 });
  const kept = useQuery<ListFiles>({
    queryKey: [OFFICE_KEY, "list", address, cycle],
    queryFn: async () => {
      const [list, sheet] = await Promise.all([
        client.readListText(address, cycle),
        client.readSheetText(address, cycle),
      ]);
      if (list === null) throw approveError("noList");
      return { list: new TextEncoder().encode(list), sheet: sheet ?? undefined };
    },
    enabled: office === "signedIn",
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: false,
  });
  const take = (file: File) => {
    void read(file).then((files) => setTaken((before) => ({ ...before, ...files, count: before.count + 1 })));
  };
  const own = taken.list === undefined ? undefined : { list: taken.list, sheet: taken.sheet };
  return {
    files: own ?? kept.data,
    id: own === undefined ? `office ${kept.dataUpdatedAt}` : `file ${taken.count}`,
    from: own === undefined ? "office" : "file",
    office,
    isReading: own === undefined && (office === "reading" || (office === "signedIn" && kept.isPending)),
    hasSheetOnly: own === undefined && taken.sheet !== undefined,
    error: taken.error ?? (own === undefined ? kept.error : null),
    take,
  };
}

async function read(file: File): Promise<TakenFiles> {
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    (cause: unknown) => approveError("notAList", cause),
  );
  if (bytes instanceof Error) return { error: bytes };
  const found = recognise(bytes);
  if (found.kind === "list") return { list: found.list, error: undefined };
  if (found.kind === "sheet") return { sheet: found.sheet, error: undefined };
  return { error: approveError("notAList") };
}
