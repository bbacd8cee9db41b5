// SPDX-License-Identifier: Apache-2.0

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AgreementDraft, AgreementDraftChange } from "#sdk/office/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import { contentSchema, type DraftContent } from "./content.ts";

export const DRAFTS_KEY = [OFFICE_KEY, "agreement-drafts"] as const;

/** Drafts of agreements at the office, newest change first; only officers of the agency see them. */
export function useDrafts() {
  const { client, state, me } = useOffice();
  return useQuery({
    queryKey: DRAFTS_KEY,
    queryFn: () => client.listAgreementDrafts(),
    enabled: state === "signedIn" && me?.kind === "officer",
    retry: false,
  });
}

/** One draft; nothing for an agreement that is only being begun. */
export function useKeptDraft(id: string | undefined) {
  const { client, state } = useOffice();
  return useQuery({
    queryKey: [...DRAFTS_KEY, id],
    queryFn: () => client.readAgreementDraft(id ?? ""),
    enabled: id !== undefined && state === "signedIn",
    retry: false,
    // What is being typed is not replaced under the officer's hands; a change of somebody else is refused by its version.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The form of a draft; undefined when it was written by another version of this page. */
export function contentOf({ content }: AgreementDraft): DraftContent | undefined {
  const read = contentSchema.safeParse(content);
  return read.success ? read.data : undefined;
}

/** Keeps the draft at the office. */
export function useDraftStore(first: AgreementDraft | undefined) {
  const { client } = useOffice();
  const queryClient = useQueryClient();
  const [kept, setKept] = useState(first);

  const note = (draft: AgreementDraft): AgreementDraft => {
    setKept(draft);
    queryClient.setQueryData([...DRAFTS_KEY, draft.id], draft);
    void queryClient.invalidateQueries({ queryKey: DRAFTS_KEY, exact: true });
    return draft;
  };
  const save = async (content: DraftContent, agreement?: string): Promise<AgreementDraft> => {
    const title = content.title.trim() === "" ? "–" : content.title.trim();
    const about = agreement === undefined ? {} : { agreement };
    if (kept === undefined) return note(await client.createAgreementDraft({ title, content, ...about }));
    return note(await client.changeAgreementDraft(kept.id, kept.version, { title, content, ...about }));
  };
  const change = async (what: AgreementDraftChange): Promise<void> => {
    if (kept !== undefined) note(await client.changeAgreementDraft(kept.id, kept.version, what));
  };
  return { kept, save, change };
}

export type DraftStore = ReturnType<typeof useDraftStore>;
