// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isDocumentRecorded } from "#sdk/agency/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { FileDrop, HexValue } from "../../shared/ui/index.ts";
import classes from "./settle.module.css";
import { type ReadStatement, type StatementPlace, statementIn } from "./statementAt.ts";
import { words } from "./words/index.ts";

const text = words.form;

interface StatementFieldProps {
  readonly organisation: number;
  readonly place: StatementPlace;
  readonly value: ReadStatement | undefined;
  readonly onChange: (statement: ReadStatement) => void;
}

/** The statement that is settled, with whether it is on record; or a place to drop the officer's own copy of it. */
export function StatementField({ organisation, place, value, onChange }: StatementFieldProps) {
  const [isWrong, setIsWrong] = useState(false);
  const take = (bytes: Uint8Array) => {
    const read = statementIn(bytes, place);
    setIsWrong(read === undefined);
    if (read !== undefined) onChange(read);
  };
  if (value !== undefined) return <ChosenStatement organisation={organisation} hash={value.hash} />;
  return (
    <div>
      <p className={classes.note}>{text.statementHint}</p>
      <FileDrop
        label={text.dropStatement}
        choose={text.chooseStatement}
        accept=".json,application/json"
        onFile={(file) => void file.arrayBuffer().then((buffer) => take(new Uint8Array(buffer)))}
      />
      {isWrong ? <p role="alert">{text.notStatement}</p> : null}
    </div>
  );
}

function ChosenStatement({ organisation, hash }: { readonly organisation: number; readonly hash: string }) {
  const suite = useSuite();
  const { data: isOnRecord } = useQuery({
    queryKey: [LEDGER_KEY, "recorded", hash, organisation],
    queryFn: () => isDocumentRecorded(suite, hash, organisation),
  });
  return (
    <>
      <p>
        {text.statement} <HexValue value={hash} what={words.one.theStatement} />
      </p>
      {isOnRecord === false ? <p role="alert">{text.notRecorded}</p> : null}
    </>
  );
}
