// SPDX-License-Identifier: Apache-2.0

import { amountOf, type Currency } from "#sdk/money/index.ts";
import { donorWords, shownCurrency } from "../../shared/donor/index.ts";
import {
  shorten,
  showCount,
  showDuration,
  showMoment,
  showMoney,
  showMonth,
} from "../../shared/format/index.ts";
import { labelOf } from "../../shared/words/index.ts";
import type { Figure, Leaf } from "./figures.ts";
import { words } from "./words/index.ts";

const DIGITS = /^-?\d{1,39}$/;
const LONG_HEX = /^0x[0-9a-f]{40,}$/i;
/** The address of one thing, not of a list. */
const IS_ONE = /\/0x[0-9a-fA-F]{40}$/;
const ADDRESS = /0x[0-9a-fA-F]{40}/;
/** Digits that are no money. */
const TEXTS = new Set([
  "endToEndId",
  "code",
  "name",
  "iatiIdentifier",
  "referenceText",
  "note",
  "gasUsed",
  "wei",
  "weiPerTransfer",
  "rate",
]);

/** Unix seconds. */
const MOMENTS = new Set(["readyAt", "lapsesAt", "until", "createdAt"]);
/** Seconds. */
const DURATIONS = new Set(["delay", "upgradeDelay", "gracePeriod"]);

/** A value as the reader knows it from the other pages: money with its currency, the rest as it is. */
export function showLeaf(leaf: Leaf | undefined, { place }: Figure, currency: Currency | undefined): string {
  if (leaf === undefined || leaf === null) return words.missing;
  if (typeof leaf === "boolean") return leaf ? words.yes : words.no;
  if (typeof leaf === "number") return showNumber(leaf, place.at(-1) ?? "");
  if (LONG_HEX.test(leaf)) return shorten(leaf);
  const isMoney = currency !== undefined && DIGITS.test(leaf) && !TEXTS.has(place.at(-1) ?? "");
  return isMoney ? showMoney(amountOf(BigInt(leaf)), shownCurrency(currency)) : leaf;
}

function showNumber(value: number, field: string): string {
  if (MOMENTS.has(field)) return showMoment(value);
  return DURATIONS.has(field) ? showDuration(value) : showCount(value);
}

/** What an answer of the API holds: "Cycles". */
export function showList(path: string): string {
  return labelOf(words.lists, path.replace("/api/", "").replace(ADDRESS, "*"));
}

/** What a figure is called: "Free"; of an item of a list "Cycles, no. 3: Redeemed". */
export function showPlace(path: string, { place }: Figure): string {
  const last = place.at(-1) ?? "";
  const state = place[2] === "states" ? donorWords.states[place[3] ?? ""]?.name : undefined;
  if (state !== undefined) return last === "amount" ? state : words.place(state, labelOf(words.fields, last));
  const field = labelOf(words.fields, fieldOf(place));
  const month = place[2] === "months" ? place[3] : undefined;
  if (month !== undefined) return words.place(showMonth(month, "long"), field);
  const [item = "", ...inner] = place;
  if (item === "items") return words.place(donorWords.milestone(Number(inner[0])), field);
  const isOfList = !IS_ONE.test(path) && path !== "/api/overview";
  return isOfList && inner.length > 0 ? words.place(showItem(path, item), field) : field;
}

/** Of a value in a plain list, such as the third approval, what the list is called. */
function fieldOf(place: readonly string[]): string {
  return place.findLast((name) => !/^\d+$/.test(name)) ?? "";
}

function showItem(path: string, item: string): string {
  const [terminal, number] = item.split(" ");
  if (terminal !== undefined && number !== undefined) return words.ofTerminal(number, shorten(terminal));
  return LONG_HEX.test(item)
    ? words.named(showList(path), shorten(item))
    : words.numbered(showList(path), item);
}
