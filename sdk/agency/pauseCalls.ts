// SPDX-License-Identifier: Apache-2.0

import type { Call } from "./call.ts";
import { codeBytes } from "./code.ts";
import { PROGRAMME } from "./faces.ts";
import type { ProgrammeHandle } from "./suite.ts";

type Place = Pick<ProgrammeHandle, "address">;

/** Which switches are meant; at least one. */
export interface PauseScope {
  readonly redemptions: boolean;
  /** Settlements and returns. */
  readonly payouts: boolean;
}

/** Pause as the guardian of the organisation, until it is lifted. @param reason Code such as "LOST-KEYS". @throws AgencyError AGENCY-301. */
export function pauseAsGuardianCall(
  { address }: Place,
  { redemptions, payouts }: PauseScope,
  reason: string,
  guardian: string,
): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("pauseAsGuardian", [redemptions, payouts, codeBytes(reason)]),
    expects: { event: "PausedByGuardian", where: { guardian } },
  };
}

/** Lift the guardian's own pause at once. @param since When it began, Unix seconds: {@link Pause.since}. */
export function liftGuardianPauseCall(
  { address }: Place,
  { redemptions, payouts }: PauseScope,
  since: number,
  guardian: string,
): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("liftGuardianPause", [redemptions, payouts, since]),
    expects: { event: "GuardianPauseLifted", where: { officer: guardian } },
  };
}

/** Pause for seven days as a member of the council, once in each epoch. @throws AgencyError AGENCY-301 for the reason. */
export function pauseAsMemberCall(
  { address }: Place,
  { redemptions, payouts }: PauseScope,
  reason: string,
  member: string,
): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("pauseAsMember", [redemptions, payouts, codeBytes(reason)]),
    expects: { event: "PausedByMember", where: { member } },
  };
}

/** Lift a member's pause before it lapses. @param account The member who paused, or the council. */
export function liftMemberPauseCall(
  { address }: Place,
  { redemptions, payouts }: PauseScope,
  account: string,
): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("liftMemberPause", [redemptions, payouts]),
    expects: { event: "MemberPauseLifted", where: { account } },
  };
}

/** One switch as it stands now. */
export interface Pause {
  readonly isPaused: boolean;
  /** When the guardian paused it, Unix seconds. */
  readonly since?: number;
  /** Member of the council who paused it, and when that lapses, Unix seconds. */
  readonly byMember?: { readonly member: string; readonly until: number };
}

/** What is paused in a programme, and whether it is closed for good. */
export interface ProgrammePauses {
  readonly redemptions: Pause;
  readonly payouts: Pause;
  readonly isClosed: boolean;
}

export async function readPauses({ contract }: Pick<ProgrammeHandle, "contract">): Promise<ProgrammePauses> {
  const [{ redemptions, payouts }, isClosed] = await Promise.all([contract.pauses(), contract.isClosed()]);
  return { redemptions: pauseOf(redemptions), payouts: pauseOf(payouts), isClosed };
}

interface PauseView {
  readonly guardianSince: bigint;
  readonly memberUntil: bigint;
  readonly member: string;
  readonly isPaused: boolean;
}

function pauseOf({ guardianSince, memberUntil, member, isPaused }: PauseView): Pause {
  return {
    isPaused,
    ...(guardianSince === 0n ? {} : { since: Number(guardianSince) }),
    ...(memberUntil === 0n ? {} : { byMember: { member, until: Number(memberUntil) } }),
  };
}
