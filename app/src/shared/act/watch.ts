// SPDX-License-Identifier: Apache-2.0

import type { TransactionReceipt } from "ethers";
import { type Call, filterOf, hasHappened } from "#sdk/agency/call.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { type AppError, toAppError } from "../errors/AppError.ts";
import { actError } from "./errors.ts";

/** What our own node shows of a call. */
export type Sighting =
  | { readonly kind: "happened" }
  | { readonly kind: "refused"; readonly error: AppError }
  /** `isKnown`: the node knows the transaction; `head` is the last block that was looked through. */
  | { readonly kind: "open"; readonly isKnown: boolean; readonly head: number };

export interface Watched {
  readonly call: Call;
  readonly officer: string;
  readonly fromBlock: number;
  /** As the wallet gave it: of a transaction, or of something that only the wallet knows. */
  readonly hash: string | undefined;
}

/**
 * Look once. The call counts when the ledger shows the event that it was meant to cause, whoever sent it and in whatever transaction;
 * the wallet's word and hash are only used to notice a failure.
 */
export async function look(
  { provider }: Suite,
  { call, officer, fromBlock, hash }: Watched,
): Promise<Sighting> {
  const head = await provider.getBlockNumber();
  if (head >= fromBlock) {
    const logs = await provider.getLogs({ ...filterOf(call), fromBlock, toBlock: head });
    if (hasHappened(call, logs)) return { kind: "happened" };
  }
  if (hash === undefined) return { kind: "open", isKnown: false, head };
  const receipt = await provider.getTransactionReceipt(hash);
  if (receipt !== null) return await judge(provider, call, officer, receipt);
  return { kind: "open", isKnown: (await provider.getTransaction(hash)) !== null, head };
}

async function judge(
  provider: Suite["provider"],
  call: Call,
  officer: string,
  receipt: TransactionReceipt,
): Promise<Sighting> {
  if (receipt.status === 0) return { kind: "refused", error: await reasonOf(provider, call, officer) };
  // A reorganisation can put the transaction into an earlier block than the search began with.
  if (hasHappened(call, receipt.logs)) return { kind: "happened" };
  return { kind: "refused", error: actError("withoutEffect") };
}

/** Receipts do not carry the contract's words: ask again for them. */
async function reasonOf(provider: Suite["provider"], call: Call, officer: string): Promise<AppError> {
  try {
    await provider.call({ to: call.to, data: call.data, from: officer });
  } catch (error) {
    const refusal = contractRefusal(error);
    return refusal === undefined ? actError("reverted", error) : toAppError(refusal);
  }
  return actError("reverted");
}
