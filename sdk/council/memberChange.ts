// SPDX-License-Identifier: Apache-2.0

import type { CouncilAct } from "./acts.ts";
import type { Council, CouncilMember } from "./readCouncil.ts";

export type Reconfigure = Extract<CouncilAct, { kind: "reconfigure" }>;

/** Why the council's contract would refuse a change of members and rules. */
export type ChangeFault =
  /** Somebody leaves who has no seat, or comes who has one or can have none. */
  "member" | "nobodyLeft" | "tooMany" | "quorum" | "upgradeQuorum" | "delay" | "upgradeDelay" | "gracePeriod";

/** The same in words. */
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

/** What the council would be afterwards. */
export interface CouncilAfterwards {
  readonly members: readonly CouncilMember[];
  /** How many members can lose their keys before nothing can be decided any more. */
  readonly spare: number;
  /** The first thing that the contract would refuse; undefined when it would accept all of it. */
  readonly fault: ChangeFault | undefined;
}

const DAY = 86_400;
/** As contracts/governance/CouncilMembers.sol; from so many members on nothing needs all of them. */
const SPARE_MEMBER_FROM = 3;
const MOST_MEMBERS = 100;
const LONGEST_DELAY = 30 * DAY;
const UPGRADE_DELAYS = [14 * DAY, 90 * DAY] as const;
const GRACE_PERIODS = [3 * DAY, 60 * DAY] as const;

/**
 * What a change would make of the council, by the contract's own rules: before anybody votes for something that would be refused at the
 * end of its delay, or that leaves a council which cannot decide.
 */
export function afterChange(
  { address, members }: { readonly address: string; readonly members: readonly CouncilMember[] },
  act: Reconfigure,
): CouncilAfterwards {
  const left = members.filter(({ account }) => !act.removed.some((other) => isSame(account, other)));
  const isKnown = act.removed.every((account) => members.some((member) => isSame(member.account, account)));
  const next = [...left, ...act.added];
  const accounts = [address, ...next.map(({ account }) => account)].map((account) => account.toLowerCase());
  const isMemberWrong = !isKnown || new Set(accounts).size !== accounts.length;
  return {
    members: next,
    spare: next.length - act.settings.upgradeQuorum,
    fault: isMemberWrong ? "member" : faultOf(next.length, act.settings),
  };
}

function faultOf(count: number, settings: Reconfigure["settings"]): ChangeFault | undefined {
  const { quorum, upgradeQuorum, delay, upgradeDelay, gracePeriod } = settings;
  const most = count < SPARE_MEMBER_FROM ? count : count - 1;
  if (count === 0) return "nobodyLeft";
  if (count > MOST_MEMBERS) return "tooMany";
  if (quorum === 0 || quorum > upgradeQuorum) return "quorum";
  if (upgradeQuorum > most) return "upgradeQuorum";
  if (delay > LONGEST_DELAY) return "delay";
  if (!isWithin(upgradeDelay, UPGRADE_DELAYS)) return "upgradeDelay";
  return isWithin(gracePeriod, GRACE_PERIODS) ? undefined : "gracePeriod";
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The same organisation under a new key: its seat and name go on, the old key has none any more. */
export function newKeyAct(
  { settings }: Pick<Council, "settings">,
  { account, nameHash }: CouncilMember,
  newAccount: string,
): Reconfigure {
  return { kind: "reconfigure", added: [{ account: newAccount, nameHash }], removed: [account], settings };
}
