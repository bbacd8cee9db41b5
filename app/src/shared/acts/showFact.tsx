// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { FINDINGS } from "#sdk/agreements/names.ts";
import { amountOf, type Currency } from "#sdk/money/index.ts";
import { words as agreementWords } from "../agreements/words/index.ts";
import { reasonText } from "../cycles/index.ts";
import { countOf, showCount, showMoment, showMoney } from "../format/index.ts";
import { HexValue } from "../ui/index.ts";
import type { Fact, FactValue } from "./facts.ts";
import { HouseholdFact } from "./HouseholdFact.tsx";
import { words } from "./words/index.ts";

/** What is needed to write an act's values in the reader's words. */
export interface ActContext {
  readonly currency: Currency;
  /** The office's code of a shop; its number where the code is not known. */
  readonly shopCode?: ((shop: number) => string) | undefined;
  /** What an address is called; it is shown beside its name all the same. */
  readonly nameOf?: ((address: string) => string | undefined) | undefined;
}

const HUNDREDTHS = 100;
/** Values that stand for a household, whose account number is what officers know. */
const HOUSEHOLDS: ReadonlySet<Fact["name"]> = new Set(["before", "commitment", "successor"]);

/** A value as text, for titles and names. */
export function factText(value: FactValue, { currency, shopCode, nameOf }: ActContext): string {
  const text = words.values;
  switch (value.kind) {
    case "amount":
      return showMoney(amountOf(value.units), currency);
    case "share":
      return `${value.basisPoints / HUNDREDTHS}%`;
    case "number":
      return showCount(value.value);
    case "days":
      return countOf(value.value, text.days);
    case "moment":
      return showMoment(value.seconds);
    case "shop":
      return shopCode?.(value.id) ?? text.shop(value.id);
    case "cycle":
    case "settlement":
    case "account":
    case "opening":
      return text[value.kind](value.id);
    case "code":
      return value.text;
    case "hex":
      return nameOf?.(value.value) ?? value.value;
    case "yesNo":
      return value.value ? text.yes : text.no;
    case "word":
      return wordOf(value.list, value.value);
    case "closingReason":
      return text.closingReasons[value.value] ?? String(value.value);
    case "band":
      return bandText(value, currency);
  }
}

/** A value for the screen: addresses and hashes can be copied. */
export function showFact({ name, value }: Fact, context: ActContext): ReactNode {
  if (name === "reason" && value.kind === "code") return reasonText(value.text);
  if (value.kind !== "hex") return factText(value, context);
  if (HOUSEHOLDS.has(name)) return <HouseholdFact commitment={value.value} what={words.facts[name]} />;
  const address = <HexValue value={value.value} what={words.copyWhat(words.facts[name])} />;
  const known = context.nameOf?.(value.value);
  return known === undefined ? (
    address
  ) : (
    <>
      {known} {address}
    </>
  );
}

function wordOf(list: Extract<FactValue, { kind: "word" }>["list"], value: number): string {
  const labels: Partial<Record<typeof list, readonly string[]>> = {
    shopKind: words.values.shopKind,
    payoutMode: words.values.payoutMode,
    correctionKind: words.values.correctionKind,
    finding: FINDINGS.map((finding) => agreementWords.findings[finding]),
  };
  return labels[list]?.[value] ?? String(value);
}

function bandText(
  { upTo, approvers, needsRelease }: Extract<FactValue, { kind: "band" }>,
  currency: Currency,
): string {
  const limit = showMoney(amountOf(upTo), currency);
  const who = countOf(approvers, words.values.approvers);
  return needsRelease ? words.values.bandReleased(limit, who) : words.values.band(limit, who);
}
