// SPDX-License-Identifier: Apache-2.0

import { textOfBytes32 } from "#sdk/errors/contractWords.ts";
import { blockTimes, readEvents } from "./logs.ts";
import type { PauseScope } from "./pauseCalls.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** Something that was paused or lifted. */
export interface PauseEvent extends PauseScope {
  readonly kind: "guardian" | "member" | "guardianLifted" | "memberLifted";
  /** Who did it; the programme itself when two officers lifted the guardian's pause. */
  readonly by: string;
  /** Unix seconds. */
  readonly at: number;
  /** Code, such as "LOST-KEYS"; only of a pause. */
  readonly reason?: string;
  /** When a member's pause lapses, Unix seconds. */
  readonly until?: number;
}

/** Everything that was paused and lifted in a programme, newest first. */
export async function readPauseStory(
  suite: Suite,
  { contract }: Pick<ProgrammeHandle, "contract">,
): Promise<PauseEvent[]> {
  const { filters } = contract;
  const [guardian, member, guardianLifted, memberLifted] = await Promise.all([
    readEvents(suite, contract, filters.PausedByGuardian()),
    readEvents(suite, contract, filters.PausedByMember()),
    readEvents(suite, contract, filters.GuardianPauseLifted()),
    readEvents(suite, contract, filters.MemberPauseLifted()),
  ]);
  const found = [
    ...guardian.map((log) => {
      const { guardian: by, reason } = log.args;
      return { log, told: { kind: "guardian" as const, by, reason: textOfBytes32(reason) } };
    }),
    ...member.map((log) => {
      const { member: by, reason, until } = log.args;
      const told = { kind: "member" as const, by, reason: textOfBytes32(reason), until: Number(until) };
      return { log, told };
    }),
    ...guardianLifted.map((log) => ({
      log,
      told: { kind: "guardianLifted" as const, by: log.args.officer },
    })),
    ...memberLifted.map((log) => ({ log, told: { kind: "memberLifted" as const, by: log.args.account } })),
  ];
  const times = await blockTimes(
    suite,
    found.map(({ log }) => log.blockNumber),
  );
  return found
    .sort((a, b) => b.log.blockNumber - a.log.blockNumber || b.log.index - a.log.index)
    .map(({ log, told }) => {
      const { redemptions, payouts } = log.args;
      return { ...told, redemptions, payouts, at: times.get(log.blockNumber) ?? 0 };
    });
}
