// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { Draft } from "#sdk/office/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { notify } from "../../../shared/notice/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import { type Column, DataTable, Section, StateBadge, TextLink } from "../../../shared/ui/index.ts";
import { labelOf } from "../../../shared/words/index.ts";
import { words } from "../words/index.ts";

const text = words.file;
const OPEN: ReadonlySet<string> = new Set(["draft", "waiting", "ready"]);

/** Lists of this programme that were begun and not signed. Nothing while there are none, or no office. */
export function DraftList({ programme }: { readonly programme: ProgrammeHandle }) {
  const { client, me } = useOffice();
  const queryClient = useQueryClient();
  const queryKey = [OFFICE_KEY, "drafts", programme.address];
  const { data } = useQuery({
    queryKey,
    queryFn: () => client.listDrafts(programme.address),
    enabled: me !== undefined,
  });
  const open = data?.filter(({ state, hasSealed }) => OPEN.has(state) && hasSealed) ?? [];
  const refresh = () => queryClient.invalidateQueries({ queryKey });
  const discard = async (draft: Draft) => {
    const discarded = await client.discardDraft(draft.id, draft.version);
    await refresh();
    const undo = async () => {
      await client.restoreDraft(discarded.id, discarded.version);
      await refresh();
    };
    notify({ text: text.discarded, undo });
  };
  if (open.length === 0) return null;
  return (
    <Section title={text.drafts} hint={text.draftsHint}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={draftColumns(programme.address, (draft) => void discard(draft))}
          rows={open}
          rowKey={({ id }) => id}
        />
      )}
    </Section>
  );
}

function draftColumns(
  address: string,
  onDiscard: (draft: Draft) => void,
): readonly [Column<Draft>, ...Column<Draft>[]] {
  return [
    {
      key: "title",
      header: text.draft,
      cell: ({ id, title }) => (
        <TextLink to="/console/programmes/$address/new-cycle" params={{ address }} search={{ draft: id }}>
          {title}
        </TextLink>
      ),
    },
    {
      key: "state",
      header: text.draftState,
      cell: ({ state }) => (
        <StateBadge
          tone={state === "waiting" ? "waiting" : "quiet"}
          label={labelOf(text.draftStates, state)}
        />
      ),
    },
    { key: "changed", header: text.draftChanged, cell: ({ updatedAt }) => showMoment(updatedAt) },
    {
      key: "discard",
      header: text.discard,
      isFigure: true,
      isStep: true,
      cell: (draft) => (
        <Button
          variant="default"
          size="xs"
          aria-label={text.discardOf(draft.title)}
          onClick={() => onDiscard(draft)}
        >
          {text.discard}
        </Button>
      ),
    },
  ];
}
