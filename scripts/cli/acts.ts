// SPDX-License-Identifier: Apache-2.0
import type { Signer, TransactionReceipt } from "ethers";
import { approveCall, eventOf, type OpenAct, proposeCall } from "#sdk/agency/index.ts";
import { signAndSend } from "./send.ts";

/** Propose an act and return its number. @throws ContractRefusal, see {@link signAndSend}. */
export async function propose(signer: Signer, contract: string, act: string): Promise<bigint> {
  const call = proposeCall(contract, act, await signer.getAddress());
  const { logs } = await signAndSend(signer, call);
  const event = eventOf(call, logs);
  if (event === undefined) throw new Error("A proposal was made and its event is missing.");
  return event.args.actId as bigint;
}

/** Approve an act by restating its calldata; it runs at once. @throws ContractRefusal, see {@link signAndSend}. */
export async function approve(
  signer: Signer,
  act: Pick<OpenAct, "contract" | "actId" | "act">,
): Promise<TransactionReceipt> {
  return await signAndSend(signer, approveCall(act));
}
