// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { DraftState, OfficeClient } from "#sdk/office/index.ts";
import { type HouseholdKey, useHouseholdKey } from "../../../shared/households/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import type { FlowEvent } from "../flow/reduce.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { recogniseColumns } from "../list/recognise.ts";
import type { ImportWorker } from "../worker/ImportWorker.ts";
import type { DraftStore } from "./DraftStore.ts";
import { choicesOfPlan } from "./kept.ts";

/** How far the draft that the address names is. */
export type Restoring =
  | { readonly kind: "done" }
  /** It was prepared or discarded, or was never saved with its file. */
  | { readonly kind: "gone" }
  /** Household ids are locked, or nobody is signed in. */
  | { readonly kind: "locked" }
  | { readonly kind: "opening" }
  | { readonly kind: "failed"; readonly error: unknown; readonly retry: () => void };

/** There is nothing to go on with in a draft that has come to its end. */
const ENDED: ReadonlySet<DraftState> = new Set(["prepared", "discarded"]);

interface RestoreWith {
  readonly client: OfficeClient;
  readonly key: HouseholdKey;
  readonly worker: ImportWorker;
  readonly store: DraftStore;
}

/** Read a draft and have the worker open its file. @returns what that makes of the flow; undefined when there is nothing to go on with. */
async function restore(
  id: string,
  { client, key, worker, store }: RestoreWith,
): Promise<FlowEvent | undefined> {
  const draft = await client.readDraft(id);
  const bytes = ENDED.has(draft.state) ? null : await client.readDraftSealed(id);
  if (bytes === null) return undefined;
  const kept = choicesOfPlan(draft.plan);
  const context = { organisation: key.organisation, kind: "draft-file", id };
  const question = { key: key.officeKey, context, bytes, reading: kept.reading };
  const { head, answer } = await worker.ask("openDraft", question, { transfer: [bytes.buffer] });
  if ("problem" in answer) return { type: "fileRefused", ...answer };
  const { opened } = answer;
  store.adopt(draft, kept, opened);
  const recognition = recogniseColumns(
    opened.columns.map(({ name }) => name),
    opened.fingerprint,
  );
  return { type: "restored", name: head.name, kept, opened, recognition };
}

/** Goes on with the draft of this id, unless it is the one that this page has made itself. */
export function useRestore(
  { worker, dispatch }: ImportDesk,
  store: DraftStore,
  id: string | undefined,
): Restoring {
  const { client, me } = useOffice();
  const { key } = useHouseholdKey();
  const isOwn = id === undefined || store.snapshot().draft?.id === id;
  const {
    data: event,
    error,
    refetch,
  } = useQuery({
    queryKey: [OFFICE_KEY, "open-draft", id],
    queryFn: async () =>
      id === undefined || key === undefined
        ? null
        : ((await restore(id, { client, key, worker, store })) ?? null),
    enabled: !isOwn && key !== undefined && me !== undefined,
    // Read once: what the preparer does from then on is newer.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    if (event) dispatch(event);
  }, [event, dispatch]);
  if (isOwn || event) return { kind: "done" };
  if (error !== null) return { kind: "failed", error, retry: () => void refetch() };
  if (event === null) return { kind: "gone" };
  return { kind: key === undefined || me === undefined ? "locked" : "opening" };
}
