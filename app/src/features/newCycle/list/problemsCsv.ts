// SPDX-License-Identifier: Apache-2.0

import Papa from "papaparse";
import { fillFacts, type Problem } from "#sdk/list/problems.ts";

/** What the file of problems says in the reader's language. */
export interface ProblemsCsvWords {
  /** Row, column, value, code, what happened, what to do. */
  readonly header: readonly string[];
  /** Both sentences of each code; a code that is not in it keeps the English ones. */
  readonly sentences: Readonly<Record<string, readonly [what: string, next: string]>>;
  /** As the reader's spreadsheet expects it. */
  readonly delimiter: string;
}

const BYTE_ORDER_MARK = "\ufeff";
/** A cell that begins like this is run as a formula by spreadsheets. */
const FORMULA = /^[=+\-@\t\r]/;

/** Problems as CSV for whoever mends the list. Personal data: it quotes cells of the file. */
export function problemsCsv(problems: readonly Problem[], words: ProblemsCsvWords): string {
  const rows = problems.map((problem) => {
    const [what, next] = words.sentences[problem.code] ?? [problem.message, ""];
    const { row, column, value, code, facts } = problem;
    return [
      row === 0 ? "" : String(row),
      column,
      value,
      code,
      fillFacts(what, facts),
      fillFacts(next, facts),
    ];
  });
  const cells = [[...words.header], ...rows].map((row) => row.map(defuse));
  return `${BYTE_ORDER_MARK}${Papa.unparse(cells, { delimiter: words.delimiter, newline: "\r\n" })}\r\n`;
}

function defuse(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
