// SPDX-License-Identifier: Apache-2.0

/** What the addresses of pages may carry, so that a search can be bookmarked and sent to a colleague. */

export type Given = Readonly<Record<string, unknown>>;

const LARGEST_UINT32 = 0xffff_ffff;
const FINGERPRINT = /^0x[0-9a-f]{64}$/i;

/** A number of the ledger (account, receipt, shop); undefined when the address carries something else. */
export function ledgerNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  const isFit =
    typeof number === "number" && Number.isInteger(number) && number >= 0 && number <= LARGEST_UINT32;
  return isFit ? number : undefined;
}

/** Only what is given, so that empty fields leave no trace in the address. */
export function given<Values extends Given>(values: Values): Present<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Present<Values>;
}

type Present<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

export interface ReceiptSearch {
  number?: number;
  account?: number;
  shop?: number;
}

export function receiptSearch(search: Given): ReceiptSearch {
  return given({
    number: ledgerNumber(search.number),
    account: ledgerNumber(search.account),
    shop: ledgerNumber(search.shop),
  });
}

export interface DocumentSearch {
  hash?: string;
}

export function documentSearch({ hash }: Given): DocumentSearch {
  return given({ hash: fingerprint(hash) });
}

/** A fingerprint in small letters; undefined when the address carries something else. */
export function fingerprint(value: unknown): string | undefined {
  return typeof value === "string" && FINGERPRINT.test(value) ? value.toLowerCase() : undefined;
}
