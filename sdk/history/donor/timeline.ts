// SPDX-License-Identifier: Apache-2.0

import { type EntryKind, statesOf } from "../entryKinds.ts";
import type { Row } from "../rows.ts";
import type { TimelineEntry } from "../shapes/index.ts";
import type { Directory } from "./directory.ts";

export function entryView(entry: Row<"entries">, directory: Directory): TimelineEntry {
  const { asset, organisation } = entry;
  return {
    id: entry.id,
    day: entry.day,
    kind: entry.kind as EntryKind,
    states: statesOf(entry.kind),
    amount: entry.amount === null ? null : entry.amount.toString(),
    asset,
    currency: asset === null ? null : directory.currency(asset),
    organisation: organisation === null ? null : directory.organisation(organisation),
    fund: directory.find(entry.fund),
    programme: directory.find(entry.programme),
    agreement: directory.find(entry.agreement),
    cycle: entry.cycle,
    shop: entry.shop,
    number: entry.number,
    note: entry.note,
    document: entry.document,
    block: entry.block,
    transaction: entry.transaction,
  };
}
