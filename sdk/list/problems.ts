// SPDX-License-Identifier: Apache-2.0

/**
 * Everything that can be wrong with an entitlement list: stable code, what happened, what to do. Words in
 * braces are filled in. 1xx concerns the file or a whole row, 2xx the identifier, 3xx the amount and the
 * household size, 4xx the account. A code is never reused for something else.
 */
export const PROBLEMS = {
  emptyFile: [
    "LIST-101",
    "The file is empty.",
    "Export the list again and check that the file has a header and rows.",
  ],
  noRows: [
    "LIST-102",
    "The file has a header but no rows below it.",
    "Export the list again with its households.",
  ],
  noHeader: [
    "LIST-103",
    "The first row holds data where the names of the columns should be.",
    "Add a header row with the names of the columns and upload again.",
  ],
  oneColumn: [
    "LIST-104",
    "The file has only one column, so the separator was not recognised or the amounts are missing.",
    "Save it as CSV with a comma, semicolon, tab or vertical bar between the columns.",
  ],
  unknownColumn: [
    "LIST-105",
    'There is no column "{wanted}" for the {field}; the file has: {columns}.',
    "Choose the column that holds the {field}.",
  ],
  repeatedColumn: [
    "LIST-106",
    'The column "{wanted}" stands in the header more than once.',
    "Rename or delete one of the two columns and upload again.",
  ],
  wrongEncoding: [
    "LIST-107",
    "The text is not UTF-8, so letters outside English would be damaged.",
    'Save the file as "CSV UTF-8", or, if it comes from an older Excel, import it again as Windows-1252.',
  ],
  tooLarge: [
    "LIST-108",
    "The file has {size} MB; at most {limit} MB can be imported at once.",
    "Delete columns that are not needed, or split the list into several cycles.",
  ],
  notText: [
    "LIST-109",
    "The file is a workbook or another binary file, not a text file.",
    'Open it in the spreadsheet program and save the sheet as "CSV UTF-8".',
  ],
  brokenQuotes: [
    "LIST-110",
    "A quotation mark in this row opens or closes in the wrong place, so its cells cannot be told apart.",
    "Remove or double the quotation mark and upload again.",
  ],
  wrongCellCount: [
    "LIST-111",
    "This row has {found} cells where the header has {expected}, so its values may stand in the wrong columns.",
    "Put a value that contains the separator into quotation marks, or add the missing cells.",
  ],
  swallowedRows: [
    "LIST-112",
    "This cell runs over several lines and holds what look like whole rows between two stray quotation marks.",
    "Remove the two quotation marks, or the line breaks if the text belongs together, and upload again.",
  ],
  missingId: ["LIST-201", "The identifier is missing.", "Fill it in or delete the row."],
  damagedId: [
    "LIST-202",
    "A spreadsheet has turned this identifier into a number and lost digits or added some.",
    "Format the column as text, copy the identifiers from the source again and save.",
  ],
  longId: [
    "LIST-203",
    "The identifier has more than {limit} letters and digits.",
    "Check that the right column was chosen, and correct the identifier.",
  ],
  illegalId: [
    "LIST-204",
    "The identifier holds characters other than letters, digits and separators.",
    "Correct it from the source.",
  ],
  duplicateId: [
    "LIST-205",
    "The same identifier stands in row {first} with the same amount, so this row is not kept.",
    "Delete this row, or correct its identifier if it is another household.",
  ],
  conflictingId: [
    "LIST-206",
    "The same identifier stands in row {first}, and the rows do not agree on one amount, so none of them is kept.",
    "Keep the row that is right, delete or correct the other, and upload again.",
  ],
  missingAmount: ["LIST-301", "The amount is missing.", "Fill it in or delete the row."],
  notANumber: [
    "LIST-302",
    "This is not a number.",
    "Write the amount with digits alone, without currency or words.",
  ],
  negativeAmount: ["LIST-303", "The amount is negative.", "Write an amount above zero or delete the row."],
  zeroAmount: ["LIST-304", "The amount is zero.", "Write an amount above zero or delete the row."],
  scientificAmount: [
    "LIST-305",
    "A spreadsheet has shortened this number and digits may be lost.",
    "Format the column as a number with all digits and save again.",
  ],
  tooManyDecimals: [
    "LIST-306",
    "The amount has more decimals than {currency} has ({decimals}).",
    "Round the amount at its source and upload again.",
  ],
  offStep: [
    "LIST-307",
    "The amount cannot be paid out, because it is not a multiple of {step} {currency}.",
    "Round it to the programme's payable step.",
  ],
  amountTooLarge: [
    "LIST-308",
    "The amount is larger than an entitlement can be ({limit} {currency}).",
    "Check that the right column was chosen, and correct the amount.",
  ],
  ambiguousAmount: [
    "LIST-309",
    "The dot or comma in this number can stand before the decimals or between thousands, which differ by a factor of 1,000.",
    "Say which decimal mark the column uses, or save the column without thousands separators.",
  ],
  missingTimes: [
    "LIST-311",
    "The number to multiply the value by is missing.",
    "Fill it in or delete the row.",
  ],
  timesNotWhole: [
    "LIST-312",
    "This is not a whole number from 1 to {limit}.",
    "Write the number that the value is multiplied by, with digits alone.",
  ],
  timesZero: [
    "LIST-313",
    "The value would be multiplied by zero, so the household would get nothing.",
    "Write a number above zero or delete the row.",
  ],
  timesNegative: [
    "LIST-314",
    "The number to multiply the value by is negative.",
    "Write a number above zero or delete the row.",
  ],
  householdSize: [
    "LIST-321",
    "The household size is not a whole number from 1 to {limit}.",
    "Correct it, or leave the cell empty if it is not known.",
  ],
  accountNotOpen: [
    "LIST-401",
    "This household has no open account yet.",
    "Open accounts for the list, wait until they are on the chain, and commit the list again.",
  ],
  accountTwice: [
    "LIST-402",
    "This household stands in row {first} under another identifier, so neither row is kept.",
    "Delete one of the two rows and upload again.",
  ],
} as const satisfies Record<string, readonly [code: string, what: string, next: string]>;

