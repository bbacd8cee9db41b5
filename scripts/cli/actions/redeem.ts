// SPDX-License-Identifier: Apache-2.0
import type { Signer, Wallet } from "ethers";
import { buildEntitlementList, type ProvenChunk, readChunk } from "#sdk/list/index.ts";
import { fromHex, type Hex } from "#sdk/merkle/index.ts";
import {
  type BatchPlan,
  extractsFor,
  type PlannedBatch,
  planBatches,
  type Receipt,
  signBatch,
  type TerminalAddress,
} from "#sdk/receipts/index.ts";
import { type BatchesSummary, type BatchToSend, type RelayOptions, sendBatches } from "#sdk/relay/index.ts";
import { CliError } from "../CliError.ts";
import type { ProgrammeHandle, Suite } from "../suite.ts";

export interface RedeemInput {
  readonly receipts: readonly Receipt[];
  /** Key of each terminal; its address is the terminal's name. */
  readonly terminals: ReadonlyMap<string, Wallet>;
  /** Sends the batches; anyone with money for gas. */
  readonly relayer: Signer;
  /** Committed lists by cycle, for refunds from cycles whose list the chain does not have whole. */
  readonly lists?: ReadonlyMap<number, readonly ProvenChunk[]>;
  readonly relay?: RelayOptions;
}

export interface Redeemed {
  readonly plan: BatchPlan;
  readonly summary: BatchesSummary;
}

/**
 * Count receipts: ask the chain which number each terminal is at, put the rest into batches, have the terminals sign, send. Calling it
 * again with the same receipts changes nothing or goes on where it stopped.
 * @throws ContractRefusal, RelayError; CliError CLI-201 without a terminal's key, CLI-408 when a refund lacks its list.
 */
export async function redeem(
  suite: Suite,
  programme: ProgrammeHandle,
  input: RedeemInput,
): Promise<Redeemed> {
  const terminals = [...new Set(input.receipts.map(({ terminal }) => terminal))];
  const plan = planBatches(input.receipts, { nextNumbers: await nextNumbers(programme, terminals) });
  const sendable = plan.batches.filter(({ waitsFor }) => waitsFor === undefined);
  const lists = await listsForRefunds(suite, programme, sendable, input.lists);
  const batches = await Promise.all(
    sendable.map((planned) => sign(suite, programme, planned, input.terminals, lists)),
  );
  return { plan, summary: await sendBatches(input.relayer, programme.address, batches, input.relay) };
}

async function nextNumbers(
  { contract }: ProgrammeHandle,
  terminals: readonly TerminalAddress[],
): Promise<Map<TerminalAddress, number>> {
  const numbers = terminals.map(async (address) => {
    const { nextNumber } = await contract.terminalOf(address);
    return [address, Math.max(1, Number(nextNumber))] as const;
  });
  return new Map(await Promise.all(numbers));
}

async function sign(
  suite: Suite,
  programme: ProgrammeHandle,
  { batch }: PlannedBatch,
  terminals: ReadonlyMap<string, Wallet>,
  lists: ReadonlyMap<number, readonly ProvenChunk[]>,
): Promise<BatchToSend> {
  const terminal = terminals.get(batch.terminal);
  if (terminal === undefined) throw new CliError("noKeys", { name: `terminal ${batch.terminal}` });
  const place = { chainId: BigInt(suite.chainId), programme: programme.address };
  const signed = await signBatch(place, batch, terminal);
  return { ...signed, extracts: extractsFor(batch, lists.get(batch.cycle) ?? []) };
}

async function listsForRefunds(
  suite: Suite,
  programme: ProgrammeHandle,
  batches: readonly PlannedBatch[],
  given: RedeemInput["lists"],
): Promise<Map<number, readonly ProvenChunk[]>> {
  const cycles = new Set(
    batches.flatMap(({ receipts }) =>
      receipts.flatMap(({ kind, cycle }) => (kind === "refund" ? [cycle] : [])),
    ),
  );
  const lists = new Map<number, readonly ProvenChunk[]>();
  for (const cycle of cycles) {
    const list = given?.get(cycle) ?? (await loadedList(suite, programme, cycle));
    if (list === undefined) throw new CliError("listForRefunds", { cycle });
    lists.set(cycle, list);
  }
  return lists;
}

/** A cycle's list with proofs from the chain alone; undefined while a part of it is not loaded. */
export async function loadedList(
  suite: Suite,
  { address, contract }: ProgrammeHandle,
  cycle: number,
): Promise<readonly ProvenChunk[] | undefined> {
  const [events, { listRoot }] = await Promise.all([
    contract.queryFilter(contract.filters.ChunkLoaded(cycle), suite.deployment.fromBlock),
    contract.cycleOf(cycle),
  ]);
  if (events.length === 0) return undefined;
  const entries = events.flatMap(({ args }) => readChunk(Number(args.chunk), fromHex(args.payload as Hex)));
  const list = await buildEntitlementList(entries, {
    chainId: suite.chainId,
    programme: address,
    cycleId: cycle,
  });
  return list.root === listRoot ? list.chunks : undefined;
}
