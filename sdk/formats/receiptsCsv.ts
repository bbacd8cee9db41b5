// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, accountNumberOf } from "#sdk/list/index.ts";
import {
  type CycleId,
  cycleId,
  isSameReceipt,
  type Receipt,
  type ReceiptKind,
  type ReceiptNumber,
  type Recognition,
  receiptNumber,
  type TerminalAddress,
} from "#sdk/receipts/index.ts";
import { readKind, readReceiptAmount, readRecognition, readUint32 } from "./receiptsCsvCells.ts";
import type { ReceiptField } from "./receiptsCsvColumns.ts";
import {
  filled,
  lowerCaseKeys,
  readIdentifier,
  readRowDay,
  readRowNumber,
  readRowTerminal,
} from "./receiptsCsvFields.ts";
import { type FileProblem, receiptProblem } from "./receiptsCsvProblems.ts";
import {
  type OpenedFile,
  openReceiptFile,
  type ReceiptFileOptions,
  type RowReader,
} from "./receiptsCsvRows.ts";

/** What the caller knows about a file of receipts, each row of which has to go on chain. */
export interface ReceiptsCsvOptions extends ReceiptFileOptions {
  /** The cycle of all rows, when the file has no column for it. */
  readonly cycle?: CycleId;
  /** How all households were recognised, when the file has no column for it. */
  readonly recognition?: Recognition;
}

export interface ReceiptsFile {
  /** Rows of data in the file. */
  readonly rows: number;
  /** Rows without a problem, in the order of the file; of rows that say the same under the same number the first. */
  readonly receipts: readonly { readonly row: number; readonly receipt: Receipt }[];
  /** Rows that repeat an accepted one word for word. */
  readonly repeated: readonly number[];
  /** By row. A row is either accepted or repeated or has at least one problem. */
  readonly problems: readonly FileProblem[];
}

/** Accounts begin here; a smaller number is something else. */
const FIRST_ACCOUNT = 256;

/**
 * Read a file of receipts: terminal, number, cycle, account or id, amount in currency, date, kind, sale_number, recognition. Problems
 * are listed by cell and the good rows kept.
 */
export async function parseReceiptsCsv(
  bytes: Uint8Array,
  options: ReceiptsCsvOptions,
): Promise<ReceiptsFile> {
  const opened = await openReceiptFile(bytes, options, requiredFields(options));
  if ("refused" in opened) return { rows: opened.rows, receipts: [], repeated: [], problems: opened.refused };
  const names = lowerCaseKeys(options.terminals);
  const read = opened.readers.flatMap((reader) => {
    const receipt = readReceipt(reader, opened, options, names);
    return receipt ? [{ reader, receipt }] : [];
  });
  const { accepted, repeated, conflicts } = resolveRepeated(read);
  const problems = [...opened.problems, ...opened.readers.flatMap((reader) => reader.problems), ...conflicts];
  return {
    rows: opened.rows,
    receipts: accepted,
    repeated,
    problems: problems.sort((a, b) => a.row - b.row),
  };
}

function requiredFields(options: ReceiptsCsvOptions): ReceiptField[][] {
  return [
    ...(options.terminal ? [] : [["terminal" as const]]),
    ["number"],
    ...(options.cycle ? [] : [["cycle" as const]]),
    options.resolveIds ? ["account", "id"] : ["account"],
    ["amount"],
    ["date"],
    ...(options.recognition ? [] : [["recognition" as const]]),
  ];
}

function readReceipt(
  reader: RowReader,
  opened: OpenedFile,
  options: ReceiptsCsvOptions,
  names: ReadonlyMap<string, TerminalAddress>,
): Receipt | undefined {
  const terminal = readRowTerminal(reader, options.terminal, names);
  const number = readRowNumber(reader);
  const cycle = options.cycle && reader.text("cycle") === "" ? options.cycle : readCycle(reader);
  const account = readRowAccount(reader, opened);
  const amount = reader.take(
    "amount",
    readReceiptAmount(reader.text("amount"), options.currency, opened.mark),
  );
  const kind = readRowKind(reader);
  const recognition = readRowRecognition(reader, options.recognition);
  const day = readRowDay(reader, options, kind === "sale");
  const saleNumber = readSaleNumber(reader, kind, number);
  if (!terminal || !number || !cycle || account === undefined || !amount || !recognition) return undefined;
  if (reader.problems.length > 0) return undefined;
  const entry = { terminal, number, cycle, account, amount, recognition };
  if (kind === "sale" && day !== undefined) return { ...entry, kind, day };
  return kind === "refund" && saleNumber ? { ...entry, kind, saleNumber } : undefined;
}

