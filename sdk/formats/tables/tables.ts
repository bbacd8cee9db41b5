// SPDX-License-Identifier: Apache-2.0

import {
  type CycleView,
  cycleView,
  programmeDetail,
  publicReach,
  type Row,
  scopeOfCycle,
  settlementView,
  shopView,
} from "#sdk/history/index.ts";
import { amountOf, formatAmount } from "#sdk/money/index.ts";
import { type Day, formatDay } from "#sdk/receipts/day.ts";
import { aboutProgrammeOf, type ExportProfile } from "../exportProfile.ts";
import type { ProgrammeBooks } from "../programmeBooks.ts";
import { type Column, currencyTag, type ExportTable, exportTable } from "./exportTable.ts";

export const TABLE_NAMES = ["programmes", "cycles", "shops", "settlements", "funding"] as const;
export type TableName = (typeof TABLE_NAMES)[number];

const SECONDS_A_DAY = 86_400;

/** One item of a table with the programme it belongs to. */
interface Of<T> {
  readonly books: ProgrammeBooks;
  readonly profile: ExportProfile;
  readonly item: T;
}

/**
 * One table over some programmes. What is counted and shown is what the views of the public pages count and show, small groups
 * included: a table never tells more than the page.
 */
export function tableOf(
  name: TableName,
  all: readonly ProgrammeBooks[],
  profile: ExportProfile,
): ExportTable {
  return TABLES[name](all, profile);
}

type MakeTable = (all: readonly ProgrammeBooks[], profile: ExportProfile) => ExportTable;

const TABLES: Readonly<Record<TableName, MakeTable>> = {
  programmes: (all, profile) =>
    exportTable(
      [...identity<ReturnType<typeof detailOf>>(all), ...programmeColumns],
      all.map((books) => ({ books, profile, item: detailOf(books) })),
    ),
  cycles: (all, profile) =>
    exportTable(
      [...identity<CycleView>(all), ...cycleColumns],
      itemsOf(all, profile, ({ cycles }) => cycles.map(cycleView)),
    ),
  shops: (all, profile) =>
    exportTable(
      [...identity<ReturnType<typeof shopView>>(all), ...shopColumns],
      itemsOf(all, profile, ({ shops }) => shops.map(shopView)),
    ),
  settlements: (all, profile) =>
    exportTable(
      [...identity<ReturnType<typeof settlementView>>(all), ...settlementColumns],
      itemsOf(all, profile, ({ settlements }) => settlements.map(settlementView)),
    ),
  funding: (all, profile) =>
    exportTable(
      [...identity<Row<"funding">>(all), ...fundingColumns],
      itemsOf(all, profile, ({ funding }) => funding),
    ),
};

function itemsOf<T>(
  all: readonly ProgrammeBooks[],
  profile: ExportProfile,
  list: (books: ProgrammeBooks) => readonly T[],
): Of<T>[] {
  return all.flatMap((books) => list(books).map((item) => ({ books, profile, item })));
}

/** First columns of every table: which programme, whose, where, in which money. */
function identity<T>(all: readonly ProgrammeBooks[]): Column<Of<T>>[] {
  return [
    { name: "programme", tag: "#activity+name", cell: ({ books }) => books.programme.name },
    { name: "programme_address", tag: "#activity+code", cell: ({ books }) => books.programme.address },
    { name: "organisation", tag: "#org+impl+name", cell: ({ books }) => agencyOf(books)?.name ?? "" },
    {
      name: "organisation_identifier",
      tag: "#org+impl+code+iati",
      cell: ({ books }) => agencyOf(books)?.iatiIdentifier ?? "",
    },
    {
      name: "country",
      tag: "#country+code+v_iso2",
      cell: ({ books, profile }) => aboutProgrammeOf(profile, books.programme.address).country ?? null,
    },
    { name: "modality", tag: "#modality", cell: ({ books }) => books.programme.modality.toLowerCase() },
    {
      name: "currency",
      tag: currencyTag(all.map(({ programme }) => programme.currency)),
      cell: ({ books }) => books.programme.currency,
    },
  ];
}

function detailOf({ programme, cycles }: ProgrammeBooks) {
  return programmeDetail(programme, undefined, cycles);
}

const programmeColumns: readonly Column<Of<ReturnType<typeof detailOf>>>[] = [
  { name: "purpose", tag: "#sector+code", cell: ({ item }) => item.purpose },
  {
    name: "created",
    tag: "#date+start",
    cell: ({ item }) => day(Math.floor(item.createdAt / SECONDS_A_DAY)),
  },
  { name: "households", tag: "#targeted+hh", cell: ({ item }) => item.households },
  { name: "households_reached_at_least", tag: "#reached+hh", cell: ({ books }) => reachedIn(books) },
  { name: "cycles_open", tag: "#indicator+num+cycles", cell: ({ item }) => item.cyclesOpen },
  money("funded", "#value+received", ({ item }) => item.funded),
  money("returned_to_sources", "#value+returned", ({ item }) => item.returned),
  money("free", "#value+available", ({ item }) => item.balances.free),
  money("reserved", "#value+committed", ({ item }) => item.balances.reserved),
  money("owed_to_shops", "#value+owed", ({ item }) => item.balances.owed),
  money("instructed", "#value+instructed", ({ item }) => item.balances.instructed),
  money("settled", "#value+paid", ({ item }) => item.balances.settled),
  money("fee_reserve", "#value+fees", ({ item }) => item.balances.fees),
];

