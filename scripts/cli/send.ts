// SPDX-License-Identifier: Apache-2.0
import type { Signer, TransactionReceipt } from "ethers";
import type { Call } from "#sdk/agency/index.ts";
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { TRANSACTION_GAS_CAP } from "#sdk/relay/index.ts";
import { providerOf } from "#sdk/relay/sender.ts";

/** Milliseconds that a signed act may take to get into a block. */
const PATIENCE = 120_000;

/** A fifth more than estimated: other people's transactions can come in between. */
const SLACK = 6n;

/**
 * Try the call without signing, then sign, send, and wait until it is in a block.
 * @param call Where it goes and what it says; `value` is wei that go along, none by default.
 * @throws ContractRefusal when the contract refuses it; nothing is signed then.
 */
export async function signAndSend(
  signer: Signer,
  { to, data, value = 0n }: Pick<Call, "to" | "data"> & { readonly value?: bigint },
): Promise<TransactionReceipt> {
  const provider = providerOf(signer);
  const from = await signer.getAddress();
  try {
    await provider.call({ to, data, value, from });
    const estimate = await provider.estimateGas({ to, data, value, from });
    const limit = estimate + estimate / SLACK;
    const sent = await signer.sendTransaction({
      to,
      data,
      value,
      gasLimit: limit < TRANSACTION_GAS_CAP ? limit : TRANSACTION_GAS_CAP,
    });
    const receipt = await sent.wait(1, PATIENCE);
    if (receipt === null) throw new Error(`No block took the transaction ${sent.hash}.`);
    return receipt;
  } catch (error) {
    throw contractRefusal(error) ?? error;
  }
}
