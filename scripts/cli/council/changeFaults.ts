// SPDX-License-Identifier: Apache-2.0
import type { ChangeFault } from "#sdk/council/index.ts";

/** Why the council's contract would refuse a change of members and rules, in the sentences of the council room. */
export const CHANGE_FAULTS: Readonly<Record<ChangeFault, string>> = {
  member: "A new member has a seat already, or cannot have one.",
  nobodyLeft: "Nobody would be left in the council.",
  tooMany: "A council has at most 100 members.",
  quorum: "Ordinary decisions cannot need more approvals than those about members, rules and code.",
  upgradeQuorum:
    "So many approvals could not be reached if one member lost its key. Lower the number, or keep more members.",
  delay: "The delay is too long.",
  upgradeDelay: "The delay for code has to be from 14 to 90 days.",
  gracePeriod: "The time to carry it out has to be from 3 to 60 days.",
};
