// SPDX-License-Identifier: Apache-2.0

/** The parts of a cycle's terms that its list and the registry determine: what an approver must not take on trust. */
export interface ListFacts {
  readonly listRoot: string;
  readonly chunks: number;
  readonly households: number;
  readonly total: bigint;
  readonly controlSheet: string;
  /** Digest of the account registry at the checkpoint that the terms name. */
  readonly registryDigest: string;
  /** Hash of all terms together: what an approver signs. */
  readonly termsHash: string;
}

export type ListFactName = keyof ListFacts;

/** The order in which they are read: from what a person can judge to what only a machine can. */
export const LIST_FACTS: readonly ListFactName[] = [
  "households",
  "total",
  "chunks",
  "listRoot",
  "controlSheet",
  "registryDigest",
  "termsHash",
];

export interface ComparedFact {
  readonly name: ListFactName;
  readonly prepared: string | number | bigint;
  readonly own: string | number | bigint;
  readonly isEqual: boolean;
}

/** Compare what was prepared with what this machine worked out, field by field. Hashes are compared without regard to case. */
export function compareFacts(prepared: ListFacts, own: ListFacts): readonly ComparedFact[] {
  return LIST_FACTS.map((name) => ({
    name,
    prepared: prepared[name],
    own: own[name],
    isEqual: canonical(prepared[name]) === canonical(own[name]),
  }));
}

function canonical(value: string | number | bigint): string {
  return String(value).toLowerCase();
}
