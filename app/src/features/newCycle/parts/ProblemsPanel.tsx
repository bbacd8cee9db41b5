// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { type ReactNode, useCallback, useState } from "react";
import type { Problem, ProblemCode } from "#sdk/list/problems.ts";
import { showCount } from "../../../shared/format/index.ts";
import type { VirtualColumns } from "../../../shared/table/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { words } from "../words/index.ts";
import type { FileResult, Stretch } from "../worker/protocol.ts";
import { download, separatorOfSpreadsheets } from "./download.ts";
import { KindFilter } from "./KindFilter.tsx";
import classes from "./parts.module.css";
import { problemText } from "./problemText.ts";
import { StretchTable } from "./StretchTable.tsx";

const text = words.problems;

interface ProblemsPanelProps {
  readonly desk: ImportDesk;
  readonly result: FileResult;
  readonly upload: ReactNode;
}

/** Every problem by row and column, by kind if wanted, and as a file for whoever corrects the list. */
export function ProblemsPanel({ desk, result, upload }: ProblemsPanelProps) {
  const { worker, fail } = desk;
  const [chosen, setChosen] = useState<ProblemCode>();
  const kind = result.kinds.find(({ code }) => code === chosen);
  const code = kind?.code;
  const load = useCallback(
    // The result stands for the reading: another reading has other problems.
    (stretch: Stretch) => (result ? worker.ask("problems", { ...stretch, code }) : Promise.resolve([])),
    [worker, code, result],
  );
  const save = () => {
    worker
      .ask("problemsCsv", {
        header: text.csvHeader,
        sentences: words.sentences,
        delimiter: separatorOfSpreadsheets(),
      })
      .then(({ bytes }) => download(`${text.downloadName}.csv`, bytes, "text/csv"), fail);
  };
  return (
    <Section
      title={text.tableTitle}
      hint={text.tableHint}
      aside={
        <div className={classes.actions}>
          <Button variant="default" onClick={save}>
            {text.download}
          </Button>
          {upload}
        </div>
      }
    >
      {(headingId) => (
        <>
          <KindFilter kinds={result.kinds} total={result.problems} chosen={code} onChoose={setChosen} />
          <StretchTable
            labelledBy={headingId}
            columns={problemColumns}
            count={kind?.count ?? result.problems}
            load={load}
            cardsBelow={62}
          />
        </>
      )}
    </Section>
  );
}

export const problemColumns: VirtualColumns<Problem> = [
  {
    key: "row",
    header: text.columns.row,
    width: 6,
    cell: ({ row }) => (row === 0 ? text.wholeFile : showCount(row)),
  },
  {
    key: "column",
    header: text.columns.column,
    width: 10,
    canWrap: true,
    cell: ({ column }) => column || <span className={classes.soft}>{text.wholeRow}</span>,
  },
  {
    key: "value",
    header: text.columns.value,
    width: 10,
    canWrap: true,
    cell: ({ value }) => <span className={classes.mono}>{value}</span>,
  },
  {
    key: "what",
    header: text.columns.what,
    canWrap: true,
    isWide: true,
    cell: (problem) => problemText(problem).what,
  },
  {
    key: "next",
    header: text.columns.next,
    canWrap: true,
    isWide: true,
    cell: (problem) => problemText(problem).next,
  },
  {
    key: "code",
    header: text.columns.code,
    width: 6,
    cell: ({ code }) => <span className={classes.soft}>{code}</span>,
  },
];
