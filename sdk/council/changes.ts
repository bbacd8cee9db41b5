// SPDX-License-Identifier: Apache-2.0

/** A value of the ledger before or after a proposal, with what it means; how it is written depends on the reader's language. */
export type ChangeValue =
  | { readonly kind: "none" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "duration"; readonly seconds: number }
  | { readonly kind: "yesNo"; readonly value: boolean }
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "hash"; readonly hash: string }
  | { readonly kind: "organisation"; readonly id: number }
  /** Of the agreement that the change is about; ledger units as digits. */
  | { readonly kind: "units"; readonly units: string }
  | { readonly kind: "milestoneState"; readonly name: string }
  | { readonly kind: "organisationKind"; readonly name: string }
  | CodeValue;

/** A contract by its address, and what it is: hash and bytes of its code. */
export interface CodeValue {
  readonly kind: "code";
  readonly address: string;
  readonly hash: string;
  readonly bytes: number;
}

/** What a value is called in the field. */
export type ChangeField =
  | "organisations"
  | "name"
  | "organisationKind"
  | "iatiIdentifier"
  | "isAdministrator"
  | "isGuardian"
  | "isArbiter"
  | "isSuspended"
  | "trustee"
  | "memberCount"
  | "isMember"
  | "quorum"
  | "upgradeQuorum"
  | "delay"
  | "upgradeDelay"
  | "gracePeriod"
  | "epoch"
  | "implementation"
  | "owner"
  | "council"
  | "keyCheck"
  | "pausesRedemptions"
  | "pausesPayouts"
  | "milestoneState"
  | "milestonePaid";

/** Whom or what a value is about. */
export type ChangeSubject =
  | { readonly kind: "organisation"; readonly id: number }
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "number"; readonly value: number };

/** One value that the ledger shows differently, or the same, afterwards. */
export interface Change {
  readonly field: ChangeField;
  readonly subject: ChangeSubject | undefined;
  readonly before: ChangeValue;
  readonly after: ChangeValue;
}

export function isSameValue(a: ChangeValue, b: ChangeValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
