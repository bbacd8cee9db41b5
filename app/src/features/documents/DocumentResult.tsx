// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type DocumentRecord, documentQuery } from "../../shared/api/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showBytes } from "../../shared/format/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { DataTable, HexValue, Icon, Section } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import classes from "./documents.module.css";
import { recordColumns } from "./recordColumns.tsx";

const text = words.documents;

interface DocumentResultProps {
  readonly hash: string;
  /** Absent when the fingerprint was pasted or stands in the page's address. */
  readonly file: File | undefined;
}

/** Who recorded the document and when; or that nobody did, and what to do then. */
export function DocumentResult({ hash, file }: DocumentResultProps) {
  const { data, error, refetch } = useQuery(documentQuery(hash));
  return (
    <div aria-live="polite">
      <Section title={titleOf(data)} hint={file ? text.ofFile(file.name, showBytes(file.size)) : undefined}>
        {(headingId) => (
          <>
            <p className={classes.fingerprint}>
              <span className={classes.soft}>{text.fingerprint}</span>
              <HexValue value={hash} what={text.theFingerprint} isFull />
            </p>
            {data ? <Verdict records={data} headingId={headingId} /> : null}
            {!data && error ? (
              <div className={classes.note}>
                <ErrorNote error={error} onRetry={() => void refetch()} />
              </div>
            ) : null}
            {!data && !error ? <LoadingRows /> : null}
          </>
        )}
      </Section>
    </div>
  );
}

function titleOf(records: readonly DocumentRecord[] | undefined): string {
  if (records === undefined) return text.lookingUp;
  return records.length > 0 ? text.found : text.notFound;
}

interface VerdictProps {
  readonly records: readonly DocumentRecord[];
  readonly headingId: string;
}

function Verdict({ records, headingId }: VerdictProps) {
  if (records.length === 0) return <NobodyRecorded />;
  return (
    <>
      <p className={classes.verdict} data-found>
        <Icon name="check" size={20} />
        {text.foundHint}
      </p>
      <DataTable
        labelledBy={headingId}
        columns={recordColumns}
        rows={records}
        rowKey={({ organisation, recordedAt }) => `${organisation.id} ${recordedAt}`}
        cardsBelow={62}
      />
    </>
  );
}

function NobodyRecorded() {
  return (
    <>
      <p className={classes.verdict}>
        <Icon name="info" size={20} />
        {text.notFoundHint}
      </p>
      <div className={classes.todo}>
        <h3>{text.whatToDo}</h3>
        <ul>
          {text.todo.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </div>
    </>
  );
}
