// SPDX-License-Identifier: Apache-2.0

import { receiptNumber } from "#sdk/receipts/ids.ts";
import type { Receipt, Refund, Sale, TerminalAddress } from "#sdk/receipts/index.ts";
import { answerOf, finished } from "./database.ts";
import { isFinal, type Progress } from "./progress.ts";

/** A receipt on this device. */
export interface StoredReceipt {
  readonly terminal: TerminalAddress;
  readonly number: number;
  readonly receipt: Receipt;
  /** Which confirmation it came of. */
  readonly draft: string;
  /** Milliseconds since 1970. It stays on the device: the ledger only learns the day. */
  readonly madeAt: number;
  /** The ledger cannot have it before this block. */
  readonly sinceBlock: number;
  readonly progress: Progress;
}

/** A receipt that has no number yet. */
export type Unnumbered = Omit<Sale, "number"> | Omit<Refund, "number">;

export interface Draft {
  /** One a confirmation, so that pressing twice makes one receipt. */
  readonly id: string;
  readonly receipt: Unnumbered;
  readonly sinceBlock: number;
  /** The number that the ledger expects next of the terminal. */
  readonly nextOnLedger: number;
}

export interface ReceiptStore {
  /** Number a receipt and keep it, for good before this resolves. The same draft again is answered with its receipt. @throws DOMException */
  keep(draft: Draft): Promise<StoredReceipt>;
  /** All receipts of a terminal by number. @param terminal Its address with its checksum. */
  list(terminal: string): Promise<StoredReceipt[]>;
  /** Write down what the ledger says, by number. What it said for good stays. */
  note(terminal: string, news: ReadonlyMap<number, Progress>): Promise<void>;
}

/** Receipts of this device. Numbers are given inside of a transaction, so that two tabs never give the same. */
export function receiptStore(database: IDBDatabase): ReceiptStore {
  return {
    async keep(draft) {
      const transaction = database.transaction("receipts", "readwrite", { durability: "strict" });
      const receipts = transaction.objectStore("receipts");
      const known: StoredReceipt | undefined = await answerOf(receipts.index("draft").get(draft.id));
      if (known !== undefined) return known;
      const { terminal } = draft.receipt;
      const last = await answerOf(receipts.openCursor(ofTerminal(terminal), "prev"));
      const lastNumber: number = last?.value?.number ?? 0;
      const stored = numbered(draft, Math.max(lastNumber + 1, draft.nextOnLedger));
      receipts.add(stored);
      await finished(transaction);
      return stored;
    },
    async list(terminal) {
      const receipts = database.transaction("receipts").objectStore("receipts");
      return await answerOf<StoredReceipt[]>(receipts.getAll(ofTerminal(terminal)));
    },
    async note(terminal, news) {
      const transaction = database.transaction("receipts", "readwrite");
      const receipts = transaction.objectStore("receipts");
      for (const [number, progress] of news) {
        const stored: StoredReceipt | undefined = await answerOf(receipts.get([terminal, number]));
        if (stored !== undefined && !isFinal(stored.progress)) receipts.put({ ...stored, progress });
      }
      await finished(transaction);
    },
  };
}

function numbered({ id, receipt, sinceBlock }: Draft, number: number): StoredReceipt {
  return {
    terminal: receipt.terminal,
    number,
    receipt: { ...receipt, number: receiptNumber(number) },
    draft: id,
    madeAt: Date.now(),
    sinceBlock,
    progress: { kind: "kept" },
  };
}

function ofTerminal(terminal: string): IDBKeyRange {
  return IDBKeyRange.bound([terminal, 0], [terminal, Number.MAX_SAFE_INTEGER]);
}
