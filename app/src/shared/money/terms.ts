// SPDX-License-Identifier: Apache-2.0

import { type Amount, sumAmounts } from "#sdk/money/index.ts";
import type { Balances } from "../api/index.ts";
import { words } from "../words/index.ts";

/** Where money can stand, in the order in which it walks from funding to the shop; the fee reserve stands aside. */
export const MONEY_TERMS = ["free", "reserved", "owed", "instructed", "settled", "fees"] as const;
export type MoneyTerm = (typeof MONEY_TERMS)[number];

export interface MoneyPart {
  readonly term: MoneyTerm;
  readonly name: string;
  readonly meaning: string;
  readonly amount: Amount;
}

export function moneyParts(balances: Balances): MoneyPart[] {
  return MONEY_TERMS.map((term) => ({ term, ...words.money.terms[term], amount: balances[term] }));
}

/** Every unit stands in exactly one part, so the sum is all the money that the programme was ever given and did not return. */
export function totalMoney(balances: Balances): Amount {
  return sumAmounts(MONEY_TERMS.map((term) => balances[term]));
}
