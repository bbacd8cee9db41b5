// SPDX-License-Identifier: Apache-2.0
import type { Signer, Wallet } from "ethers";
import {
  type ListsByCycle,
  type ProgrammeHandle,
  planRedemption,
  type Suite,
  type UnsignedBatch,
} from "#sdk/agency/index.ts";
import { type BatchPlan, type Receipt, signBatch } from "#sdk/receipts/index.ts";
import { type BatchesSummary, type BatchToSend, type RelayOptions, sendBatches } from "#sdk/relay/index.ts";
import { CliError } from "../CliError.ts";

export interface RedeemInput {
  readonly receipts: readonly Receipt[];
  /** Key of each terminal; its address is the terminal's name. */
  readonly terminals: ReadonlyMap<string, Wallet>;
  /** Sends the batches; anyone with money for gas. */
  readonly relayer: Signer;
  readonly lists?: ListsByCycle;
  readonly relay?: RelayOptions;
}

export interface Redeemed {
  readonly plan: BatchPlan;
  readonly summary: BatchesSummary;
}

/**
 * Count receipts: plan batches from what the chain has, have the terminals sign, send. Calling it again with the same receipts changes
 * nothing or goes on where it stopped.
 * @throws ContractRefusal, RelayError; CliError CLI-201 without a terminal's key; AgencyError AGENCY-202 when a refund lacks its list.
 */
export async function redeem(
  suite: Suite,
  programme: ProgrammeHandle,
  input: RedeemInput,
): Promise<Redeemed> {
  const { plan, batches } = await planRedemption(suite, programme, input.receipts, input.lists);
  const signed = await Promise.all(batches.map((batch) => sign(suite, programme, batch, input.terminals)));
  return { plan, summary: await sendBatches(input.relayer, programme.address, signed, input.relay) };
}

async function sign(
  suite: Suite,
  programme: ProgrammeHandle,
  { batch, extracts }: UnsignedBatch,
  terminals: ReadonlyMap<string, Wallet>,
): Promise<BatchToSend> {
  const terminal = terminals.get(batch.terminal);
  if (terminal === undefined) throw new CliError("noKeys", { name: `terminal ${batch.terminal}` });
  const place = { chainId: BigInt(suite.chainId), programme: programme.address };
  return { ...(await signBatch(place, batch, terminal)), extracts };
}
