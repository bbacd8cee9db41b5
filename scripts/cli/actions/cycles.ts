// SPDX-License-Identifier: Apache-2.0
import { AbiCoder, keccak256, type Signer } from "ethers";
import { type ICycles, IProgramme__factory } from "#bindings/index.ts";
import { type RelayOptions, type RelaySummary, loadCycle as relayLoads } from "#sdk/relay/index.ts";
import { CliError } from "../CliError.ts";
import { signAndSend } from "../send.ts";
import type { ProgrammeHandle, Suite } from "../suite.ts";
import type { CommittedList } from "./commitList.ts";

/** Terms as the contract takes them. */
export type CycleTerms = ICycles.CycleTermsStruct;

/** What a preparer decides besides the list. Times in Unix seconds, days since 1970-01-01. */
export interface CyclePlan {
  readonly opensAt: number;
  readonly expiresAt: number;
  readonly graceEndsAt: number;
  readonly periodFirstDay: number;
  readonly periodLastDay: number;
  /** Number of the contract's CycleKind. */
  readonly kind: number;
  /** The cycle that a top-up, corrective or follow-up belongs to; 0 for a regular one. */
  readonly parent: number;
}

/** The terms of a cycle: the committed list and the plan together. */
export function termsOf({ facts }: CommittedList, plan: CyclePlan): CycleTerms {
  return {
    listRoot: facts.root,
    chunks: facts.chunks,
    households: facts.households,
    total: facts.total,
    ...plan,
    checkpoint: facts.checkpoint,
    registryDigest: facts.registryDigest,
    controlSheet: facts.controlSheet,
  };
}

const ABI = AbiCoder.defaultAbiCoder();
const TERMS = IProgramme__factory.createInterface().getFunction("hashTerms").inputs[1];

/** The hash that officers sign, worked out on this machine: a node cannot slip other terms in. */
export function hashTerms(suite: Suite, programme: string, cycle: number, terms: CycleTerms): string {
  if (TERMS === undefined) throw new Error("The bindings have no terms.");
  return keccak256(
    ABI.encode(["uint256", "address", "uint32", TERMS], [suite.chainId, programme, cycle, terms]),
  );
}

/** Prepare a cycle with one signature. @throws ContractRefusal. */
export async function prepareCycle(
  suite: Suite,
  programme: ProgrammeHandle,
  preparer: Signer,
  committed: CommittedList,
  plan: CyclePlan,
): Promise<{ cycle: number; termsHash: string }> {
  const terms = termsOf(committed, plan);
  const { cycle } = committed.facts;
  const data = programme.contract.interface.encodeFunctionData("prepareCycle", [cycle, terms]);
  await signAndSend(preparer, { to: programme.address, data });
  return { cycle, termsHash: hashTerms(suite, programme.address, cycle, terms) };
}

/** The terms of a prepared cycle as the chain has them. */
export interface PreparedTerms {
  readonly terms: ICycles.CycleTermsStructOutput;
  readonly termsHash: string;
}

/** The terms that a cycle was prepared with, from its event. @throws CliError CLI-305 when there is no such cycle. */
export async function preparedTerms(
  suite: Suite,
  programme: ProgrammeHandle,
  cycle: number,
): Promise<PreparedTerms> {
  const { contract } = programme;
  const events = await contract.queryFilter(
    contract.filters.CyclePrepared(cycle),
    suite.deployment.fromBlock,
  );
  const event = events.at(-1);
  if (event === undefined) throw new CliError("noSuchCycle", { cycle });
  return { terms: event.args.terms, termsHash: event.args.termsHash };
}

/**
 * The hash that an approver signs, worked out from the list at hand: every part of the terms that the list determines must be the
 * prepared one.
 * @throws CliError CLI-404 naming the first part that differs.
 */
export function checkedTermsHash(
  suite: Suite,
  { terms, termsHash }: PreparedTerms,
  { facts }: CommittedList,
  folder: string,
): string {
  const own = {
    listRoot: facts.root,
    chunks: BigInt(facts.chunks),
    households: BigInt(facts.households),
    total: facts.total,
    checkpoint: facts.checkpoint,
    registryDigest: facts.registryDigest,
    controlSheet: facts.controlSheet,
  };
  for (const field of Object.keys(own) as (keyof typeof own)[]) {
    if (own[field] !== terms[field]) throw new CliError("otherList", { folder, field });
  }
  const restated = hashTerms(suite, facts.programme, facts.cycle, terms);
  if (restated !== termsHash) throw new CliError("otherList", { folder, field: "termsHash" });
  return restated;
}

/** Approve with the hash of the restated terms. @throws ContractRefusal. */
export async function approveCycle(
  programme: ProgrammeHandle,
  approver: Signer,
  cycle: number,
  termsHash: string,
): Promise<void> {
  const data = programme.contract.interface.encodeFunctionData("approveCycle", [cycle, termsHash]);
  await signAndSend(approver, { to: programme.address, data });
}

/** Release a cycle above a band. @throws ContractRefusal. */
export async function releaseCycle(
  programme: ProgrammeHandle,
  finance: Signer,
  cycle: number,
  termsHash: string,
): Promise<void> {
  const data = programme.contract.interface.encodeFunctionData("releaseCycle", [cycle, termsHash]);
  await signAndSend(finance, { to: programme.address, data });
}

/** Send a prepared cycle back. @param reason ASCII in a bytes32. @throws ContractRefusal. */
export async function returnCycle(
  programme: ProgrammeHandle,
  officer: Signer,
  cycle: number,
  reason: string,
): Promise<void> {
  const data = programme.contract.interface.encodeFunctionData("returnCycle", [cycle, reason]);
  await signAndSend(officer, { to: programme.address, data });
}

/** Load a cycle's list; resumes by reading the chain. @throws ContractRefusal, RelayError. */
export async function loadCycle(
  programme: ProgrammeHandle,
  relayer: Signer,
  { facts, list }: CommittedList,
  options?: RelayOptions,
): Promise<RelaySummary> {
  return await relayLoads(relayer, programme.address, facts.cycle, list.chunks, options);
}
