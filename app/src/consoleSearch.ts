// SPDX-License-Identifier: Apache-2.0

import { fingerprint, type Given, given, ledgerNumber } from "./search.ts";

/** What the addresses of the console's pages may carry. Never a household's identifier: addresses end up in histories and logs. */

const ADDRESS = /^0x[0-9a-f]{40}$/i;
const DIGITS = /^\d{1,39}$/;
const DRAFT = /^[\w-]{1,64}$/;
const CORRECTIONS = ["honour", "reverse", "reenter"] as const;

export interface DraftSearch {
  draft?: string;
}

export function draftSearch({ draft }: Given): DraftSearch {
  return typeof draft === "string" && DRAFT.test(draft) ? { draft } : {};
}

export interface AgreementSearch extends DraftSearch {
  /** Address of the agreement that is amended. */
  agreement?: string;
}

export function agreementSearch(search: Given): AgreementSearch {
  return { ...draftSearch(search), ...given({ agreement: text(search.agreement, ADDRESS) }) };
}

export interface AccountSearch {
  account?: number;
}

export function accountSearch({ account }: Given): AccountSearch {
  return given({ account: ledgerNumber(account) });
}

export interface ShopsSearch {
  shop?: number;
}

export function shopsSearch({ shop }: Given): ShopsSearch {
  return given({ shop: ledgerNumber(shop) });
}

export interface ReconcileSearch {
  shop?: number;
  cycle?: number;
}

export function reconcileSearch({ shop, cycle }: Given): ReconcileSearch {
  return given({ shop: ledgerNumber(shop), cycle: ledgerNumber(cycle) });
}

export interface SettleSearch extends ReconcileSearch {
  /** Fingerprint of the reconciliation statement on record. */
  statement?: string;
}

export function settleSearch(search: Given): SettleSearch {
  return { ...reconcileSearch(search), ...given({ statement: fingerprint(search.statement) }) };
}

export interface CorrectSearch {
  terminal?: string;
  number?: number;
  cycle?: number;
  kind?: (typeof CORRECTIONS)[number];
  account?: number;
  /** Ledger units, as digits. */
  amount?: string;
}

export function correctSearch(search: Given): CorrectSearch {
  return given({
    terminal: text(search.terminal, ADDRESS)?.toLowerCase(),
    number: ledgerNumber(search.number),
    cycle: ledgerNumber(search.cycle),
    kind: CORRECTIONS.find((kind) => kind === search.kind),
    account: ledgerNumber(search.account),
    // The router reads a plain number out of an address of digits.
    amount: text(typeof search.amount === "number" ? String(search.amount) : search.amount, DIGITS),
  });
}

function text(value: unknown, form: RegExp): string | undefined {
  return typeof value === "string" && form.test(value) ? value : undefined;
}
