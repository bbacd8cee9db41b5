// SPDX-License-Identifier: Apache-2.0

import type { ContractWordList } from "#sdk/errors/contractWords.ts";

/** A value of an act, with what it means; how it is written depends on the reader's language and on the programme's currency. */
export type FactValue =
  | { readonly kind: "amount"; readonly units: bigint }
  /** Hundredths of a percent. */
  | { readonly kind: "share"; readonly basisPoints: number }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "days"; readonly value: number }
  /** Unix seconds. */
  | { readonly kind: "moment"; readonly seconds: number }
  | { readonly kind: "cycle" | "shop" | "settlement" | "account" | "opening"; readonly id: number }
  /** The office's own code or reference, as it was written. */
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "hex"; readonly value: string }
  | { readonly kind: "yesNo"; readonly value: boolean }
  | { readonly kind: "word"; readonly list: ContractWordList; readonly value: number }
  | { readonly kind: "closingReason"; readonly value: number }
  | {
      readonly kind: "band";
      readonly upTo: bigint;
      readonly approvers: number;
      readonly needsRelease: boolean;
    };

/** What a value is called on the screen. */
export type FactName =
  | "account"
  | "allocation"
  | "amount"
  | "arbiter"
  | "bank"
  | "band"
  | "before"
  | "bankReference"
  | "bankStatement"
  | "ceilingPerDay"
  | "closes"
  | "code"
  | "commission"
  | "commissionRate"
  | "commitment"
  | "correction"
  | "count"
  | "currency"
  | "cycle"
  | "document"
  | "earmark"
  | "endToEndId"
  | "expires"
  | "graceEnds"
  | "isActive"
  | "keyVersion"
  | "lastReceipt"
  | "letter"
  | "milestone"
  | "newAccount"
  | "newAmount"
  | "newTotal"
  | "offlineDays"
  | "opening"
  | "other"
  | "payoutAddress"
  | "payoutMode"
  | "pausedSince"
  | "rate"
  | "reason"
  | "receipt"
  | "recipient"
  | "reference"
  | "resumesPayouts"
  | "resumesRedemptions"
  | "settlement"
  | "shop"
  | "shopKind"
  | "source"
  | "sourceAmount"
  | "statement"
  | "successor"
  | "terminal"
  | "terminalLimit"
  | "to"
  | "version"
  | "withheld";

export interface Fact {
  readonly name: FactName;
  readonly value: FactValue;
}

/** A value with its place in the act: acts over many entries repeat names. */
export interface PlacedFact extends Fact {
  readonly place: number;
}
