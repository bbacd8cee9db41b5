// SPDX-License-Identifier: Apache-2.0

import type { Pause, PauseScope, ProgrammePauses } from "#sdk/agency/index.ts";

/** Switches that one signature sets going again. */
export interface Lift extends PauseScope {
  /** When the guardian paused them, Unix seconds; 0 for a member's pause, which is not restated. */
  readonly since: number;
}

type Switches = Pick<ProgrammePauses, "redemptions" | "payouts">;

/** How the guardian's pause can be lifted. A lifting restates when the pause began, so pauses of two moments take two of them. */
export function guardianLifts({ redemptions, payouts }: Switches): readonly Lift[] {
  return liftsOf(redemptions.since, payouts.since, redemptions.since === payouts.since);
}

/** How this member can lift their own pause before it lapses. @param now Unix seconds. */
export function memberLifts(
  { redemptions, payouts }: Switches,
  member: string,
  now: number,
): readonly Lift[] {
  return liftsOf(ownPause(redemptions, member, now), ownPause(payouts, member, now), true);
}

/** Switches that a member could pause: those that no member pauses already. @param now Unix seconds. */
export function pausableByMember({ redemptions, payouts }: Switches, now: number): PauseScope {
  return { redemptions: !isByMember(redemptions, now), payouts: !isByMember(payouts, now) };
}

function liftsOf(
  redemptions: number | undefined,
  payouts: number | undefined,
  areOne: boolean,
): readonly Lift[] {
  const single = [
    ...(redemptions === undefined ? [] : [{ redemptions: true, payouts: false, since: redemptions }]),
    ...(payouts === undefined ? [] : [{ redemptions: false, payouts: true, since: payouts }]),
  ];
  if (redemptions === undefined || payouts === undefined || !areOne) return single;
  return [{ redemptions: true, payouts: true, since: redemptions }, ...single];
}

function ownPause(pause: Pause, member: string, now: number): number | undefined {
  const isOwn = pause.byMember?.member.toLowerCase() === member.toLowerCase();
  return isOwn && isByMember(pause, now) ? 0 : undefined;
}

function isByMember({ byMember }: Pause, now: number): boolean {
  return byMember !== undefined && now < byMember.until;
}
