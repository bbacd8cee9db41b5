// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listProgrammes } from "#sdk/agency/index.ts";
import type { CustodianRequest } from "#sdk/office/index.ts";
import { config } from "../../../shared/config/index.ts";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { showCount } from "../../../shared/format/index.ts";
import type { HouseholdKey } from "../../../shared/households/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { FileDrop } from "../../../shared/ui/index.ts";
import classes from "../accounts.module.css";
import { words } from "../words/index.ts";
import type { IdsAnswer } from "./idsMessages.ts";
import type { RowProblem } from "./readIds.ts";
import type { OwnHouseholds } from "./saveOwn.ts";
import { useIdsFile } from "./useIdsFile.ts";

const text = words.opening.own;
const MOST_SHOWN = 20;

interface OwnListFormProps {
  readonly householdKey: HouseholdKey;
  readonly onRequest: (request: CustodianRequest, own: OwnHouseholds) => void;
}

export function OwnListForm({ householdKey, onRequest }: OwnListFormProps) {
  const [file, setFile] = useState<File>();
  const reading = useIdsFile(householdKey);
  const { data: ids } = reading;
  const read = (next: File, column?: string) => {
    setFile(next);
    reading.mutate({ file: next, ...(column === undefined ? {} : { column }) });
  };
  return (
    <>
      <FileDrop accept=".csv,.txt,.tsv" onFile={(next) => read(next)} disabled={reading.isPending} />
      {reading.isError ? <ErrorNote error={reading.error} /> : null}
      {ids !== undefined && file !== undefined ? (
        <>
          <ReadFile ids={ids} onColumn={(column) => read(file, column)} />
          {ids.identifiers.length > 0 ? <UseList key={file.name} ids={ids} onRequest={onRequest} /> : null}
        </>
      ) : null}
    </>
  );
}

interface ReadFileProps {
  readonly ids: IdsAnswer;
  readonly onColumn: (column: string) => void;
}

function ReadFile({ ids, onColumn }: ReadFileProps) {
  const { columns, column, identifiers, problems } = ids;
  return (
    <>
      {columns.length > 0 ? (
        <div className={classes.form}>
          <NativeSelect
            label={text.column}
            value={column ?? ""}
            data={[...new Set(columns)]}
            onChange={({ currentTarget }) => onColumn(currentTarget.value)}
          />
        </div>
      ) : null}
      <p role="status">{text.read(showCount(identifiers.length), identifiers.length)}</p>
      {problems.length > 0 ? <Problems problems={problems} /> : null}
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly RowProblem[] }) {
  return (
    <div className={classes.stack}>
      <p>{text.problems(showCount(problems.length), problems.length)}</p>
      <ul className={classes.problems}>
        {problems.slice(0, MOST_SHOWN).map(({ row, message }) => (
          <li key={`${row} ${message}`}>{row === 0 ? message : text.row(row, message)}</li>
        ))}
        {problems.length > MOST_SHOWN ? <li>…</li> : null}
      </ul>
    </div>
  );
}

interface UseListProps {
  readonly ids: IdsAnswer;
  readonly onRequest: OwnListFormProps["onRequest"];
}

/** The list becomes a request like a preparer's, so that it is opened, watched and resumed in the same way. */
function UseList({ ids, onRequest }: UseListProps) {
  const suite = useSuite();
  const { client } = useOffice();
  const [title, setTitle] = useState("");
  const [chosen, setChosen] = useState<string>();
  const { data: programmes = [] } = useQuery({
    queryKey: ["own-programmes"],
    queryFn: () => listProgrammes(suite, config().organisation ?? 0),
  });
  const programme = chosen ?? programmes[0]?.address;
  const { identifiers, commitments } = ids;
  const asking = useMutation({
    mutationFn: (address: string) =>
      client.createRequest({
        draft: null,
        programme: address,
        title: title.trim(),
        commitments: [...commitments],
      }),
    onSuccess: (request) => onRequest(request, { identifiers, commitments }),
  });
  return (
    <>
      <div className={classes.form}>
        <TextInput
          label={text.name}
          description={text.nameHint}
          value={title}
          maxLength={120}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <NativeSelect
          label={text.programme}
          description={"\u00a0"}
          value={programme ?? ""}
          data={programmes.map(({ address, name }) => ({ value: address, label: name }))}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      </div>
      <div className={classes.actions}>
        <Button
          disabled={programme === undefined || title.trim() === ""}
          loading={asking.isPending}
          onClick={() => programme !== undefined && asking.mutate(programme)}
        >
          {text.use}
        </Button>
      </div>
      {asking.isError ? <ErrorNote error={asking.error} /> : null}
    </>
  );
}
