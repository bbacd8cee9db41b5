// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText } from "ethers";
import {
  buildControlSheet,
  buildEntitlementList,
  type ControlSheet,
  decodeNamelessList,
  type EntitlementList,
  encodeControlSheet,
  encodeNamelessList,
  type NamelessEntry,
} from "#sdk/list/index.ts";
import { AgencyError } from "./AgencyError.ts";
import type { RegistryState } from "./registry.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** What identifies a committed list: where it belongs, its root, and the state of the registry that it was built on. */
export interface CommitmentFacts {
  readonly chainId: number;
  readonly programme: string;
  readonly cycle: number;
  readonly root: string;
  readonly chunks: number;
  readonly households: number;
  /** Ledger units. */
  readonly total: bigint;
  readonly checkpoint: bigint;
  readonly registryDigest: string;
  /** keccak256 of the control sheet's text. */
  readonly controlSheet: string;
}

/** A list that is committed to a cycle, as an officer has it. Nothing in it is personal. */
export interface CommittedList {
  readonly facts: CommitmentFacts;
  readonly entries: readonly NamelessEntry[];
  readonly list: EntitlementList;
}

/** The same when it is new, with its control sheet and the texts that officers hand on. */
export interface NewCommitment extends CommittedList {
  readonly sheet: ControlSheet;
  readonly sheetText: string;
  /** The nameless list as CSV. */
  readonly listText: string;
}

export interface CommitInput {
  readonly programme: Pick<ProgrammeHandle, "address" | "currency" | "step">;
  readonly cycle: number;
  readonly entries: readonly NamelessEntry[];
  readonly registry: RegistryState;
  /** Nameless list of the cycle before, to compare with. */
  readonly previous?: readonly NamelessEntry[];
}

/**
 * Commit a nameless list to a cycle. Needs no connection: `{ chainId }` is enough of a suite, in a worker too.
 * @throws ListError LIST-501 to LIST-503 for an empty list, an account that stands twice, an amount out of range.
 */
export async function commitEntries(
  { chainId }: Pick<Suite, "chainId">,
  { programme, cycle, entries, registry, previous }: CommitInput,
): Promise<NewCommitment> {
  const list = await buildEntitlementList(entries, { chainId, programme: programme.address, cycleId: cycle });
  const { currency, step } = programme;
  const sheet = buildControlSheet({
    entries,
    currency,
    step,
    ...(previous === undefined ? {} : { previous }),
  });
  const sheetText = encodeControlSheet(sheet);
  const facts: CommitmentFacts = {
    chainId,
    programme: programme.address,
    cycle,
    root: list.root,
    chunks: list.chunks.length,
    households: list.households,
    total: list.total,
    checkpoint: registry.checkpoint,
    registryDigest: registry.digest,
    controlSheet: keccakOfText(sheetText),
  };
  return { facts, entries, list, sheet, sheetText, listText: encodeNamelessList(entries) };
}

/** A committed list as it is handed on. */
export interface CommitmentTexts {
  readonly facts: CommitmentFacts;
  readonly listText: string;
  readonly sheetText: string;
}

/** The list as it really is, with the first of its facts that is not so. */
export interface ComparedList extends CommittedList {
  readonly differs: "root" | "households" | "total" | "chunks" | "controlSheet" | undefined;
}

/**
 * Work root and totals out again from the list itself, and the sheet's hash from the sheet. Needs no connection.
 * @throws ListError LIST-505 when the text is no nameless list; LIST-501 when it is empty.
 */
export async function compareCommitment(texts: CommitmentTexts): Promise<ComparedList> {
  const { facts, listText, sheetText } = texts;
  const { chainId, programme, cycle } = facts;
  const entries = decodeNamelessList(listText);
  const list = await buildEntitlementList(entries, { chainId, programme, cycleId: cycle });
  const found = {
    root: list.root,
    households: list.households,
    total: list.total,
    chunks: list.chunks.length,
    controlSheet: keccakOfText(sheetText),
  };
  const fields = Object.keys(found) as (keyof typeof found)[];
  return { facts, entries, list, differs: fields.find((field) => found[field] !== facts[field]) };
}

/**
 * As {@link compareCommitment}, for whoever goes on with a good list only.
 * @throws AgencyError AGENCY-201 naming the first part that differs; ListError LIST-501, LIST-505.
 */
export async function verifyCommitment(texts: CommitmentTexts): Promise<CommittedList> {
  const { differs, ...committed } = await compareCommitment(texts);
  if (differs !== undefined) throw new AgencyError("otherList", { field: differs });
  return committed;
}
