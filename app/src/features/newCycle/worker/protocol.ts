// SPDX-License-Identifier: Apache-2.0

import type { HouseholdTraits } from "#sdk/list/entitlement.ts";
import type { Breakdown, Delimiter, Encoding, Identifier, ImportOptions } from "#sdk/list/index.ts";
import type { Problem, ProblemCode } from "#sdk/list/problems.ts";
import type { Amount } from "#sdk/money/index.ts";
import type { FileReading } from "../list/choice.ts";
import type { RowChange } from "../list/difference.ts";
import type { ProblemKind } from "../list/problemKinds.ts";
import type { ProblemsCsvWords } from "../list/problemsCsv.ts";
import type { SampledColumn } from "../list/samples.ts";

export type { ProblemKind } from "../list/problemKinds.ts";

/** A part of a long list that stays in the worker, counted from 0. */
export interface Stretch {
  readonly from: number;
  readonly count: number;
}

/** A file whose rows and columns can be told apart. */
export interface OpenedFile {
  readonly rows: number;
  readonly bytes: number;
  readonly columns: readonly SampledColumn[];
  /** As the spreadsheet numbers it. */
  readonly headerRow: number;
  readonly delimiter: Delimiter;
  readonly encoding: Encoding;
  /** Of the header, by which a kept mapping is found again. */
  readonly fingerprint: string;
}

/** A row that can be paid. Personal data. */
export interface GoodRow extends HouseholdTraits {
  readonly row: number;
  readonly identifier: Identifier;
  readonly amount: Amount;
}

/** One of the first rows: what it comes to, or what is wrong with it. */
export interface PreviewRow {
  readonly row: number;
  readonly good: GoodRow | undefined;
  readonly problems: readonly Problem[];
}

/** What a file comes to under one choice of columns. Amounts in smallest units. */
export interface FileResult {
  /** Rows of data in the file: good rows and rows with problems together. */
  readonly rows: number;
  readonly households: number;
  readonly total: Amount;
  readonly badRows: number;
  /** All problems; a row may have several. */
  readonly problems: number;
  readonly kinds: readonly ProblemKind[];
  /** Why no row was read at all: a chosen column is not there. */
  readonly refusals: readonly Problem[];
  readonly preview: readonly PreviewRow[];
  readonly byArea: readonly Breakdown[];
  readonly byHouseholdSize: readonly Breakdown[];
  readonly byGroup: readonly Breakdown[];
  readonly largest: readonly { readonly row: number; readonly amount: Amount }[];
}

/** What a corrected file changed, in figures. `totalBefore` in smallest units. */
export interface DifferenceCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly solved: number;
  readonly fresh: number;
  readonly remaining: number;
  readonly householdsBefore: number;
  readonly totalBefore: Amount;
}

/** The lists that a correction can be looked at in. */
export type ChangeList = RowChange["kind"] | "solved" | "fresh";

/** A file that cannot be taken, and why. */
export interface Refused {
  readonly problem: Problem;
}

export type OpenAnswer = Refused | { readonly opened: OpenedFile };
export type CorrectAnswer =
  | Refused
  | {
      readonly opened: OpenedFile;
      readonly result: FileResult;
      readonly difference: DifferenceCounts;
    };

/** What the page can ask of the worker about a file. Everything goes by `postMessage`; the file itself stays in the worker. */
export interface FileOperations {
  open: { input: { readonly file: Blob; readonly reading: FileReading }; output: OpenAnswer };
  /** The same file, read in another way. */
  reopen: { input: { readonly reading: FileReading }; output: OpenAnswer };
  /** `phone` and `name` are columns whose values only the household map takes; "" for none. */
  read: {
    input: { readonly options: ImportOptions; readonly phone: string; readonly name: string };
    output: FileResult;
  };
  problems: { input: Stretch & { readonly code: ProblemCode | undefined }; output: readonly Problem[] };
  problemsCsv: { input: ProblemsCsvWords; output: { readonly bytes: Uint8Array<ArrayBuffer> } };
  goodRows: { input: Stretch; output: readonly GoodRow[] };
  /** A corrected file takes the place of the one before, unless it cannot be read with the same columns. */
  correct: { input: { readonly file: Blob; readonly reading: FileReading }; output: CorrectAnswer };
  rowChanges: { input: Stretch & { readonly kind: RowChange["kind"] }; output: readonly RowChange[] };
  problemChanges: { input: Stretch & { readonly kind: "solved" | "fresh" }; output: readonly Problem[] };
  undoCorrection: {
    input: Readonly<Record<never, never>>;
    output: { readonly opened: OpenedFile; readonly result: FileResult };
  };
}
