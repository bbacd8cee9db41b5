// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Mapping } from "#sdk/office/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showMoment } from "../../shared/format/index.ts";
import { useOfficer } from "../../shared/ledger/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { notify } from "../../shared/notice/index.ts";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";
import { type Column, DataTable, Empty, HexValue, Section } from "../../shared/ui/index.ts";
import classes from "./officeDesk.module.css";
import { words } from "./words/index.ts";

const text = words.mappings;

/** How partners' files are read, as preparers saved it. */
export function MappingsSection() {
  const { client } = useOffice();
  const { data, error, refetch } = useQuery({
    queryKey: [OFFICE_KEY, "mappings"],
    queryFn: () => client.listMappings(),
  });
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          {data === undefined && !error ? <LoadingRows /> : null}
          {error ? (
            <div className={classes.inset}>
              <ErrorNote error={error} onRetry={() => void refetch()} />
            </div>
          ) : null}
          {data?.length === 0 ? <Empty title={text.none}>{text.noneHint}</Empty> : null}
          {data !== undefined && data.length > 0 ? (
            <DataTable labelledBy={headingId} columns={columns} rows={data} rowKey={({ name }) => name} />
          ) : null}
        </>
      )}
    </Section>
  );
}

const columns: readonly [Column<Mapping>, ...Column<Mapping>[]] = [
  { key: "name", header: text.columns.name, cell: ({ name }) => name, canWrap: true },
  {
    key: "by",
    header: text.columns.by,
    cell: ({ updatedBy }) => <HexValue value={updatedBy} what={text.theOfficer} />,
  },
  { key: "when", header: text.columns.when, cell: ({ updatedAt }) => showMoment(updatedAt) },
  {
    key: "step",
    header: text.columns.step,
    isStep: true,
    cell: (mapping) => <RemoveStep mapping={mapping} />,
  },
];

/** Removing asks nothing: it can be undone. */
function RemoveStep({ mapping }: { readonly mapping: Mapping }) {
  const { name, header, options, version } = mapping;
  const { client } = useOffice();
  const officer = useOfficer();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: [OFFICE_KEY, "mappings"] });
  const removing = useMutation({
    mutationFn: () => client.deleteMapping(name, version),
    onSuccess: () =>
      notify({
        text: text.removed(name),
        undo: async () => {
          await client.writeMapping(name, 0, { header, options });
          await refresh();
        },
      }),
    onSettled: refresh,
  });
  if (officer?.has("Preparer") !== true) return "–";
  return (
    <Button
      size="xs"
      variant="default"
      loading={removing.isPending}
      aria-label={text.removeOf(name)}
      onClick={() => removing.mutate()}
    >
      {text.remove}
    </Button>
  );
}
