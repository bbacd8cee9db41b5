// SPDX-License-Identifier: Apache-2.0

import type { Provider, Signer, TransactionReceipt, TransactionRequest } from "ethers";
import { isTransient, pause } from "./connection.ts";

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

/** Looks for a receipt without success after which the relayer asks whether the chain has lost something. */
const LOOKS_BEFORE_RESCUE = 4;

/** A fee stays good for a while; asking for it with every transaction doubles the calls. */
const FEE_LIFETIME = 15_000;

type Fees = Pick<TransactionRequest, "type" | "gasPrice" | "maxFeePerGas" | "maxPriorityFeePerGas">;

/** A transaction as it was handed over; handing it over again gives the same transaction with the same hash. */
interface Sent {
  readonly request: TransactionRequest;
  readonly hash: string;
}

/** @param pollInterval Milliseconds between looks for a receipt. */
export async function openSender(signer: Signer, pollInterval: number): Promise<Sender> {
  const provider = providerOf(signer);
  const [from, { chainId }] = await Promise.all([signer.getAddress(), provider.getNetwork()]);
  let nonce = await provider.getTransactionCount(from, "pending");
  const sent = new Map<number, Sent>();
  let fees: { value: Fees; readAt: number } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let broken: { error: unknown } | undefined;
  let rescue: Promise<void> | undefined;

  async function currentFees(): Promise<Fees> {
    if (fees === undefined || Date.now() - fees.readAt > FEE_LIFETIME) {
      fees = { value: await readFees(provider), readAt: Date.now() };
    }
    return fees.value;
  }

  async function sendNext(transaction: RelayTransaction): Promise<number> {
    if (broken) throw broken.error;
    try {
      const request = { ...transaction, ...(await currentFees()), from, chainId, nonce };
      const { hash } = await signer.sendTransaction(request);
      sent.set(nonce, { request, hash });
      return nonce++;
    } catch (error) {
      broken = { error };
      throw error;
    }
  }

  /** Look for the receipt until it is there. A lost connection ends the wait: the chain may come back without this transaction. */
  async function receiptOf(own: number): Promise<TransactionReceipt> {
    const hash = sent.get(own)?.hash ?? "";
    const givesUpAt = Date.now() + MINING_PATIENCE;
    for (let looks = 1; ; looks++) {
      const receipt = await provider.getTransactionReceipt(hash);
      if (receipt !== null) return receipt;
      if (Date.now() > givesUpAt) throw passing(`No block took the transaction ${hash}.`);
      if (looks % LOOKS_BEFORE_RESCUE === 0) {
        // Once for all that wait: what holds up one holds up all behind it.
        rescue ??= fillGap(own).finally(() => {
          rescue = undefined;
        });
        await rescue;
      }
      await pause(pollInterval);
    }
  }

  /**
   * When the chain went back on a block, transactions of it may be gone, and all later ones wait behind their numbers. Hand the first
   * of them over again: it is the same transaction, so nothing can count twice.
   * @throws an error that passes when the chain lost something that this sender did not send, or took another transaction in its place.
   */
  async function fillGap(own: number): Promise<void> {
    const wanted = await provider.getTransactionCount(from, "latest");
    if (wanted > own) return await requireTaken(own);
    const next = sent.get(wanted);
    if (next === undefined) throw passing(`The chain lost the transaction with number ${wanted}.`);
    const known = await provider.getTransaction(next.hash);
    // A node that still names the block that was taken back has lost it too: the account's number says so.
    if (known !== null && known.blockNumber === null) return;
    try {
      await signer.sendTransaction(next.request);
    } catch (error) {
      // It is known after all, or in a block by now: the next look finds it.
      if (!isTransient(error)) throw error;
    }
  }

  /** @throws an error that passes when the number is used up and not by our transaction. */
  async function requireTaken(own: number): Promise<void> {
    const hash = sent.get(own)?.hash ?? "";
    if (
      (await provider.getTransaction(hash)) === null &&
      (await provider.getTransactionReceipt(hash)) === null
    )
      throw passing(`Another transaction took number ${own}.`);
  }

  return {
    async submit(transaction) {
      const sending = turn.then(() => sendNext(transaction));
      // The next one waits for its turn whether or not this one gets through; its failure reaches the caller below.
      turn = sending.then(
        () => undefined,
        () => undefined,
      );
      return await receiptOf(await sending);
    },
  };
}

/** An error after which the next round may succeed. */
function passing(message: string): Error {
  return Object.assign(new Error(message), { code: "TIMEOUT" });
}

async function readFees(provider: Provider): Promise<Fees> {
  const { gasPrice, maxFeePerGas, maxPriorityFeePerGas } = await provider.getFeeData();
  if (maxFeePerGas !== null && maxPriorityFeePerGas !== null)
    return { type: 2, maxFeePerGas, maxPriorityFeePerGas };
  return { type: 0, gasPrice };
}

/** @throws Error when the signer is not connected: a mistake in the program, not of its user. */
export function providerOf(signer: Signer): Provider {
  if (signer.provider === null) throw new Error("The relayer's signer has no provider.");
  return signer.provider;
}
