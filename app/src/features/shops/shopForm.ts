// SPDX-License-Identifier: Apache-2.0

import type { Shop, ShopTermsInput } from "#sdk/agency/index.ts";
import type { ShopKind } from "#sdk/history/names.ts";
import { amountOf, type Currency, formatAmount } from "#sdk/money/index.ts";
import { moneyIn } from "../../shared/form/index.ts";
import { percentIn, writePercent } from "./percent.ts";

/** A shop's terms as they are typed. */
export interface TermsFields {
  readonly code: string;
  readonly kind: ShopKind;
  readonly commission: string;
  readonly perDay: string;
  readonly offlineDays: string;
  readonly terminalLimit: string;
  readonly isActive: boolean;
}

export const NEW_SHOP: TermsFields = {
  code: "",
  kind: "Retailer",
  commission: "0",
  perDay: "",
  offlineDays: "7",
  terminalLimit: "",
  isActive: true,
};

const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,30}$/;
const DAYS = /^[1-9]\d{0,2}$/;
const MOST_DAYS = 365;

export function isCode(text: string): boolean {
  return CODE.test(text);
}

export function isDays(text: string): boolean {
  return DAYS.test(text) && Number(text) <= MOST_DAYS;
}

/** The terms, or undefined while a field is missing or wrong. */
export function termsIn(fields: TermsFields, currency: Currency): ShopTermsInput | undefined {
  const { code, kind, isActive, offlineDays } = fields;
  const commissionBps = percentIn(fields.commission);
  const ceilingPerDay = moneyIn(fields.perDay, currency);
  const terminalLimit = moneyIn(fields.terminalLimit, currency);
  const isWhole = isCode(code) && isDays(offlineDays);
  if (!isWhole || commissionBps === undefined || !ceilingPerDay || !terminalLimit) return undefined;
  const days = Number(offlineDays);
  return { code, kind, commissionBps, ceilingPerDay, offlineDays: days, terminalLimit, isActive };
}

/** The terms of a registered shop, to change them. */
export function fieldsOf(shop: Shop, currency: Currency): TermsFields {
  return {
    code: shop.code,
    kind: shop.kind,
    commission: writePercent(shop.commissionBps),
    perDay: formatAmount(amountOf(shop.ceilingPerDay), currency),
    offlineDays: String(shop.offlineDays),
    terminalLimit: formatAmount(amountOf(shop.terminalLimit), currency),
    isActive: shop.isActive,
  };
}
