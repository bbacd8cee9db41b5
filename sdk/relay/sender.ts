// SPDX-License-Identifier: Apache-2.0

import type { Provider, Signer, TransactionReceipt, TransactionRequest } from "ethers";
import { pause } from "./connection.ts";

/** A transaction for the relayer: where, what, and the gas that it may use. */
export interface RelayTransaction {
  readonly to: string;
  readonly data: string;
  readonly gasLimit: bigint;
}

/** Sends transactions of one account in order, several in flight. */
export interface Sender {
  /**
   * Send and wait until the transaction is in a block. The receipt may tell of a revert; that is no error here.
   * @throws whatever stopped the sending. From then on every call fails: numbers behind a lost one would wait for ever.
   */
  submit(transaction: RelayTransaction): Promise<TransactionReceipt>;
}

/** How long a transaction may stay out of a block before the round is given up (milliseconds). */
const MINING_PATIENCE = 120_000;

/** A fee stays good for a while; asking for it with every transaction doubles the calls. */
const FEE_LIFETIME = 15_000;

type Fees = Pick<TransactionRequest, "type" | "gasPrice" | "maxFeePerGas" | "maxPriorityFeePerGas">;

/** @param pollInterval Milliseconds between looks for a receipt. */
export async function openSender(signer: Signer, pollInterval: number): Promise<Sender> {
  const provider = providerOf(signer);
  const [from, { chainId }] = await Promise.all([signer.getAddress(), provider.getNetwork()]);
  let nonce = await provider.getTransactionCount(from, "pending");
  let fees: { value: Fees; readAt: number } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let broken: { error: unknown } | undefined;

  async function currentFees(): Promise<Fees> {
    if (fees === undefined || Date.now() - fees.readAt > FEE_LIFETIME) {
      fees = { value: await readFees(provider), readAt: Date.now() };
    }
    return fees.value;
  }

  async function sendNext(transaction: RelayTransaction): Promise<string> {
    if (broken) throw broken.error;
    try {
      const fee = await currentFees();
      const sent = await signer.sendTransaction({ ...transaction, ...fee, from, chainId, nonce });
      nonce += 1;
      return sent.hash;
    } catch (error) {
      broken = { error };
      throw error;
    }
  }

  return {
    async submit(transaction) {
      const sending = turn.then(() => sendNext(transaction));
      // The next one waits for its turn whether or not this one gets through; its failure reaches the caller below.
      turn = sending.then(
        () => undefined,
        () => undefined,
      );
      return await receiptOf(provider, await sending, pollInterval);
    },
  };
}

async function readFees(provider: Provider): Promise<Fees> {
  const { gasPrice, maxFeePerGas, maxPriorityFeePerGas } = await provider.getFeeData();
  if (maxFeePerGas !== null && maxPriorityFeePerGas !== null)
    return { type: 2, maxFeePerGas, maxPriorityFeePerGas };
  return { type: 0, gasPrice };
}

/** Look for the receipt until it is there. A lost connection ends the wait: the chain may come back without this transaction. */
async function receiptOf(
  provider: Provider,
  hash: string,
  pollInterval: number,
): Promise<TransactionReceipt> {
  const givesUpAt = Date.now() + MINING_PATIENCE;
  for (;;) {
    const receipt = await provider.getTransactionReceipt(hash);
    if (receipt !== null) return receipt;
    if (Date.now() > givesUpAt) {
      throw Object.assign(new Error(`No block took the transaction ${hash}.`), { code: "TIMEOUT" });
    }
    await pause(pollInterval);
  }
}

/** @throws Error when the signer is not connected: a mistake in the program, not of its user. */
export function providerOf(signer: Signer): Provider {
  if (signer.provider === null) throw new Error("The relayer's signer has no provider.");
  return signer.provider;
}
