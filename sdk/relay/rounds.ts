// SPDX-License-Identifier: Apache-2.0

import type { Signer, TransactionReceipt } from "ethers";
import { type ContractRefusal, contractRefusal } from "../errors/contractErrors.ts";
import { isTransient, pause } from "./connection.ts";
import { TRANSACTION_GAS_CAP } from "./gas.ts";
import { aboveGasCap, outOfPatience, stoppedByCaller } from "./RelayError.ts";
import { openSender, providerOf, type RelayTransaction } from "./sender.ts";

/** What is known on the chain so far. Counts real items: chunks in blocks, not transactions handed over. */
export interface RelayProgress {
  readonly done: number;
  readonly total: number;
}

export interface RelayOptions {
  readonly onProgress?: (progress: RelayProgress) => void;
  readonly signal?: AbortSignal;
  /** Called with each transaction that a block took, those that reverted included: they were paid for all the same. */
  readonly onMined?: (receipt: TransactionReceipt) => void;
  /** Transactions that may wait for a block at the same time. Default 8. */
  readonly inFlight?: number;
  /** Milliseconds between looks for a receipt. Default 1,000. */
  readonly pollInterval?: number;
  /** Rounds without any success after which the chain counts as gone, with growing pauses in between. Default 8. */
  readonly patience?: number;
}

/** Transactions, and which items each brings to the chain. */
export interface PlannedTransaction<Item> {
  readonly transaction: RelayTransaction;
  readonly items: readonly Item[];
}

/** @param remaining Weight of everything that is missing, later items included. */
export interface Missing<Item> {
  readonly now: readonly Item[];
  readonly remaining: number;
}

/** Work that can be read back from the chain at any time. */
export interface RelayWork<Item> {
  /** Name for error messages, such as "cycle 3". */
  readonly name: string;
  /** What all items weigh together. */
  readonly total: number;
  /** What an item weighs in progress: 1, or the receipts of a batch. */
  weigh(item: Item): number;
  /** What the chain does not have yet, read from the chain itself: all that can be sent now, and the weight of everything missing. */
  missing(): Promise<Missing<Item>>;
  /** Cut items into transactions. @param gasScale Factor on the expected gas, above 1 where the chain charges more. */
  plan(items: readonly Item[], gasScale: bigint): PlannedTransaction<Item>[];
  /** Called with each transaction that is in a block. */
  onReceipt?(items: readonly Item[], receipt: TransactionReceipt): void;
  /** Whether a refusal only tells that somebody else was faster. */
  isHarmless(refusal: ContractRefusal): boolean;
}

export interface RelaySummary {
  readonly total: number;
  /** Weight that this run brought to the chain; the others were there. */
  readonly sent: number;
  readonly transactions: number;
  readonly gasUsed: bigint;
}

/** What a run has come to so far. */
interface Run<Item> {
  done: number;
  sent: number;
  transactions: number;
  gasUsed: bigint;
  /** Factor on the expected gas. */
  gasScale: bigint;
  /** Rounds in a row that brought nothing through. */
  failures: number;
  /** Transactions of the last round that reverted. */
  reverted: PlannedTransaction<Item>[];
}

/**
 * Bring everything that is missing to the chain, in rounds: read what is missing, send it, read again. So it does not matter where an
 * earlier run was cut off, or whether a lost answer meant a lost transaction.
 * @throws RelayError when the chain stays away or the caller stops; ContractRefusal when a contract refuses an item for good.
 */
export async function relay<Item>(
  signer: Signer,
  work: RelayWork<Item>,
  options: RelayOptions = {},
): Promise<RelaySummary> {
  const run: Run<Item> = {
    done: 0,
    sent: 0,
    transactions: 0,
    gasUsed: 0n,
    gasScale: 1n,
    failures: 0,
    reverted: [],
  };
  for (;;) {
    if (options.signal?.aborted) throw stoppedByCaller(run.done, work.total);
    const before = run.transactions;
    try {
      if (await isRoundTheLast(signer, work, run, options)) break;
    } catch (error) {
      run.failures = run.transactions > before ? 0 : run.failures + 1;
      await waitOut(error, run, work, options);
    }
  }
  const { sent, transactions, gasUsed } = run;
  return { total: work.total, sent, transactions, gasUsed };
}

