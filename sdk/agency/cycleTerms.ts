// SPDX-License-Identifier: Apache-2.0

import { AbiCoder, keccak256 } from "ethers";
import type { ICycles } from "#bindings/index.ts";
import { AgencyError } from "./AgencyError.ts";
import type { CommittedList } from "./commitment.ts";
import { PROGRAMME } from "./faces.ts";
import { readEvents } from "./logs.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** What a preparer decides besides the list. Times in Unix seconds, days since 1970-01-01. */
export interface CyclePlan {
  readonly opensAt: number;
  readonly expiresAt: number;
  readonly graceEndsAt: number;
  readonly periodFirstDay: number;
  readonly periodLastDay: number;
  /** Place in `CYCLE_KINDS`. */
  readonly kind: number;
  /** The cycle that a top-up, corrective or follow-up belongs to; 0 for a regular one. */
  readonly parent: number;
}

/** Terms as the contract takes them. */
export interface CycleTerms extends CyclePlan {
  readonly listRoot: string;
  readonly chunks: number;
  readonly households: number;
  /** Ledger units. */
  readonly total: bigint;
  readonly checkpoint: bigint;
  readonly registryDigest: string;
  readonly controlSheet: string;
}

/** The terms of a cycle: the committed list and the plan together. */
export function termsOf({ facts }: Pick<CommittedList, "facts">, plan: CyclePlan): CycleTerms {
  const { opensAt, expiresAt, graceEndsAt, periodFirstDay, periodLastDay, kind, parent } = plan;
  return {
    listRoot: facts.root,
    chunks: facts.chunks,
    households: facts.households,
    total: facts.total,
    opensAt,
    expiresAt,
    graceEndsAt,
    periodFirstDay,
    periodLastDay,
    kind,
    parent,
    checkpoint: facts.checkpoint,
    registryDigest: facts.registryDigest,
    controlSheet: facts.controlSheet,
  };
}

const ABI = AbiCoder.defaultAbiCoder();
const TERMS = PROGRAMME.getFunction("hashTerms").inputs[1];

/** The hash that officers sign, worked out on this machine: a node cannot slip other terms in. */
export function hashTerms(
  { chainId }: Pick<Suite, "chainId">,
  programme: string,
  cycle: number,
  terms: CycleTerms,
): string {
  if (TERMS === undefined) throw new Error("The bindings have no terms.");
  return keccak256(ABI.encode(["uint256", "address", "uint32", TERMS], [chainId, programme, cycle, terms]));
}

/** The terms of a prepared cycle as the chain has them. */
export interface PreparedTerms {
  readonly terms: CycleTerms;
  readonly termsHash: string;
}

/** The terms that a cycle was prepared with, from its event. @throws AgencyError AGENCY-101 when there is no such cycle. */
export async function preparedTerms(
  suite: Suite,
  { contract }: Pick<ProgrammeHandle, "contract">,
  cycle: number,
): Promise<PreparedTerms> {
  const events = await readEvents(suite, contract, contract.filters.CyclePrepared(cycle));
  const event = events.at(-1);
  if (event === undefined) throw new AgencyError("noSuchCycle", { cycle });
  return { terms: plainTerms(event.args.terms), termsHash: event.args.termsHash };
}

function plainTerms(terms: ICycles.CycleTermsStructOutput): CycleTerms {
  return {
    listRoot: terms.listRoot,
    chunks: Number(terms.chunks),
    households: Number(terms.households),
    total: terms.total,
    opensAt: Number(terms.opensAt),
    expiresAt: Number(terms.expiresAt),
    graceEndsAt: Number(terms.graceEndsAt),
    periodFirstDay: Number(terms.periodFirstDay),
    periodLastDay: Number(terms.periodLastDay),
    kind: Number(terms.kind),
    parent: Number(terms.parent),
    checkpoint: terms.checkpoint,
    registryDigest: terms.registryDigest,
    controlSheet: terms.controlSheet,
  };
}

/**
 * The hash that an approver signs, worked out from the list at hand: every part of the terms that the list determines must be the
 * prepared one. Needs no connection.
 * @throws AgencyError AGENCY-201 naming the first part that differs.
 */
export function checkedTermsHash(
  suite: Pick<Suite, "chainId">,
  { terms, termsHash }: PreparedTerms,
  committed: Pick<CommittedList, "facts">,
): string {
  const { facts } = committed;
  const own = termsOf(committed, terms);
  for (const field of Object.keys(own) as (keyof CycleTerms)[]) {
    if (own[field] !== terms[field]) throw new AgencyError("otherList", { field });
  }
  const restated = hashTerms(suite, facts.programme, facts.cycle, terms);
  if (restated !== termsHash) throw new AgencyError("otherList", { field: "termsHash" });
  return restated;
}
