// SPDX-License-Identifier: Apache-2.0

import type { ReceiptFileOptions } from "#sdk/formats/receiptsCsvRows.ts";
import type { StatementFile } from "#sdk/formats/statementCsv.ts";
import type { AccountNumber } from "#sdk/list/index.ts";
import type { ReconcileInput, Reconciliation, StatementDocument } from "#sdk/reconcile/index.ts";

/** How the file is written, as far as it can be sent to the worker; ids are resolved by asking back. */
export type ReadingOptions = Omit<ReceiptFileOptions, "resolveIds">;

/** What the page asks of the worker. */
export type Question =
  | {
      readonly kind: "parse";
      readonly bytes: Uint8Array;
      readonly options: ReadingOptions;
      readonly hasIds: boolean;
    }
  | { readonly kind: "resolved"; readonly accounts: ReadonlyMap<string, AccountNumber> }
  | { readonly kind: "reconcile"; readonly input: ReconcileInput };

/** A numbered error on its way from the worker; null for a fault of the page itself. */
type WorkerError = { readonly code: string; readonly summary: string; readonly next: string } | null;

/** What the worker says. */
export type Reply =
  | { readonly kind: "resolve"; readonly written: readonly string[] }
  | { readonly kind: "parsed"; readonly file: StatementFile }
  | { readonly kind: "reconciled"; readonly compared: Compared }
  | { readonly kind: "failed"; readonly error: WorkerError };

/** A finished comparison with the files that come of it. */
export interface Compared {
  readonly result: Reconciliation;
  readonly document: StatementDocument;
  /** Every row, for the desk. */
  readonly csv: string;
}