export type ProblemName = keyof typeof PROBLEMS;
export type ProblemCode = (typeof PROBLEMS)[ProblemName][0];

/**
 * One thing to correct, by cell. Shown to the operator whose file it is and to nobody else: `value` can be
 * personal data and must never be logged or sent anywhere.
 */
export interface Problem {
  /**
   * As the spreadsheet numbers it, the header being row 1 when nothing stands above it; 0 for the file as a
   * whole.
   */
  readonly row: number;
  /** Name of the column; empty for a whole row or file. */
  readonly column: string;
  /** The cell as it is in the file, shortened when long. */
  readonly value: string;
  readonly code: ProblemCode;
  /** One sentence what happened, one sentence what to do. */
  readonly message: string;
  /** What was filled into the sentences, so that a page can say them in another language; absent when nothing was. */
  readonly facts?: ProblemFacts;
}

export type ProblemFacts = Readonly<Record<string, string | number>>;

export interface Cell {
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

/** The file as a whole, as the place of a problem. */
export const WHOLE_FILE: Cell = { row: 0, column: "", value: "" };

const LONGEST_VALUE = 200;

export function problemAt(cell: Cell, name: ProblemName, facts: ProblemFacts = {}): Problem {
  const [code, what, next] = PROBLEMS[name];
  const sentences = `${what} ${next}`;
  const value = cell.value.length > LONGEST_VALUE ? `${cell.value.slice(0, LONGEST_VALUE)}…` : cell.value;
  const message = fillFacts(sentences, facts);
  const problem = { row: cell.row, column: cell.column, value, code, message };
  return message === sentences ? problem : { ...problem, facts: usedFacts(sentences, facts) };
}

const BLANKS = /\{([a-z]+)\}/g;

/** Fill the words in braces into a sentence, in whatever language it is. */
export function fillFacts(sentence: string, facts: ProblemFacts = {}): string {
  return sentence.replace(BLANKS, (_, fact: string) => String(facts[fact] ?? ""));
}

function usedFacts(sentences: string, facts: ProblemFacts): ProblemFacts {
  const used = [...sentences.matchAll(BLANKS)].flatMap(([, fact = ""]) => {
    const value = facts[fact];
    return value === undefined ? [] : [[fact, value] as const];
  });
  return Object.fromEntries(used);
}

/** Order for reading: by row, and within a row as found. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.row - b.row);
}
