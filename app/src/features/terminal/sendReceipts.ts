// SPDX-License-Identifier: Apache-2.0

import { planRedemption } from "#sdk/agency/index.ts";
import { signBatch, terminalAddress } from "#sdk/receipts/index.ts";
import { isFinal, readProgress } from "./progress.ts";
import { readOutcomes, readTerminal } from "./readLedger.ts";
import type { StoredReceipt } from "./receiptStore.ts";
import type { Till } from "./till.ts";

/** Between two looks at what became of a job. */
const LOOK_MS = 600;
/** After that the next round goes on. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Send what the ledger does not have yet, and write down what it says. One tab of a device at a time, so that none sends what another
 * is sending.
 * @throws Errors of the office, the node, or the plan. What is kept stays kept.
 */
export async function sendReceipts(till: Till): Promise<void> {
  await navigator.locks.request(`annona-terminal:${till.wallet.address}`, () => sendAlone(till));
}

async function sendAlone(till: Till): Promise<void> {
  const open = await noteProgress(till);
  if (open.length === 0) return;
  const { suite, programme, wallet, office } = till;
  const { batches } = await planRedemption(
    suite,
    programme,
    open.map(({ receipt }) => receipt),
  );
  const place = { chainId: BigInt(suite.chainId), programme: programme.address };
  const signed = await Promise.all(
    batches.map(async ({ batch, extracts }) => ({ ...(await signBatch(place, batch, wallet)), extracts })),
  );
  if (signed.length > 0) await watch(till, await office.send(programme.address, signed));
}

/** Until the ledger has spoken on every receipt, or the job is over. */
async function watch(till: Till, job: string): Promise<void> {
  const end = Date.now() + LONGEST_WAIT_MS;
  while (Date.now() < end) {
    // Asked before the ledger, so that what a finished job brought about is seen in the same round.
    const isOver = await till.office.isOver(job);
    const open = await noteProgress(till);
    if (open.length === 0 || isOver) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Ask the ledger about receipts that it has not spoken on for good. @returns Those that are still open. */
async function noteProgress({ suite, programme, wallet, store, onNews }: Till): Promise<StoredReceipt[]> {
  const terminal = terminalAddress(wallet.address);
  const open = (await store.list(terminal)).filter(({ progress }) => !isFinal(progress));
  if (open.length === 0) return [];
  const since = Math.min(...open.map(({ sinceBlock }) => sinceBlock));
  // Before the events: a receipt that is recorded in between is then found in them.
  const { nextNumber } = await readTerminal(programme, terminal);
  const outcomes = await readOutcomes(suite, programme, terminal, since);
  const news = readProgress(
    open.map(({ receipt }) => receipt),
    outcomes,
    nextNumber,
  );
  if (news.size > 0) {
    await store.note(terminal, news);
    onNews();
  }
  return open.filter(({ number }) => {
    const progress = news.get(number);
    return progress === undefined || !isFinal(progress);
  });
}
