// SPDX-License-Identifier: Apache-2.0

import type { StatementFile } from "#sdk/formats/statementCsv.ts";
import { translated } from "../../shared/errors/index.ts";
import { type Column, DataTable, Section } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

const text = words.problems;

type Problem = StatementFile["problems"][number];

const columns: readonly [Column<Problem>, ...Column<Problem>[]] = [
  { key: "row", header: text.row, cell: ({ row }) => String(row) },
  { key: "column", header: text.column, cell: ({ column }) => column || "–" },
  { key: "value", header: text.value, cell: ({ value }) => value || "–" },
  {
    key: "problem",
    header: text.problem,
    canWrap: true,
    isWide: true,
    cell: ({ message, code }) => {
      const { summary, next } = translated({ code, summary: message, next: "" });
      return `${summary} ${next} (${code})`.replace("  ", " ");
    },
  },
];

/** Every cell of the statement that cannot be read, and what to do about it. */
export function FileProblems({ file }: { readonly file: StatementFile }) {
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={columns}
          rows={file.problems}
          rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
          cardsBelow={56}
        />
      )}
    </Section>
  );
}
