// SPDX-License-Identifier: Apache-2.0

import { useMemo } from "react";
import type { Currency } from "#sdk/money/index.ts";
import { countOf, showCount, showMoney } from "../../../shared/format/index.ts";
import { LoadingRows } from "../../../shared/list/index.ts";
import { Amount, type Column, DataTable } from "../../../shared/ui/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { type ColumnsChoice, missingFields } from "../list/choice.ts";
import { words } from "../words/index.ts";
import type { FileResult, PreviewRow } from "../worker/protocol.ts";
import classes from "./columns.module.css";
import { ProblemNote } from "./ProblemNote.tsx";
import partClasses from "./parts.module.css";
import { problemText } from "./problemText.ts";
import { traitColumns } from "./traitColumns.ts";

const text = words.columns;

interface PreviewTableProps {
  readonly desk: ImportDesk;
  readonly headingId: string;
}

/** What the first rows are read as under the columns that are chosen now, and what all of them come to. */
export function PreviewTable({ desk, headingId }: PreviewTableProps) {
  const { currency } = desk.money;
  const { result, choice } = desk.state;
  const columns = useMemo(() => previewColumns(currency, choice), [currency, choice]);
  if (missingFields(choice, desk.money).length > 0) {
    return <p className={`${partClasses.pad} ${partClasses.soft}`}>{text.previewWaits}</p>;
  }
  if (result === undefined) return <LoadingRows />;
  if (result.refusals.length > 0) {
    return (
      <div className={partClasses.pad}>
        {result.refusals.map((problem) => (
          <ProblemNote key={`${problem.code} ${problem.column}`} problem={problem} />
        ))}
      </div>
    );
  }
  return (
    <>
      <Live result={result} currency={currency} />
      <DataTable
        labelledBy={headingId}
        columns={columns}
        rows={result.preview}
        rowKey={({ row }) => String(row)}
        cardsBelow={54}
      />
    </>
  );
}

interface LiveProps {
  readonly result: FileResult;
  readonly currency: Currency;
}

/** What the whole list comes to, as the columns are now. */
function Live({ result, currency }: LiveProps) {
  const { households, total, badRows } = result;
  return (
    <p className={classes.live} role="status">
      <span>
        <strong>{countOf(households, words.households)}</strong>
      </span>
      <span>
        <strong>{showMoney(total, currency)}</strong>
      </span>
      {badRows === 0 ? null : (
        <span className={classes.wrong}>
          {words.problems.bad}: {showCount(badRows)}
        </span>
      )}
    </p>
  );
}

function previewColumns(
  currency: Currency,
  choice: ColumnsChoice,
): readonly [Column<PreviewRow>, ...Column<PreviewRow>[]] {
  const { goodColumns } = words.problems;
  return [
    { key: "row", header: text.row, cell: ({ row }) => showCount(row) },
    {
      key: "id",
      header: goodColumns.id,
      cell: ({ good, problems }) =>
        good?.identifier ?? (
          <span className={classes.wrong}>
            {problems.map((problem) => problemText(problem).what).join(" ")}
          </span>
        ),
      canWrap: true,
      isWide: true,
    },
    {
      key: "amount",
      header: `${goodColumns.amount} (${currency.code})`,
      isFigure: true,
      cell: ({ good }) => (good ? <Amount value={good.amount} currency={currency} /> : null),
    },
    ...traitColumns(choice).map((column) => ({
      ...column,
      cell: ({ good }: PreviewRow) => (good === undefined ? null : column.cell(good)),
    })),
  ];
}
