// SPDX-License-Identifier: Apache-2.0

import {
  buildControlSheet,
  buildEntitlementList,
  type ControlSheet,
  decodeNamelessList,
  hashControlSheet,
  type ListScope,
  type NamelessEntry,
} from "#sdk/list/index.ts";
import type { Currency } from "#sdk/money/index.ts";
import { type ListColumns, toColumns } from "./columns.ts";

export interface CheckInput {
  readonly scope: ListScope;
  readonly currency: Currency;
  /** Smallest payable step, smallest units. */
  readonly step: bigint;
  /** The nameless list as a file. */
  readonly list: string;
  /** Lists of earlier cycles, newest first: the control sheet may compare with any of them, or with none. */
  readonly earlier: readonly EarlierList[];
  /** The prepared hash of the control sheet: which of the possible sheets was meant. */
  readonly preparedSheet: string;
}

export interface EarlierList {
  readonly cycle: number;
  readonly entries: readonly NamelessEntry[];
}

/** What the list comes to, worked out anew on the approver's own machine. */
export interface CheckedList {
  readonly root: string;
  readonly chunks: number;
  readonly households: number;
  readonly total: bigint;
  readonly sheetHash: string;
  readonly sheet: ControlSheet;
  /** The cycle that the sheet compares with; undefined when it compares with none. */
  readonly comparedWith: number | undefined;
  readonly columns: ListColumns;
}

/**
 * Work out root, totals and control sheet from the list itself. Nothing that the office or the preparer says about the list is used.
 * The sheet is made against each earlier list in turn, until its hash is the prepared one; if none is, the newest one stands, and its
 * hash differs.
 * @throws ListError LIST-501 to LIST-505 when the file is no nameless list.
 */
export async function checkList(input: CheckInput): Promise<CheckedList> {
  const entries = decodeNamelessList(input.list);
  const [list, found] = await Promise.all([
    buildEntitlementList(entries, input.scope),
    findSheet(entries, input),
  ]);
  return {
    root: list.root,
    chunks: list.chunks.length,
    households: list.households,
    total: list.total,
    ...found,
    columns: toColumns(entries),
  };
}

type FoundSheet = Pick<CheckedList, "sheet" | "sheetHash" | "comparedWith">;

async function findSheet(entries: readonly NamelessEntry[], input: CheckInput): Promise<FoundSheet> {
  const { currency, step, earlier, preparedSheet } = input;
  const alone = await sheetOf(buildControlSheet({ entries, currency, step }), undefined);
  let nearest = alone;
  for (const { cycle, entries: previous } of earlier) {
    const sheet = await sheetOf(buildControlSheet({ entries, currency, step, previous }), cycle);
    if (sheet.sheetHash === preparedSheet) return sheet;
    if (nearest === alone) nearest = sheet;
  }
  return alone.sheetHash === preparedSheet ? alone : nearest;
}

async function sheetOf(sheet: ControlSheet, comparedWith: number | undefined): Promise<FoundSheet> {
  return { sheet, sheetHash: await hashControlSheet(sheet), comparedWith };
}
