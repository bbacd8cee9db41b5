// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { Reconciliation, ResultClass, ResultRow } from "#sdk/reconcile/index.ts";
import { countOf, showMoney } from "../../shared/format/index.ts";
import { VirtualTable } from "../../shared/table/index.ts";
import { Amount, Empty, Icon, Section } from "../../shared/ui/index.ts";
import { ClassFilter, type Filter } from "./ClassFilter.tsx";
import { KeepExceptions } from "./KeepExceptions.tsx";
import type { Compared } from "./messages.ts";
import { RecordStatement } from "./RecordStatement.tsx";
import classes from "./reconcile.module.css";
import { resultColumns, resultKey } from "./resultColumns.tsx";
import { saveFile } from "./saveFile.ts";
import { words } from "./words/index.ts";

const text = words.result;

/** Classes in which there is nothing to do. */
const SETTLED: ReadonlySet<ResultClass> = new Set(["Matched", "AlreadySettled"]);

/** Whether somebody has to look at a row. */
function isOpen(row: ResultRow): boolean {
  return !SETTLED.has(row.class);
}

interface ResultViewProps {
  readonly programme: ProgrammeHandle;
  readonly compared: Compared;
}

/** The compared rows with their sums, and what can be made of them. */
export function ResultView({ programme, compared }: ResultViewProps) {
  const { result, csv } = compared;
  const open = result.rows.filter(isOpen);
  const [filter, setFilter] = useState<Filter>(open.length > 0 ? "open" : "all");
  const rows = useMemo(() => result.rows.filter((row) => isShown(row, filter)), [result, filter]);
  const { shop, cycle } = result.scope;
  return (
    <>
      <Section title={text.title}>
        {(headingId) => (
          <>
            <Totals result={result} />
            <p className={classes.note} role="status">
              {open.length === 0 ? text.agree : text.differ(countOf(open.length, text.row))}
            </p>
            {result.unexplained ? (
              <p className={classes.note} role="alert">
                {text.unexplained(showMoney(result.unexplained, programme.currency))}
              </p>
            ) : null}
            <ClassFilter result={result} open={open.length} value={filter} onChange={setFilter} />
            {rows.length === 0 ? (
              <Empty title={words.empty}>{words.emptyHint}</Empty>
            ) : (
              <VirtualTable
                labelledBy={headingId}
                columns={resultColumns(programme.address, programme.currency)}
                rows={rows}
                rowKey={resultKey}
                cardsBelow={68}
              />
            )}
            <div className={classes.actions}>
              <Button
                variant="default"
                leftSection={<Icon name="file" size={16} />}
                onClick={() => saveFile(`reconciliation-shop-${shop}-cycle-${cycle}.csv`, csv, "text/csv")}
              >
                {words.export}
              </Button>
              <KeepExceptions result={result} rows={open} />
            </div>
          </>
        )}
      </Section>
      <RecordStatement programme={programme} compared={compared} />
    </>
  );
}

function isShown(row: ResultRow, filter: Filter): boolean {
  if (filter === "all") return true;
  return filter === "open" ? isOpen(row) : row.class === filter;
}

function Totals({ result: { total, scope } }: { readonly result: Reconciliation }) {
  return (
    <dl className={classes.totals}>
      {(["claimed", "counted", "difference"] as const).map((key) => (
        <div key={key}>
          <dt>{text[key]}</dt>
          <dd>
            <Amount value={total[key]} currency={scope.currency} withCode />
          </dd>
        </div>
      ))}
    </dl>
  );
}