/** Pause before the next round, longer each time. @throws the error when no pause can help. */
async function waitOut<Item>(
  error: unknown,
  { failures, done }: Run<Item>,
  { total }: RelayWork<Item>,
  { patience = 8, signal }: RelayOptions,
): Promise<void> {
  if (!isTransient(error)) throw contractRefusal(error) ?? error;
  if (failures > patience) throw outOfPatience(done, total, error);
  await pause(Math.min(250 * 2 ** failures, 15_000), signal);
}

/** One round. @returns Whether nothing was missing any more. */
async function isRoundTheLast<Item>(
  signer: Signer,
  work: RelayWork<Item>,
  run: Run<Item>,
  options: RelayOptions,
): Promise<boolean> {
  const { now, remaining } = await work.missing();
  run.done = work.total - remaining;
  options.onProgress?.({ done: run.done, total: work.total });
  if (now.length === 0) return true;
  if (await needsMoreGas(signer, work, run.reverted, now)) run.gasScale *= 2n;
  run.reverted = [];
  await sendAll(signer, work, work.plan(now, run.gasScale), run, options);
  return false;
}

/**
 * Send planned transactions with several in flight, in order. What got through is in `run`, whatever happens.
 * @throws the first error that kept one from being sent or seen.
 */
async function sendAll<Item>(
  signer: Signer,
  work: RelayWork<Item>,
  plan: readonly PlannedTransaction<Item>[],
  run: Run<Item>,
  { inFlight = 8, pollInterval = 1_000, onProgress, onMined, signal }: RelayOptions,
): Promise<void> {
  const sender = await openSender(signer, pollInterval);
  const failures: unknown[] = [];
  let next = 0;
  async function sendOne(planned: PlannedTransaction<Item>): Promise<void> {
    const receipt = await sender.submit(planned.transaction);
    onMined?.(receipt);
    if (receipt.status !== 1) {
      run.reverted.push(planned);
      return;
    }
    const weight = planned.items.reduce((sum, item) => sum + work.weigh(item), 0);
    run.done += weight;
    run.sent += weight;
    run.transactions += 1;
    run.gasUsed += receipt.gasUsed;
    work.onReceipt?.(planned.items, receipt);
    onProgress?.({ done: run.done, total: work.total });
  }
  async function sendMany(): Promise<void> {
    for (let planned = plan[next++]; planned !== undefined; planned = plan[next++]) {
      if (failures.length > 0 || signal?.aborted) return;
      await sendOne(planned).catch((error: unknown) => failures.push(error));
    }
  }
  await Promise.all(Array.from({ length: Math.min(inFlight, plan.length) }, sendMany));
  if (failures.length > 0) throw failures[0];
}

/**
 * Look why transactions reverted whose items are still missing: run one again as a call.
 * @returns Whether it would go through with more gas.
 * @throws ContractRefusal when the contract refuses it.
 */
async function needsMoreGas<Item>(
  signer: Signer,
  work: RelayWork<Item>,
  reverted: readonly PlannedTransaction<Item>[],
  missing: readonly Item[],
): Promise<boolean> {
  const stillMissing = new Set(missing);
  const culprit = reverted.find(({ items }) => items.some((item) => stillMissing.has(item)));
  if (culprit === undefined) return false;
  const { to, data } = culprit.transaction;
  try {
    await providerOf(signer).call({ to, data, from: await signer.getAddress() });
  } catch (error) {
    const refusal = contractRefusal(error);
    if (refusal !== undefined && work.isHarmless(refusal)) return false;
    throw refusal ?? error;
  }
  if (culprit.items.length === 1 && culprit.transaction.gasLimit >= TRANSACTION_GAS_CAP)
    throw aboveGasCap(work.name);
  return true;
}
