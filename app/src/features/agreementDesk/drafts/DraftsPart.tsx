// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AgreementDraft } from "#sdk/office/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { ButtonLink, type Column, DataTable, Empty, Section, TextLink } from "../../../shared/ui/index.ts";
import { words } from "../words/index.ts";
import { DRAFTS_KEY, useDrafts } from "./useDraft.ts";

const text = words.drafts;

/** Agreements that officers of the agency are writing, and the way to a new one. Nothing for anybody else. */
export function DraftsPart() {
  const { me } = useOffice();
  const { data } = useDrafts();
  if (me?.kind !== "officer") return null;
  const open = (data ?? []).filter(({ state }) => state === "draft");
  return (
    <Section
      title={text.title}
      hint={text.hint}
      aside={<ButtonLink to="/console/agreements/new">{text.begin}</ButtonLink>}
    >
      {(headingId) =>
        open.length === 0 ? (
          <Empty title={text.none}>{text.noneHint}</Empty>
        ) : (
          <DataTable labelledBy={headingId} columns={COLUMNS} rows={open} rowKey={({ id }) => id} />
        )
      }
    </Section>
  );
}

const COLUMNS: readonly [Column<AgreementDraft>, ...Column<AgreementDraft>[]] = [
  {
    key: "title",
    header: text.columns.title,
    canWrap: true,
    cell: ({ id, title }) => (
      <TextLink to="/console/agreements/new" search={{ draft: id }}>
        {title}
      </TextLink>
    ),
  },
  {
    key: "what",
    header: text.columns.what,
    cell: ({ agreement }) => (agreement === null ? text.isNew : text.isMade),
  },
  { key: "changed", header: text.columns.changed, cell: ({ updatedAt }) => showMoment(updatedAt) },
  { key: "discard", header: text.columns.discard, isStep: true, cell: (draft) => <Discard draft={draft} /> },
];

function Discard({ draft }: { readonly draft: AgreementDraft }) {
  const { client } = useOffice();
  const queryClient = useQueryClient();
  const discarding = useMutation({
    mutationFn: () => client.changeAgreementDraft(draft.id, draft.version, { state: "discarded" }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: DRAFTS_KEY }),
  });
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={text.discardWhat(draft.title)}
      loading={discarding.isPending}
      onClick={() => discarding.mutate()}
    >
      {text.discard}
    </Button>
  );
}
