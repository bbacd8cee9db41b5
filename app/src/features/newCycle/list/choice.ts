// SPDX-License-Identifier: Apache-2.0

import type { ColumnMapping, Delimiter, ImportOptions } from "#sdk/list/index.ts";
import { type Amount, type Currency, formatAmount, readAmount } from "#sdk/money/index.ts";

/** What a household gets: an amount in a column, a value times the number in a column, or a value that is the same for all. */
export type Gets = "amount" | "times" | "flat";

/** Which column is what, as the form has it: names of columns, "" for none. */
export interface ColumnsChoice {
  readonly id: string;
  readonly gets: Gets;
  readonly amount: string;
  /** What was typed for the value; not checked yet. */
  readonly value: string;
  readonly times: string;
  readonly area: string;
  readonly householdSize: string;
  readonly group: string;
  readonly phone: string;
  readonly name: string;
  readonly decimalMark: "auto" | "." | ",";
}

/** Fields of a choice that are filled from a column. */
export type ColumnField = "id" | "amount" | "times" | "area" | "householdSize" | "group" | "phone" | "name";

/** How the bytes of the file are read; "auto" finds it out. */
export interface FileReading {
  readonly delimiter: Delimiter | "auto";
  readonly encoding: "auto" | "windows-1252";
}

/** The programme's money: amounts are in its currency and multiples of its step (smallest units). */
export interface ListMoney {
  readonly currency: Currency;
  readonly step: Amount;
}

/** Fields of a choice without which a file cannot be read. */
export type NeededField = "id" | "amount" | "value" | "times";

export const NO_COLUMNS: ColumnsChoice = {
  id: "",
  gets: "amount",
  amount: "",
  value: "",
  times: "",
  area: "",
  householdSize: "",
  group: "",
  phone: "",
  name: "",
  decimalMark: "auto",
};

export const FIND_OUT: FileReading = { delimiter: "auto", encoding: "auto" };

/** What still has to be chosen or typed before the file can be read. */
export function missingFields(
  choice: ColumnsChoice,
  { currency }: Pick<ListMoney, "currency">,
): NeededField[] {
  const missing: NeededField[] = [];
  if (choice.id === "") missing.push("id");
  if (choice.gets === "amount") return choice.amount === "" ? [...missing, "amount"] : missing;
  if (decimalOf(choice.value, currency) === undefined) missing.push("value");
  if (choice.gets === "times" && choice.times === "") missing.push("times");
  return missing;
}

/** The choice as the import takes it; undefined while something is missing. */
export function optionsOf(
  choice: ColumnsChoice,
  reading: FileReading,
  money: ListMoney,
): ImportOptions | undefined {
  if (missingFields(choice, money).length > 0) return undefined;
  const { currency, step } = money;
  return {
    mapping: mappingOf(choice, currency),
    currency,
    step,
    encoding: reading.encoding,
    decimalMark: choice.decimalMark,
    ...(reading.delimiter === "auto" ? {} : { delimiter: reading.delimiter }),
  };
}

function mappingOf(choice: ColumnsChoice, currency: Currency): ColumnMapping {
  const traits = {
    id: choice.id,
    ...(choice.area === "" ? {} : { area: choice.area }),
    ...(choice.householdSize === "" ? {} : { householdSize: choice.householdSize }),
    ...(choice.group === "" ? {} : { group: choice.group }),
  };
  if (choice.gets === "amount") return { ...traits, amount: choice.amount };
  const value = decimalOf(choice.value, currency) ?? "";
  return choice.gets === "times" ? { ...traits, value, times: choice.times } : { ...traits, value };
}

/** A typed value as a decimal string; undefined when it is none, is zero, or could mean two things. */
function decimalOf(typed: string, currency: Currency): string | undefined {
  const reading = readAmount(typed, currency);
  if ("fault" in reading || reading.amount === 0n) return undefined;
  return formatAmount(reading.amount, currency);
}
