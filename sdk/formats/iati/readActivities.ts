// SPDX-License-Identifier: Apache-2.0

import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type Decimal, parseDecimal, sumDecimals } from "../decimal.ts";
import { ExportError } from "../ExportError.ts";
import type { IatiTransaction } from "./model.ts";

/** What Annona takes from an activity of another publisher: enough to follow its money. */
export interface ReadActivity {
  readonly identifier: string;
  readonly title: string;
  readonly reportingOrg: { readonly ref: string; readonly name: string };
  /** ISO 3166-1 alpha-2 codes. */
  readonly countries: readonly string[];
  readonly isHumanitarian: boolean;
  readonly transactions: readonly ReadTransaction[];
}

export interface ReadTransaction extends IatiTransaction {
  /**
   * The value in other currencies, by the publisher's own conversion: an element of the publisher's own namespace, such as
   * `unhcr:value-USD`, which the standard allows and does not define.
   */
  readonly equivalents: ReadonlyMap<string, Decimal>;
}

type Element = Readonly<Record<string, unknown>>;

const REPEATED = new Set([
  "iati-activity",
  "transaction",
  "narrative",
  "recipient-country",
  "title",
  "aid-type",
]);
const EQUIVALENT = /^[A-Za-z_][\w.-]*:value-([A-Z]{3})$/;
const DAY = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/;

const PARSER = new XMLParser({
  attributeNamePrefix: "@",
  ignoreAttributes: false,
  // Amounts stay text until they are read exactly.
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => REPEATED.has(String(name)),
});

/**
 * Read an IATI activities file of version 2, whole. Amounts keep every decimal that the file has.
 * @throws ExportError EXPORT-201 for a file of another kind, EXPORT-202 naming the activity that cannot be used.
 */
export function readActivities(xml: string): ReadActivity[] {
  const file = parse(xml)["iati-activities"];
  if (!isElement(file)) throw new ExportError("notIati", { problem: "there is no element iati-activities" });
  const version = attribute(file, "version") ?? "";
  if (!/^2\.\d+$/.test(version))
    throw new ExportError("notIati", { problem: `its version is "${version.slice(0, 10)}"` });
  return children(file, "iati-activity").map(readActivity);
}

/** Exact total of transactions by currency. */
export function totalsByCurrency(transactions: Iterable<IatiTransaction>): ReadonlyMap<string, Decimal> {
  const groups = Map.groupBy(transactions, ({ currency }) => currency);
  return new Map(
    [...groups].map(([currency, group]) => [currency, sumDecimals(group.map(({ value }) => value))]),
  );
}

/**
 * Exact total of transactions in one currency: their value, or the publisher's own conversion of it.
 * @returns Also how many could not be counted, since neither is in that currency.
 */
export function totalIn(
  currency: string,
  transactions: Iterable<ReadTransaction>,
): { readonly total: Decimal; readonly uncounted: number } {
  const values = [...transactions].map(
    (transaction) =>
      transaction.equivalents.get(currency) ??
      (transaction.currency === currency ? transaction.value : undefined),
  );
  const known = values.filter((value) => value !== undefined);
  return { total: sumDecimals(known), uncounted: values.length - known.length };
}

function parse(xml: string): Element {
  // Definitions of a document type can blow a small file up; no publisher needs them.
  if (/<!DOCTYPE/i.test(xml.slice(0, 10_000)))
    throw new ExportError("notIati", { problem: "it defines a document type" });
  const isWellFormed = XMLValidator.validate(xml);
  if (isWellFormed !== true)
    throw new ExportError("notIati", { problem: `line ${isWellFormed.err.line} is not well-formed XML` });
  return PARSER.parse(xml) as Element;
}

function readActivity(element: Element): ReadActivity {
  const identifier = text(element["iati-identifier"]);
  const reporting = isElement(element["reporting-org"]) ? element["reporting-org"] : {};
  const defaultCurrency = attribute(element, "default-currency");
  return {
    identifier,
    title: children(element, "title").map(narrativeOf)[0] ?? "",
    reportingOrg: { ref: attribute(reporting, "ref") ?? "", name: narrativeOf(reporting) },
    countries: children(element, "recipient-country").flatMap((country) => attribute(country, "code") ?? []),
    isHumanitarian: ["1", "true"].includes(attribute(element, "humanitarian") ?? ""),
    transactions: children(element, "transaction").map((transaction, index) =>
      readTransaction(transaction, { activity: identifier, number: index + 1, defaultCurrency }),
    ),
  };
}

interface Surroundings {
  readonly activity: string;
  /** Of the transaction in the activity, counted from 1. */
  readonly number: number;
  readonly defaultCurrency: string | undefined;
}

function readTransaction(
  element: Element,
  { activity, number, defaultCurrency }: Surroundings,
): ReadTransaction {
  const refuse = (what: string) =>
    new ExportError("badIatiValue", { activity, what: `the ${what} of transaction ${number}` });
  const [value = {}] = children(element, "value");
  const amount = parseDecimal(text(element.value));
  const currency = attribute(value, "currency") ?? defaultCurrency;
  const [date = {}] = children(element, "transaction-date");
  const day = DAY.exec(attribute(date, "iso-date") ?? "")?.[1];
  const [type = {}] = children(element, "transaction-type");
  const code = attribute(type, "code");
  if (amount === undefined) throw refuse("value");
  if (currency === undefined) throw refuse("currency");
  if (day === undefined) throw refuse("date");
  if (code === undefined) throw refuse("type");
  return {
    ref: attribute(element, "ref"),
    type: code,
    day,
    value: amount,
    currency,
    description: children(element, "description").map(narrativeOf)[0],
    provider: organisationOf(element, "provider-org"),
    receiver: organisationOf(element, "receiver-org"),
    aidTypes: children(element, "aid-type").map((aid) => ({
      vocabulary: attribute(aid, "vocabulary") ?? "1",
      code: attribute(aid, "code") ?? "",
    })),
    equivalents: equivalentsOf(element, refuse),
  };
}

function equivalentsOf(element: Element, refuse: (what: string) => ExportError): Map<string, Decimal> {
  const equivalents = new Map<string, Decimal>();
  for (const [name, value] of Object.entries(element)) {
    const currency = EQUIVALENT.exec(name)?.[1];
    if (currency === undefined) continue;
    const amount = parseDecimal(text(value));
    if (amount === undefined) throw refuse(name);
    equivalents.set(currency, amount);
  }
  return equivalents;
}

function organisationOf(element: Element, name: string) {
  const [organisation] = children(element, name);
  if (organisation === undefined) return undefined;
  const named = narrativeOf(organisation);
  return {
    ref: attribute(organisation, "ref"),
    type: attribute(organisation, "type"),
    ...(named === "" ? {} : { name: named }),
  };
}

/** The first narrative, which is in the activity's own language. */
function narrativeOf(element: Element): string {
  const narratives = element.narrative;
  return text(Array.isArray(narratives) ? narratives[0] : narratives);
}

function attribute(element: Element, name: string): string | undefined {
  const value = element[`@${name}`];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Elements of a name; one that holds nothing but text counts as an element without attributes. */
function children(element: Element, name: string): Element[] {
  const found = element[name];
  const list: readonly unknown[] = Array.isArray(found) ? found : found === undefined ? [] : [found];
  return list.map((one) => (isElement(one) ? one : { "#text": one }));
}

function text(value: unknown): string {
  const inner = isElement(value) ? value["#text"] : value;
  return typeof inner === "string" ? inner.trim() : "";
}

function isElement(value: unknown): value is Element {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