function readCycle(reader: RowReader) {
  const cycle = reader.take(
    "cycle",
    filled(reader, "cycle", (text) => readUint32(text, 1, "badCycle")),
  );
  return cycle === undefined ? undefined : cycleId(cycle);
}

/** By account number if the row has one, else by identifier. */
function readRowAccount(reader: RowReader, { columns, accounts }: OpenedFile): AccountNumber | undefined {
  const written = reader.text("account");
  if (written !== "" || columns.id === undefined) {
    const number = reader.take(
      "account",
      filled(reader, "account", (text) => readUint32(text, FIRST_ACCOUNT, "badAccount")),
    );
    return number === undefined ? undefined : accountNumberOf(number);
  }
  return reader.take(
    "id",
    filled(reader, "id", (text) => readIdentifier(text, accounts)),
  );
}

function readRowRecognition(reader: RowReader, ofFile: Recognition | undefined): Recognition | undefined {
  if (ofFile && reader.text("recognition") === "") return ofFile;
  return reader.take("recognition", filled(reader, "recognition", readRecognition));
}

function readRowKind(reader: RowReader): ReceiptKind | undefined {
  return reader.text("kind") === "" ? "sale" : reader.take("kind", readKind(reader.text("kind")));
}

function readSaleNumber(
  reader: RowReader,
  kind: ReceiptKind | undefined,
  number: ReceiptNumber | undefined,
): ReceiptNumber | undefined {
  const text = reader.text("saleNumber");
  if (kind === "sale")
    return text === "" ? undefined : reader.take("saleNumber", { fault: "needlessSaleNumber" });
  if (kind === undefined) return undefined;
  if (text === "") return reader.take("saleNumber", { fault: "noSaleNumber" });
  const sale = reader.take("saleNumber", readUint32(text, 1, "badNumber"));
  if (sale === undefined) return undefined;
  const isLater = number !== undefined && sale >= number;
  return isLater
    ? reader.take<ReceiptNumber>("saleNumber", { fault: "lateSaleNumber" })
    : receiptNumber(sale);
}

interface ReadRow {
  readonly reader: RowReader;
  readonly receipt: Receipt;
}

/** Rows that say the same under one number are one receipt; rows that contradict each other there all fall out. */
function resolveRepeated(rows: readonly ReadRow[]) {
  const groups = new Map<string, [ReadRow, ...ReadRow[]]>();
  for (const row of rows) {
    const key = `${row.receipt.terminal}/${row.receipt.number}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const accepted: { row: number; receipt: Receipt }[] = [];
  const repeated: number[] = [];
  const conflicts: FileProblem[] = [];
  for (const group of groups.values()) {
    const [first, ...others] = group;
    if (others.every(({ receipt }) => isSameReceipt(receipt, first.receipt))) {
      accepted.push({ row: first.reader.row, receipt: first.receipt });
      repeated.push(...others.map(({ reader }) => reader.row));
    } else conflicts.push(...contradictions(group));
  }
  return { accepted, repeated, conflicts };
}

function contradictions(rows: readonly [ReadRow, ...ReadRow[]]): FileProblem[] {
  const [first] = rows;
  const other = rows.find(({ receipt }) => !isSameReceipt(receipt, first.receipt)) ?? first;
  return rows.map(({ reader, receipt }) => {
    const opposite = isSameReceipt(receipt, first.receipt) ? other : first;
    return receiptProblem(reader.cell("number"), "conflictingNumber", { first: opposite.reader.row });
  });
}
