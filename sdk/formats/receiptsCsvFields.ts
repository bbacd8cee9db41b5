// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, normaliseIdentifier } from "#sdk/list/index.ts";
import { type Day, type ReceiptNumber, receiptNumber, type TerminalAddress } from "#sdk/receipts/index.ts";
import { type CellReading, readDay, readTerminal, readUint32 } from "./receiptsCsvCells.ts";
import type { ReceiptField } from "./receiptsCsvColumns.ts";
import type { ReceiptFileOptions, RowReader } from "./receiptsCsvRows.ts";

/** Read a cell that must not be empty. */
export function filled<T>(
  reader: RowReader,
  field: ReceiptField,
  read: (text: string) => CellReading<T>,
): CellReading<T> {
  const text = reader.text(field);
  return text === "" ? { fault: "missing" } : read(text);
}

/** The terminal of the row; an empty cell means the terminal of the whole file, if there is one. */
export function readRowTerminal(
  reader: RowReader,
  terminal: TerminalAddress | undefined,
  names: ReadonlyMap<string, TerminalAddress>,
): TerminalAddress | undefined {
  if (terminal && reader.text("terminal") === "") return terminal;
  return reader.take(
    "terminal",
    filled(reader, "terminal", (text) => readTerminal(text, names)),
  );
}

export function readRowNumber(reader: RowReader): ReceiptNumber | undefined {
  const number = reader.take(
    "number",
    filled(reader, "number", (text) => readUint32(text, 1, "badNumber")),
  );
  return number === undefined ? undefined : receiptNumber(number);
}

/** The account of an identifier, from those that were resolved for the whole file. */
export function readIdentifier(
  text: string,
  accounts: ReadonlyMap<string, AccountNumber>,
): CellReading<AccountNumber> {
  const account = accounts.get(text);
  if (account !== undefined) return { value: account };
  const normal = normaliseIdentifier(text);
  const isDamaged = "fault" in normal && normal.fault === "damagedId";
  return { fault: isDamaged ? "damagedId" : "unknownId" };
}

/** The date of the row; undefined when it is empty and not needed, or wrong, or later than today. */
export function readRowDay(
  reader: RowReader,
  { dateFormat, today }: Pick<ReceiptFileOptions, "dateFormat" | "today">,
  isNeeded: boolean,
): Day | undefined {
  const text = reader.text("date");
  if (text === "" && !isNeeded) return undefined;
  const day = reader.take(
    "date",
    filled(reader, "date", (cell) => readDay(cell, dateFormat)),
  );
  const isLater = day !== undefined && today !== undefined && day > today;
  return isLater ? reader.take("date", { fault: "futureDate" }) : day;
}

/** Names of terminals are compared in lower case. */
export function lowerCaseKeys(
  names: ReadonlyMap<string, TerminalAddress> | undefined,
): ReadonlyMap<string, TerminalAddress> {
  return new Map([...(names ?? [])].map(([name, terminal]) => [name.trim().toLowerCase(), terminal]));
}
