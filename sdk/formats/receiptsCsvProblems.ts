// SPDX-License-Identifier: Apache-2.0

/**
 * Everything that can be wrong with a file of receipts or a shop's statement: stable code, what happened, what to do. Words in braces
 * are filled in. 00x concerns the columns, 01x to 05x the cells, 06x several rows. A code is never reused for something else.
 */
export const RECEIPT_PROBLEMS = {
  noColumn: [
    "RCPT-001",
    "There is no column for the {field}; the file has: {columns}.",
    "Name the column {names}, or say which column it is.",
  ],
  repeatedColumn: [
    "RCPT-002",
    "More than one column could be the {field}.",
    "Rename or delete one of them, or say which column it is.",
  ],
  missing: ["RCPT-011", "The {field} is missing.", "Fill it in or delete the row."],
  badTerminal: [
    "RCPT-012",
    "This is neither the address of a terminal nor the name of one.",
    "Copy the address from the terminal's page, or use the name under which the shop's terminal is registered.",
  ],
  badNumber: [
    "RCPT-013",
    "This is not a receipt number.",
    "Write the number that the terminal printed on the receipt, with digits alone, from 1 on.",
  ],
  badCycle: [
    "RCPT-014",
    "This is not the number of a cycle.",
    "Write the cycle's number with digits alone, from 1 on.",
  ],
  badAccount: [
    "RCPT-015",
    "This is not an account number.",
    "Write a whole number from 256 on, or use a column of identifiers instead.",
  ],
  damagedId: [
    "RCPT-016",
    "A spreadsheet has turned this identifier into a number and lost digits or added some.",
    "Format the column as text, copy the identifiers from the source again and save.",
  ],
  unknownId: [
    "RCPT-017",
    "No household has an account under this identifier.",
    "Check the identifier against the household's card, and open an account if it has none yet.",
  ],
  notANumber: [
    "RCPT-021",
    "This is not a number.",
    "Write the amount with digits alone, without currency or words.",
  ],
  negativeAmount: [
    "RCPT-022",
    "The amount is negative.",
    "Write it without a sign, and write what was given back as a refund.",
  ],
  zeroAmount: ["RCPT-023", "The amount is zero.", "Write an amount above zero or delete the row."],
  scientificAmount: [
    "RCPT-024",
    "A spreadsheet has shortened this number and digits may be lost.",
    "Format the column as a number with all digits and save again.",
  ],
  tooManyDecimals: [
    "RCPT-025",
    "The amount has more decimals than {currency} has ({decimals}).",
    "Correct the amount from the paper receipt.",
  ],
  amountTooLarge: [
    "RCPT-026",
    "The amount is larger than a receipt can carry ({limit} {currency}).",
    "Check that the right column was chosen, and correct the amount.",
  ],
  ambiguousAmount: [
    "RCPT-027",
    "The dot or comma in this number can stand before the decimals or between thousands, which differ by a factor of 1,000.",
    "Say which decimal mark the column uses, or save the column without thousands separators.",
  ],
  notADate: ["RCPT-031", "This is not a date.", "Write it as YYYY-MM-DD, such as 2026-11-21."],
  ambiguousDate: [
    "RCPT-032",
    "Day and month in this date can be taken for each other.",
    "Say whether the file has dd/mm/yyyy or mm/dd/yyyy, or write it as YYYY-MM-DD.",
  ],
  futureDate: [
    "RCPT-033",
    "The date lies in the future.",
    "Correct it from the paper receipt, and check the terminal's calendar.",
  ],
  badKind: ["RCPT-041", "This is neither a sale nor a refund.", "Write sale or refund."],
  noSaleNumber: [
    "RCPT-042",
    "A refund needs the receipt number of the sale that was taken back.",
    "Write the number of that sale into this column.",
  ],
  lateSaleNumber: [
    "RCPT-043",
    "A refund can only take back a sale with a lower receipt number.",
    "Correct the number of the sale from the paper receipt.",
  ],
  needlessSaleNumber: [
    "RCPT-044",
    "The row is a sale and names another sale, as only refunds do.",
    "Empty this cell, or make the row a refund.",
  ],
  badRecognition: [
    "RCPT-045",
    "This is no known way of recognising a household.",
    "Write card-pin, biometric, document or override.",
  ],
  conflictingNumber: [
    "RCPT-061",
    "The same receipt number of this terminal stands in row {first} with other content, so neither row is kept.",
    "Keep the row that agrees with the terminal, delete the other, and upload again.",
  ],
} as const satisfies Record<string, readonly [code: string, what: string, next: string]>;

export type ReceiptProblemName = keyof typeof RECEIPT_PROBLEMS;

/**
 * One thing to correct, by cell. Shown to the operator whose file it is and to nobody else: `value` can be personal data and must
 * never be logged or sent anywhere.
 */
export interface FileProblem {
  /** As the spreadsheet numbers it, the header being row 1 when nothing stands above it; 0 for the file as a whole. */
  readonly row: number;
  /** Name of the column; empty for a whole row or file. */
  readonly column: string;
  /** The cell as it is in the file, shortened when long. */
  readonly value: string;
  /** RCPT-0xx, or LIST-1xx when the file cannot be read as a table. */
  readonly code: string;
  /** One sentence what happened, one sentence what to do. */
  readonly message: string;
}

/** Place and content of a cell. */
export type FileCell = Pick<FileProblem, "row" | "column" | "value">;

export type Facts = Readonly<Record<string, string | number>>;

const LONGEST_VALUE = 200;

/** The problem of a cell. */
export function receiptProblem(cell: FileCell, name: ReceiptProblemName, facts: Facts = {}): FileProblem {
  const [code, what, next] = RECEIPT_PROBLEMS[name];
  const message = `${what} ${next}`.replace(/\{([a-z]+)\}/g, (_, fact: string) => String(facts[fact] ?? ""));
  const value = cell.value.length > LONGEST_VALUE ? `${cell.value.slice(0, LONGEST_VALUE)}…` : cell.value;
  return { row: cell.row, column: cell.column, value, code, message };
}
