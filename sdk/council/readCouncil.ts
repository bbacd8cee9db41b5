// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText } from "ethers";
import { type ICouncil, ICouncil__factory } from "#bindings/index.ts";
import { chainTime, type Suite } from "#sdk/agency/suite.ts";
import { CouncilError } from "./CouncilError.ts";
import type { ProposalLevel } from "./names.ts";

/** A member organisation as the council keeps it. */
export interface CouncilMember {
  readonly account: string;
  /** keccak256 of its public name, in UTF-8. */
  readonly nameHash: string;
}

/** A seat with what else the ledger tells of it. */
export interface CouncilSeat extends CouncilMember {
  /** A contract that several people sign for, such as a Safe. */
  readonly isContract: boolean;
}

/** Delays in seconds. */
export interface CouncilSettings {
  readonly quorum: number;
  readonly upgradeQuorum: number;
  readonly delay: number;
  readonly upgradeDelay: number;
  readonly gracePeriod: number;
}

/** Who decides, and what it takes. */
export interface Council {
  readonly address: string;
  readonly contract: ICouncil;
  readonly epoch: number;
  readonly members: readonly CouncilSeat[];
  readonly settings: CouncilSettings;
  /** Number of the last proposal. */
  readonly proposals: number;
  /** Time of the newest block, Unix seconds: what the council calls now. */
  readonly time: number;
}

/**
 * The council that governs the consortium now, which need not be the one that was deployed with it.
 * @throws CouncilError COUNCIL-101 when it is a plain address.
 */
export async function readCouncil(suite: Pick<Suite, "provider" | "consortium">): Promise<Council> {
  const { provider, consortium } = suite;
  const address = await consortium.council();
  if ((await provider.getCode(address)) === "0x") throw new CouncilError("noCouncil");
  const contract = ICouncil__factory.connect(address, provider);
  const [epoch, members, settings, proposals, time] = await Promise.all([
    contract.epoch(),
    contract.members(),
    contract.settings(),
    contract.proposals(),
    chainTime({ provider: suite.provider }),
  ]);
  const seats = await Promise.all(
    members.map(async ({ account, nameHash }) => ({
      account,
      nameHash,
      isContract: (await provider.getCode(account)) !== "0x",
    })),
  );
  return {
    address,
    contract,
    epoch: Number(epoch),
    members: seats,
    settings: settingsOf(settings),
    proposals: Number(proposals),
    time,
  };
}

/** Settings as the contract gives them. */
export function settingsOf(given: ICouncil.SettingsStruct | ICouncil.SettingsStructOutput): CouncilSettings {
  return {
    quorum: Number(given.quorum),
    upgradeQuorum: Number(given.upgradeQuorum),
    delay: Number(given.delay),
    upgradeDelay: Number(given.upgradeDelay),
    gracePeriod: Number(given.gracePeriod),
  };
}

/** Approvals that a proposal of the level needs. */
export function quorumOf({ quorum, upgradeQuorum }: CouncilSettings, level: ProposalLevel): number {
  return level === "Ordinary" ? quorum : upgradeQuorum;
}

/** Seconds that a proposal of the level waits after its last approval. */
export function delayOf({ delay, upgradeDelay }: CouncilSettings, level: ProposalLevel): number {
  return level === "Upgrade" ? upgradeDelay : delay;
}

/** Objections that stop a proposal for good: the others cannot make the quorum any more. */
export function objectionsNeeded(
  council: Pick<Council, "members" | "settings">,
  level: ProposalLevel,
): number {
  return council.members.length - quorumOf(council.settings, level) + 1;
}

/** Whether the address has a seat. */
export function seatOf({ members }: Pick<Council, "members">, account: string): CouncilSeat | undefined {
  return members.find((seat) => seat.account.toLowerCase() === account.toLowerCase());
}

/** The hash under which the council keeps a name. */
export function nameHashOf(name: string): string {
  return keccakOfText(name);
}

/**
 * The name behind a hash: the ledger keeps no member's name in clear, so only a name that somebody knows can be checked.
 * @param names Candidates, such as the names of the consortium's organisations.
 */
export function nameOfMember(member: CouncilMember, names: Iterable<string>): string | undefined {
  for (const name of names) if (nameHashOf(name) === member.nameHash) return name;
  return undefined;
}
