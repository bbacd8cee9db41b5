// SPDX-License-Identifier: Apache-2.0

import { Button, Checkbox, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Exception } from "#sdk/office/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showMoment } from "../../shared/format/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { notify } from "../../shared/notice/index.ts";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";
import { type Column, DataTable, Empty, Section, StateBadge } from "../../shared/ui/index.ts";
import { labelOf, words as shared } from "../../shared/words/index.ts";
import classes from "./officeDesk.module.css";
import { words } from "./words/index.ts";

const text = words.exceptions;
/** Where the page of what waits points at. */
const EXCEPTIONS_ANCHOR = "exceptions";

/** Cases that reconciliation left to people, oldest first. */
export function ExceptionsSection() {
  const { client } = useOffice();
  const [showsSettled, setShowsSettled] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: [OFFICE_KEY, "exceptions", "all", showsSettled],
    queryFn: () => client.listExceptions(showsSettled ? {} : { state: "open" }),
  });
  return (
    <Section
      title={text.title}
      hint={text.hint}
      anchor={EXCEPTIONS_ANCHOR}
      aside={
        <Checkbox
          size="md"
          classNames={{ label: classes.choice }}
          label={text.showSettled}
          checked={showsSettled}
          onChange={(event) => setShowsSettled(event.currentTarget.checked)}
        />
      }
    >
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
            <DataTable
              labelledBy={headingId}
              columns={columns}
              rows={[...data].reverse()}
              rowKey={({ id }) => id}
              cardsBelow={60}
            />
          ) : null}
        </>
      )}
    </Section>
  );
}

const columns: readonly [Column<Exception>, ...Column<Exception>[]] = [
  {
    key: "what",
    header: text.columns.what,
    cell: ({ kind, reason }) => `${labelOf(shared.resultClasses, kind)} (${reason})`,
    canWrap: true,
  },
  { key: "where", header: text.columns.where, canWrap: true, isWide: true, cell: whereIs },
  { key: "since", header: text.columns.since, cell: ({ createdAt }) => showMoment(createdAt) },
  { key: "note", header: text.columns.note, canWrap: true, isWide: true, cell: ({ note }) => note || "–" },
  {
    key: "step",
    header: text.columns.step,
    isWide: true,
    isStep: true,
    canWrap: true,
    cell: (exception) => <SettleStep exception={exception} />,
  },
];

function whereIs({ cycle, shop, number, account }: Exception): string {
  const places = [
    cycle === null ? undefined : text.cycle(String(cycle)),
    shop === null ? undefined : text.shop(String(shop)),
    number === null ? undefined : text.receipt(String(number)),
    account === null ? undefined : text.account(String(account)),
  ];
  return places.filter((place) => place !== undefined).join(", ") || "–";
}

/** What was found is written down in the row, and can be taken back for a moment. */
function SettleStep({ exception }: { readonly exception: Exception }) {
  const [isOpen, setIsOpen] = useState(false);
  const [note, setNote] = useState(exception.note);
  const { client } = useOffice();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: [OFFICE_KEY] });
  const settling = useMutation({
    mutationFn: () => client.changeException(exception.id, exception.version, { state: "settled", note }),
    onSuccess: (settled) => {
      setIsOpen(false);
      notify({
        text: text.done,
        undo: async () => {
          await client.changeException(settled.id, settled.version, { state: "open" });
          await refresh();
        },
      });
    },
    onSettled: refresh,
  });
  if (exception.state === "settled") return <StateBadge tone="good" label={text.settled} />;
  if (!isOpen) {
    return (
      <Button
        size="xs"
        variant="light"
        aria-label={text.settleOf(whereIs(exception))}
        onClick={() => setIsOpen(true)}
      >
        {text.settle}
      </Button>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    settling.mutate();
  };
  return (
    <form className={classes.settle} onSubmit={submit}>
      <Textarea
        label={text.note}
        description={text.noteHint}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={settling.isPending}>
          {text.save}
        </Button>
        <Button size="xs" variant="default" onClick={() => setIsOpen(false)}>
          {text.cancel}
        </Button>
      </div>
      {settling.error ? <ErrorNote error={settling.error} /> : null}
    </form>
  );
}
