// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, accountNumberOf } from "#sdk/list/index.ts";
import type { ReceiptKind, TerminalAddress } from "#sdk/receipts/index.ts";
import type { StatementRow } from "#sdk/reconcile/index.ts";
import { readKind, readSignedAmount, readTerminal, readUint32 } from "./receiptsCsvCells.ts";
import type { ReceiptField } from "./receiptsCsvColumns.ts";
import { lowerCaseKeys, readRowDay, readRowNumber } from "./receiptsCsvFields.ts";
import type { FileProblem } from "./receiptsCsvProblems.ts";
import {
  type OpenedFile,
  openReceiptFile,
  type ReceiptFileOptions,
  type RowReader,
} from "./receiptsCsvRows.ts";

export interface StatementFile {
  /** Rows of data in the file. */
  readonly rows: number;
  /** Rows that can be compared, in the order of the file; repeated ones included. */
  readonly statement: readonly StatementRow[];
  /** By row. A row is either in the statement or has at least one problem. */
  readonly problems: readonly FileProblem[];
}

/**
 * Read a shop's statement: terminal, number, date, account or id (card number), amount in currency, kind. Only number and amount are
 * needed, and the terminal unless the caller names it. A terminal or household that is not known is no problem of the file: the
 * reconciliation says what becomes of the row. A negative amount is a refund.
 */
export async function parseStatementCsv(
  bytes: Uint8Array,
  options: ReceiptFileOptions,
): Promise<StatementFile> {
  const required: ReceiptField[][] = [
    ...(options.terminal ? [] : [["terminal" as const]]),
    ["number"],
    ["amount"],
  ];
  const opened = await openReceiptFile(bytes, options, required);
  if ("refused" in opened) return { rows: opened.rows, statement: [], problems: opened.refused };
  const names = lowerCaseKeys(options.terminals);
  const statement = opened.readers.flatMap(
    (reader) => readStatementRow(reader, opened, options, names) ?? [],
  );
  const problems = [...opened.problems, ...opened.readers.flatMap((reader) => reader.problems)];
  return { rows: opened.rows, statement, problems: problems.sort((a, b) => a.row - b.row) };
}

function readStatementRow(
  reader: RowReader,
  opened: OpenedFile,
  options: ReceiptFileOptions,
  names: ReadonlyMap<string, TerminalAddress>,
): StatementRow | undefined {
  const terminal = readTerminalText(reader, options.terminal, names);
  const number = readRowNumber(reader);
  const day = readRowDay(reader, options, false) ?? null;
  const account = readAccount(reader, opened, options);
  const money = readMoney(reader, opened, options);
  if (!terminal || !number || !money || reader.problems.length > 0) return undefined;
  return { row: reader.row, terminal, number, ...money, account, day };
}

function readTerminalText(
  reader: RowReader,
  ofFile: TerminalAddress | undefined,
  names: ReadonlyMap<string, TerminalAddress>,
): StatementRow["terminal"] | undefined {
  const text = reader.text("terminal");
  if (text === "") return ofFile ?? reader.take<TerminalAddress>("terminal", { fault: "missing" });
  const reading = readTerminal(text, names);
  return "value" in reading ? reading.value : { unknown: text };
}

function readAccount(
  reader: RowReader,
  { accounts }: OpenedFile,
  { resolveIds }: ReceiptFileOptions,
): AccountNumber | "unknown" | null {
  const written = reader.text("account");
  if (written !== "") {
    const number = readUint32(written, 0, "badAccount");
    return "value" in number ? accountNumberOf(number.value) : "unknown";
  }
  const id = reader.text("id");
  if (id === "" || !resolveIds) return null;
  return accounts.get(id) ?? "unknown";
}

function readMoney(
  reader: RowReader,
  { mark }: OpenedFile,
  { currency }: ReceiptFileOptions,
): Pick<StatementRow, "amount" | "kind"> | undefined {
  const written = reader.text("kind");
  const stated = written === "" ? undefined : reader.take<ReceiptKind>("kind", readKind(written));
  const money = reader.take("amount", readSignedAmount(reader.text("amount"), currency, mark));
  if (!money) return undefined;
  if (money.isNegative && stated === "sale") return reader.take("amount", { fault: "negativeAmount" });
  return { amount: money.amount, kind: stated ?? (money.isNegative ? "refund" : "sale") };
}
