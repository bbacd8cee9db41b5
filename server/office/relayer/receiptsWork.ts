// SPDX-License-Identifier: Apache-2.0

import { fromHex, type Hex } from "#sdk/merkle/index.ts";
import {
  cycleId,
  ITEM_BYTES,
  isSignedByTerminal,
  MAX_BATCH_ITEMS,
  receiptNumber,
  terminalAddress,
} from "#sdk/receipts/index.ts";
import { type BatchToSend, restOfBatches, sendBatches } from "#sdk/relay/index.ts";
import { jobError } from "./errors.ts";
import { readOutcomes } from "./receiptOutcomes.ts";
import type { JobRequest, Work, Workplace } from "./workplace.ts";

type SentBatches = Extract<JobRequest, { kind: "receipts" }>["batches"];

/**
 * Sending batches of receipts that terminals have signed. The chain would refuse a batch with a wrong signature as a whole, after the
 * relayer has paid for asking, so that is looked at here.
 * @throws OfficeError OFFICE-609, OFFICE-610.
 */
export function receiptsWork({ suite, signer }: Workplace, programme: string, sent: SentBatches): Work {
  const batches = sent.map(batchOf);
  const place = { chainId: BigInt(suite.chainId), programme };
  if (!batches.every((batch) => isSignedByTerminal(place, batch))) throw jobError("notSigned");
  return {
    total: batches.reduce((sum, { batch }) => sum + fromHex(batch.items).length / ITEM_BYTES, 0),
    rest: () => restOfBatches(suite.provider, programme, batches),
    async run(options) {
      const { stopped } = await sendBatches(signer, programme, batches, options);
      return { receipts: await readOutcomes(suite, programme, batches, stopped) };
    },
  };
}

function batchOf({ batch, signature, extracts }: SentBatches[number]): BatchToSend {
  const items = batch.items.toLowerCase() as Hex;
  const bytes = fromHex(items).length;
  if (bytes === 0 || bytes % ITEM_BYTES !== 0 || bytes / ITEM_BYTES > MAX_BATCH_ITEMS)
    throw jobError("badBatch", { most: MAX_BATCH_ITEMS });
  return {
    batch: {
      terminal: terminalAddress(batch.terminal),
      cycle: cycleId(batch.cycle),
      firstNumber: receiptNumber(batch.firstNumber),
      items,
    },
    signature: signature as Hex,
    extracts: extracts.map(({ chunk, payload, proof }) => ({
      chunk,
      payload: payload as Hex,
      proof: proof as Hex[],
    })),
  };
}
