// SPDX-License-Identifier: Apache-2.0

import {
  type Amount,
  type AmountFault,
  type Currency,
  type DecimalMark,
  formatAmount,
  MAX_ENTITLEMENT,
  multiplyAmount,
  readAmount,
} from "../money/index.ts";
import type { HouseholdTraits } from "./entitlement.ts";
import { type Identifier, normaliseIdentifier } from "./identifier.ts";
import { MAX_HOUSEHOLD_SIZE, MAX_IDENTIFIER_LENGTH, MAX_TIMES } from "./limits.ts";
import { type Problem, type ProblemName, problemAt } from "./problems.ts";
import { readWhole, type WholeFault } from "./readWhole.ts";
import type { ResolvedColumns } from "./resolveColumns.ts";
import type { TableRow } from "./transform.ts";

/** All that is needed to read a row, worked out once for the file. */
export interface ReadingRules {
  readonly names: readonly string[];
  readonly columns: ResolvedColumns;
  readonly currency: Currency;
  readonly step: bigint;
  readonly mark: DecimalMark | undefined;
  /** The value that is multiplied, or given flat, when the mapping has no amount column. */
  readonly value: Amount | undefined;
}

/**
 * A row as far as it can be read. Accepted when it has no problems and its identifier does not stand
 * elsewhere.
 */
export interface ReadRow {
  readonly source: TableRow;
  readonly identifier: Identifier | undefined;
  readonly amount: Amount | undefined;
  readonly traits: HouseholdTraits;
  readonly problems: readonly Problem[];
}

const AMOUNT_PROBLEMS: Readonly<Record<AmountFault, ProblemName>> = {
  missing: "missingAmount",
  "not-a-number": "notANumber",
  scientific: "scientificAmount",
  ambiguous: "ambiguousAmount",
  negative: "negativeAmount",
  "too-many-decimals": "tooManyDecimals",
  "too-large": "amountTooLarge",
};

const TIMES_PROBLEMS: Readonly<Record<WholeFault, ProblemName>> = {
  missing: "missingTimes",
  "not-whole": "timesNotWhole",
  zero: "timesZero",
  negative: "timesNegative",
};

/** Read one row of the table by the rules, with every problem in it by cell. */
export function readEntitlement(row: TableRow, rules: ReadingRules): ReadRow {
  const problems: Problem[] = [];
  const report = (
    column: number,
    name: ProblemName,
    facts?: Readonly<Record<string, string | number>>,
  ): undefined => {
    const value = row.cells[column] ?? "";
    problems.push(problemAt({ row: row.row, column: rules.names[column] ?? "", value }, name, facts));
  };
  const identifier = readIdentifier(row, rules, report);
  const amount = readPayable(row, rules, report);
  const traits = readTraits(row, rules, report);
  return { source: row, identifier, amount, traits, problems };
}

type Report = (
  column: number,
  name: ProblemName,
  facts?: Readonly<Record<string, string | number>>,
) => undefined;

function readIdentifier(row: TableRow, { columns }: ReadingRules, report: Report): Identifier | undefined {
  const reading = normaliseIdentifier(row.cells[columns.id] ?? "");
  if ("identifier" in reading) return reading.identifier;
  return report(columns.id, reading.fault, { limit: MAX_IDENTIFIER_LENGTH });
}

function readPayable(row: TableRow, rules: ReadingRules, report: Report): Amount | undefined {
  const { columns, currency, step } = rules;
  const column = columns.amount ?? columns.times ?? columns.id;
  const amount =
    columns.amount === undefined ? readMultiple(row, rules, report) : readWritten(row, rules, report);
  if (amount === undefined) return undefined;
  const unit = { currency: currency.code };
  if (amount === 0n) return report(column, "zeroAmount");
  if (amount > MAX_ENTITLEMENT) {
    return report(column, "amountTooLarge", { ...unit, limit: formatAmount(MAX_ENTITLEMENT, currency) });
  }
  if (amount % step !== 0n)
    return report(column, "offStep", { ...unit, step: formatAmount(step as Amount, currency) });
  return amount;
}

function readWritten(row: TableRow, rules: ReadingRules, report: Report): Amount | undefined {
  const { columns, currency, mark } = rules;
  const column = columns.amount ?? -1;
  const reading = readAmount(row.cells[column] ?? "", currency, mark);
  if ("amount" in reading) return reading.amount;
  const limit = formatAmount(MAX_ENTITLEMENT, currency);
  return report(column, AMOUNT_PROBLEMS[reading.fault], {
    currency: currency.code,
    decimals: currency.decimals,
    limit,
  });
}

function readMultiple(row: TableRow, rules: ReadingRules, report: Report): Amount | undefined {
  const { columns, value } = rules;
  if (value === undefined || columns.times === undefined) return value;
  const times = readWhole(row.cells[columns.times] ?? "", MAX_TIMES);
  if (typeof times === "number") return multiplyAmount(value, times);
  return report(columns.times, TIMES_PROBLEMS[times], { limit: MAX_TIMES });
}

function readTraits(row: TableRow, { columns }: ReadingRules, report: Report): HouseholdTraits {
  const traits: { area?: string; householdSize?: number; group?: string } = {};
  const area = tidy(row.cells[columns.area ?? -1]);
  const group = tidy(row.cells[columns.group ?? -1]);
  if (area !== "") traits.area = area;
  if (group !== "") traits.group = group;
  if (columns.householdSize === undefined) return traits;
  const size = readWhole(row.cells[columns.householdSize] ?? "", MAX_HOUSEHOLD_SIZE);
  if (typeof size === "number") traits.householdSize = size;
  // The same column as factor of the value has its own problem already.
  else if (size !== "missing" && columns.householdSize !== columns.times) {
    report(columns.householdSize, "householdSize", { limit: MAX_HOUSEHOLD_SIZE });
  }
  return traits;
}

const ALREADY_TIDY = /^[!-~]*$/;

/** So that one place does not appear twice in the totals by area. */
function tidy(text = ""): string {
  return ALREADY_TIDY.test(text) ? text : text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
