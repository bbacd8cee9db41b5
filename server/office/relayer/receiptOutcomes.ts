// SPDX-License-Identifier: Apache-2.0

import { IProgramme__factory } from "#bindings/index.ts";
import { readEvents } from "#sdk/agency/logs.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { fromHex } from "#sdk/merkle/index.ts";
import type { OutcomeOfReceipt } from "#sdk/office/schemas/jobs.ts";
import {
  decodeOutcomes,
  type Explanation,
  REJECTIONS,
  type ReceiptBatch,
  type ReceiptItem,
  type ReceiptOutcome,
  STOPS,
  type TerminalAddress,
  unpackItems,
} from "#sdk/receipts/index.ts";
import type { BatchToSend, StoppedTerminal } from "#sdk/relay/index.ts";

/**
 * What became of each receipt, from the chain's own events: so it does not matter in which run, or by whom, a receipt was brought there.
 * @param stopped Terminals whose last batch stopped, and why.
 */
export async function readOutcomes(
  suite: Suite,
  programme: string,
  batches: readonly BatchToSend[],
  stopped: readonly StoppedTerminal[],
): Promise<OutcomeOfReceipt[]> {
  const recorded = await recordedBy(suite, programme, new Set(batches.map(({ batch }) => batch.terminal)));
  return batches.flatMap(({ batch }) => {
    const ofTerminal = recorded.get(batch.terminal);
    const stop = stopped.find(({ terminal }) => terminal === batch.terminal)?.stop;
    return receiptsIn(batch).map(({ number, item }) => {
      const { terminal } = batch;
      const known = ofTerminal?.get(number);
      if (known === undefined)
        return { terminal, number, outcome: "stopped", reason: reasonOf(stop && STOPS[stop]) };
      if (!isSameItem(known.item, item)) return { terminal, number, outcome: "other", reason: null };
      if (known.rejection === undefined) return { terminal, number, outcome: "recorded", reason: null };
      return { terminal, number, outcome: "rejected", reason: reasonOf(REJECTIONS[known.rejection]) };
    });
  });
}

async function recordedBy(
  suite: Suite,
  programme: string,
  terminals: ReadonlySet<TerminalAddress>,
): Promise<Map<TerminalAddress, Map<number, ReceiptOutcome>>> {
  const contract = IProgramme__factory.connect(programme, suite.provider);
  const found = [...terminals].map(async (terminal) => {
    const events = await readEvents(suite, contract, contract.filters.ReceiptsRecorded(terminal));
    const receipts = events.flatMap(({ args }) => {
      const { cycle, firstNumber, items, rejections, stop } = args;
      return decodeOutcomes({ terminal, cycle, firstNumber, items, rejections, stop }).receipts;
    });
    return [terminal, new Map(receipts.map((receipt) => [receipt.number as number, receipt]))] as const;
  });
  return new Map(await Promise.all(found));
}

function receiptsIn({ firstNumber, items }: ReceiptBatch): { number: number; item: ReceiptItem }[] {
  return unpackItems(fromHex(items)).map((item, i) => ({ number: firstNumber + i, item }));
}

function isSameItem(one: ReceiptItem, other: ReceiptItem): boolean {
  return (Object.keys(one) as (keyof ReceiptItem)[]).every((field) => one[field] === other[field]);
}

function reasonOf(explanation: Explanation | undefined): OutcomeOfReceipt["reason"] {
  if (explanation === undefined) return null;
  const { code, summary, next } = explanation;
  return { code, message: summary, next };
}
