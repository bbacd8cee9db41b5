// SPDX-License-Identifier: Apache-2.0

import { dataLength, type Signer, type TransactionReceipt } from "ethers";
import { type IProgramme, IProgramme__factory } from "#bindings/index.ts";
import type { RejectionName, StopName } from "../receipts/catalogue.ts";
import type { ListExtract } from "../receipts/extracts.ts";
import { ITEM_BYTES } from "../receipts/items.ts";
import { type BatchOutcome, decodeOutcomes } from "../receipts/outcomes.ts";
import type { SignedBatch } from "../receipts/signing.ts";
import { gasLimit, gasOfBatch } from "./gas.ts";
import { type Missing, type PlannedTransaction, type RelayOptions, relay } from "./rounds.ts";

/** A batch as its terminal signed it, with the list chunks of the accounts that get refunds (none without refunds). */
export interface BatchToSend extends SignedBatch {
  readonly extracts: readonly ListExtract[];
}

/** A receipt that the chain rejected for good. */
export interface RejectedReceipt {
  readonly terminal: string;
  readonly number: number;
  readonly rejection: RejectionName;
}

/** A terminal whose receipts do not all count yet, and why. */
export interface StoppedTerminal {
  readonly terminal: string;
  readonly nextNumber: number;
  /** Absent when the chain went back on a block; sending again helps. */
  readonly stop?: StopName;
}

export interface BatchesSummary {
  /** Receipts in the batches given, and how many of them count on the chain now (rejected ones included). */
  readonly receipts: number;
  readonly recorded: number;
  readonly sent: number;
  readonly transactions: number;
  readonly gasUsed: bigint;
  readonly rejected: readonly RejectedReceipt[];
  readonly stopped: readonly StoppedTerminal[];
}

/**
 * Send signed batches of any number of terminals. Each terminal's batches go out in order; receipts that the chain has are skipped, so
 * calling again goes on where it stopped. A terminal whose batch stops is left alone for the rest of the run.
 * @throws RelayError, ContractRefusal: see {@link relay}.
 */
export async function sendBatches(
  signer: Signer,
  programme: string,
  batches: readonly BatchToSend[],
  options?: RelayOptions,
): Promise<BatchesSummary> {
  const contract = IProgramme__factory.connect(programme, signer);
  const queues = queuesByTerminal(batches);
  const tried = new Map<BatchToSend, StopName | undefined>();
  const stopped = new Map<string, StoppedTerminal>();
  const rejected: RejectedReceipt[] = [];
  let remaining = 0;

  async function missing(): Promise<Missing<BatchToSend>> {
    const heads = await Promise.all(
      [...queues].map(([terminal, queue]) => headOf(contract, terminal, queue)),
    );
    remaining = heads.reduce((sum, head) => sum + head.remaining, 0);
    const now = heads.flatMap(({ batch, nextNumber }) => {
      if (batch === undefined) return [];
      if (!tried.has(batch)) return [batch];
      const { terminal } = batch.batch;
      const stop = tried.get(batch);
      stopped.set(terminal, { terminal, nextNumber, ...(stop === undefined ? {} : { stop }) });
      return [];
    });
    return { now, remaining };
  }

  const { total, sent, transactions, gasUsed } = await relay<BatchToSend>(
    signer,
    {
      name: "the receipts",
      total: batches.reduce((count, batch) => count + countItems(batch), 0),
      weigh: countItems,
      missing,
      // One batch a terminal at a time: a batch that stops would make those behind it fail.
      plan: (now, gasScale) => now.map((batch) => planBatch(contract, programme, batch, gasScale)),
      onReceipt(items, receipt) {
        const outcomes = readOutcomes(contract, receipt);
        for (const batch of items) tried.set(batch, outcomes.at(-1)?.stop);
        rejected.push(...outcomes.flatMap(rejectedOf));
      },
      isHarmless: () => false,
    },
    options,
  );
  return {
    receipts: total,
    recorded: total - remaining,
    sent,
    transactions,
    gasUsed,
    rejected,
    stopped: [...stopped.values()],
  };
}

/** Batches of each terminal by receipt number. */
function queuesByTerminal(batches: readonly BatchToSend[]): Map<string, BatchToSend[]> {
  const queues = Map.groupBy(batches, ({ batch }) => batch.terminal);
  for (const queue of queues.values()) queue.sort((a, b) => a.batch.firstNumber - b.batch.firstNumber);
  return queues;
}

/** The terminal's first batch that the chain does not have whole, and how many receipts of the queue are missing. */
async function headOf(
  contract: IProgramme,
  terminal: string,
  queue: readonly BatchToSend[],
): Promise<{ batch: BatchToSend | undefined; nextNumber: number; remaining: number }> {
  const nextNumber = Number((await contract.terminalOf(terminal)).nextNumber);
  const rest = queue.filter((batch) => batch.batch.firstNumber + countItems(batch) > nextNumber);
  const remaining = rest.reduce(
    (sum, batch) => sum + countItems(batch) - Math.max(0, nextNumber - batch.batch.firstNumber),
    0,
  );
  return { batch: rest[0], nextNumber, remaining };
}

function planBatch(
  contract: IProgramme,
  programme: string,
  batch: BatchToSend,
  gasScale: bigint,
): PlannedTransaction<BatchToSend> {
  const { terminal, cycle, firstNumber, items } = batch.batch;
  return {
    items: [batch],
    transaction: {
      to: programme,
      data: contract.interface.encodeFunctionData("redeem", [
        { terminal, cycle, firstNumber, items },
        batch.signature,
        [...batch.extracts],
      ]),
      gasLimit: gasLimit(gasOfBatch(countItems(batch), batch.extracts.length) * gasScale),
    },
  };
}

function readOutcomes(contract: IProgramme, receipt: TransactionReceipt): BatchOutcome[] {
  return receipt.logs.flatMap((log) => {
    const event = contract.interface.parseLog(log);
    if (event?.name !== "ReceiptsRecorded") return [];
    const { terminal, cycle, firstNumber, items, rejections, stop } = event.args;
    return [decodeOutcomes({ terminal, cycle, firstNumber, items, rejections, stop })];
  });
}

function rejectedOf({ terminal, receipts }: BatchOutcome): RejectedReceipt[] {
  return receipts.flatMap(({ number, rejection }) => (rejection ? [{ terminal, number, rejection }] : []));
}

function countItems({ batch }: BatchToSend): number {
  return dataLength(batch.items) / ITEM_BYTES;
}