const cycleColumns: readonly Column<Of<CycleView>>[] = [
  { name: "cycle", tag: "#meta+id", cell: ({ item }) => item.id },
  { name: "kind", tag: "#activity+type", cell: ({ item }) => item.kind },
  { name: "follows_cycle", tag: "#meta+id+parent", cell: ({ item }) => item.parent },
  { name: "state", tag: "#status", cell: ({ item }) => item.state },
  { name: "period_start", tag: "#date+start", cell: ({ item }) => day(item.periodFirstDay) },
  { name: "period_end", tag: "#date+end", cell: ({ item }) => day(item.periodLastDay) },
  { name: "households", tag: "#targeted+hh", cell: ({ item }) => item.households },
  {
    name: "households_reached_at_least",
    tag: "#reached+hh",
    cell: ({ books, item }) => reachedIn(books, item.id),
  },
  money("entitlements", "#value+targeted", ({ item }) => item.total),
  money("loaded", "#value+loaded", ({ item }) => item.loaded),
  money("redeemed", "#value+redeemed", ({ item }) => item.redeemed),
  money("refunded", "#value+refunded", ({ item }) => item.refunded),
  money("settled", "#value+settled", ({ item }) => item.settled),
];

const shopColumns: readonly Column<Of<ReturnType<typeof shopView>>>[] = [
  { name: "shop", tag: "#meta+id", cell: ({ item }) => item.id },
  { name: "code", tag: "#org+vendor+code", cell: ({ item }) => item.code },
  { name: "kind", tag: "#channel", cell: ({ item }) => item.kind },
  { name: "payout", tag: "#delivery+type", cell: ({ item }) => item.payoutMode },
  { name: "state", tag: "#status", cell: ({ item }) => (item.isActive ? "active" : "inactive") },
  { name: "terminals", tag: "#capacity+num+terminals", cell: ({ item }) => item.terminals },
  money("gross", "#value+redeemed", ({ item }) => item.gross),
  money("refunds", "#value+refunded", ({ item }) => item.refunds),
  money("settled", "#value+settled", ({ item }) => item.settled),
  money("owed", "#value+owed", ({ item }) => item.owed),
];

const settlementColumns: readonly Column<Of<ReturnType<typeof settlementView>>>[] = [
  { name: "settlement", tag: "#meta+id", cell: ({ item }) => item.id },
  { name: "shop_code", tag: "#org+vendor+code", cell: ({ books, item }) => shopCode(books, item.shop) },
  { name: "cycle", tag: "#meta+id+cycle", cell: ({ item }) => item.cycle },
  { name: "state", tag: "#status", cell: ({ item }) => item.state },
  { name: "made", tag: "#date+start", cell: ({ item }) => day(item.madeDay) },
  { name: "changed", tag: "#date+updated", cell: ({ item }) => day(item.changedDay) },
  money("amount", "#value+settled", ({ item }) => item.amount),
  money("withholding", "#value+withheld", ({ item }) => item.withholding),
  money("commission", "#value+fees", ({ item }) => item.commission),
  money("payment", "#value+paid", ({ item }) => item.payment),
  { name: "statement", tag: "#meta+id+statement", cell: ({ item }) => item.statement },
  { name: "end_to_end_id", tag: "#meta+id+bank", cell: ({ item }) => item.endToEndId },
  { name: "transaction", tag: "#meta+id+transaction", cell: ({ item }) => item.transaction },
];

const fundingColumns: readonly Column<Of<Row<"funding">>>[] = [
  { name: "kind", tag: "#activity+type", cell: ({ item }) => item.kind },
  { name: "date", tag: "#date", cell: ({ item }) => day(item.day) },
  money("amount", "#value", ({ item }) => item.amount.toString()),
  { name: "source", tag: "#org+funder+code", cell: ({ item }) => item.source },
  {
    name: "source_name",
    tag: "#org+funder+name",
    cell: ({ item, profile }) => profile.sources[item.source ?? ""]?.name ?? null,
  },
  { name: "transaction", tag: "#meta+id+transaction", cell: ({ item }) => item.transaction },
];

/** A column of money: ledger units in, the currency's decimals out. */
function money<T>(name: string, tag: string, units: (of: Of<T>) => string): Column<Of<T>> {
  return { name, tag, cell: (of) => formatAmount(amountOf(BigInt(units(of))), of.books.programme) };
}

/** Households with at least one sale, as the public pages show them: rounded down to a full ten. */
function reachedIn({ programme, reached }: ProgrammeBooks, cycle?: number): number | null {
  const scope = cycle === undefined ? programme.address : scopeOfCycle(programme.address, cycle);
  return publicReach(reached.find((one) => one.scope === scope)?.households ?? 0);
}

function day(days: number): string {
  return formatDay(days as Day);
}

function agencyOf({ organisations, programme }: ProgrammeBooks): Row<"organisations"> | undefined {
  return organisations.find(({ id }) => id === programme.organisation);
}

function shopCode({ shops }: ProgrammeBooks, shop: number): string {
  return shops.find(({ id }) => id === shop)?.code ?? "";
}
