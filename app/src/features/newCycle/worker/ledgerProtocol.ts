// SPDX-License-Identifier: Apache-2.0

import type { CommitmentFacts } from "#sdk/agency/index.ts";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import type { Household, OfficeKey, SealContext } from "#sdk/households/index.ts";
import type { Commitment, ControlSheet, NamelessEntry } from "#sdk/list/index.ts";
import type { Problem } from "#sdk/list/problems.ts";
import type { Amount } from "#sdk/money/index.ts";
import type { DraftHead } from "../draft/content.ts";
import type { FileReading, ListMoney } from "../list/choice.ts";
import type { Overlap } from "./overlaps.ts";
import type { FileOperations, OpenAnswer, Stretch } from "./protocol.ts";

/** Where the worker finds the ledger. */
export interface LedgerPlace {
  /** Whole address: a worker has no page to start from. */
  readonly rpcUrl: string;
  readonly chainId: number;
  readonly deployment: Deployment;
}

/** What household ids are committed with. */
export interface CommitKey {
  /** The consortium's secret, 32 bytes. */
  readonly consortiumKey: Uint8Array;
  readonly keyVersion: number;
  readonly namespace: string;
}

/** What the registry has for the households of the list. */
export interface AccountsFound {
  readonly households: number;
  /** Households that can be paid: with an open account of their own. */
  readonly open: number;
  /** What these get together, in smallest units. */
  readonly total: Amount;
  readonly unopened: number;
  /** Rows whose ids lead to one and the same account. */
  readonly linkedTwice: number;
}

/** The control sheet of the list, and the households that other cycles pay too. */
export interface CheckedList {
  readonly sheet: ControlSheet;
  readonly overlaps: readonly Overlap[];
}

/** The nameless list of another cycle, as the office keeps it. */
export interface OfficeList {
  readonly cycle: number;
  readonly text: string;
}

/** A list that is ready to be stored and signed. Nothing in it is personal. */
export interface FinishedList {
  readonly facts: CommitmentFacts;
  readonly listText: string;
  readonly sheetText: string;
}

/** How far a look at the registry is. */
export interface WorkProgress {
  readonly done: number;
  readonly total: number;
}

type Nothing = Readonly<Record<never, never>>;

/** What the page can ask of the worker about the list and the ledger. The code for it is loaded with the first question. */
export interface LedgerOperations {
  findAccounts: {
    input: { readonly place: LedgerPlace; readonly key: CommitKey };
    output: AccountsFound;
  };
  /** Households without an account of their own, by row. */
  accountProblems: { input: Stretch; output: readonly Problem[] };
  /** The list by commitment as CSV, for the office. */
  draftRows: { input: Nothing; output: string };
  /** Commitments without an account, in the order of the list. */
  unopened: { input: Nothing; output: readonly Commitment[] };
  check: {
    input: {
      readonly money: ListMoney;
      readonly place: LedgerPlace;
      /** Nameless list of the cycle before. */
      readonly previous: string | undefined;
      /** Lists of the same programme that are not loaded yet; other programmes' are read from the ledger. */
      readonly overlaps: { readonly programme: string; readonly own: readonly OfficeList[] };
    };
    output: CheckedList;
  };
  entries: { input: Stretch; output: readonly NamelessEntry[] };
  finish: {
    input: {
      readonly place: LedgerPlace;
      readonly programme: string;
      readonly money: ListMoney;
      readonly cycle: number;
      readonly previous: string | undefined;
    };
    output: FinishedList;
  };
  /** What the office's map keeps of the households that are paid. Personal data. */
  households: { input: Stretch; output: readonly Household[] };
  sealDraft: {
    input: { readonly key: OfficeKey; readonly context: SealContext; readonly head: DraftHead };
    output: { readonly bytes: Uint8Array<ArrayBuffer> };
  };
  openDraft: {
    input: {
      readonly key: OfficeKey;
      readonly context: SealContext;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly reading: FileReading;
    };
    output: { readonly head: DraftHead; readonly answer: OpenAnswer };
  };
}

export type Operations = FileOperations & LedgerOperations;
export type Operation = keyof Operations;

/** What a side of the work answers with, operation by operation. */
export type Handlers<Of extends { [Name in keyof Of]: { input: unknown; output: unknown } }> = {
  readonly [Name in keyof Of]: (
    input: Of[Name]["input"],
    onProgress: (progress: WorkProgress) => void,
  ) => Of[Name]["output"] | Promise<Of[Name]["output"]>;
};

/** A question to the worker. */
export interface WorkRequest {
  readonly id: number;
  readonly operation: Operation;
  readonly input: unknown;
}

/** Its answer; progress may come before. A failure without words is a fault of the worker's own. */
export type WorkAnswer =
  | { readonly id: number; readonly progress: WorkProgress }
  | { readonly id: number; readonly output: unknown }
  | {
      readonly id: number;
      readonly failure:
        | { readonly code: string; readonly summary: string; readonly next: string }
        | undefined;
    };
