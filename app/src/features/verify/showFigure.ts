// SPDX-License-Identifier: Apache-2.0

import { amountOf, type Currency } from "#sdk/money/index.ts";
import { shorten, showCount, showMoney } from "../../shared/format/index.ts";
import { labelOf } from "../../shared/words/index.ts";
import type { Figure, Leaf } from "./figures.ts";
import { words } from "./words/index.ts";

const DIGITS = /^\d{1,39}$/;
const LONG_HEX = /^0x[0-9a-f]{40,}$/i;
const OF_PROGRAMME = /^\/api\/programmes\/0x[0-9a-fA-F]{40}(\/\w+)?$/;
/** Digits that are no money. */
const TEXTS = new Set(["endToEndId", "code", "name", "iatiIdentifier", "referenceText"]);

/** A value as the reader knows it from the other pages: money with its currency, the rest as it is. */
export function showLeaf(leaf: Leaf | undefined, { place }: Figure, currency: Currency | undefined): string {
  if (leaf === undefined || leaf === null) return words.missing;
  if (typeof leaf === "boolean") return leaf ? words.yes : words.no;
  if (typeof leaf === "number") return showCount(leaf);
  if (LONG_HEX.test(leaf)) return shorten(leaf);
  const isMoney = currency !== undefined && DIGITS.test(leaf) && !TEXTS.has(place.at(-1) ?? "");
  return isMoney ? showMoney(amountOf(BigInt(leaf)), currency) : leaf;
}

/** What the list behind an address holds: "Cycles". */
export function showList(path: string): string {
  const [, list = ""] = OF_PROGRAMME.exec(path) ?? [];
  return OF_PROGRAMME.test(path) ? labelOf(words.lists, list) : words.result.overall;
}

/** What a figure is called: "Free"; of an item of a list "Cycles, no. 3: Redeemed". */
export function showPlace(path: string, { place }: Figure): string {
  const field = labelOf(words.fields, place.at(-1) ?? "");
  const [, list] = OF_PROGRAMME.exec(path) ?? [];
  if (OF_PROGRAMME.test(path) && list === undefined) return field;
  const [item = "", ...inner] = place;
  if (inner.length === 0) return field;
  return words.place(showItem(path, item), field);
}

function showItem(path: string, item: string): string {
  const [terminal, number] = item.split(" ");
  if (terminal !== undefined && number !== undefined) return words.ofTerminal(number, shorten(terminal));
  return words.numbered(showList(path), shorten(item));
}
