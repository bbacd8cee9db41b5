// SPDX-License-Identifier: Apache-2.0

import type { ActingOfficer } from "./officers.ts";
import type { OpenAct } from "./openActs.ts";
import { type PauseScope, readPauses } from "./pauseCalls.ts";
import type { ProgrammeHandle } from "./suite.ts";

/** A programme that its guardian keeps paused: nothing in it moves until somebody lifts it. */
export interface PauseTask extends PauseScope {
  readonly kind: "liftPause";
  readonly programme: string;
  /** When the older of the two pauses began, Unix seconds. */
  readonly since: number;
}

/**
 * What waits for an officer about a guardian's pause: the guardian lifts it at once, Finance proposes to. A member's pause lapses by
 * itself and waits for nobody.
 * @param acts The programme's open acts: a lifting that is proposed already does not wait again for Finance.
 */
export async function pauseTasks(
  programme: ProgrammeHandle,
  { roles }: ActingOfficer,
  acts: readonly OpenAct[],
): Promise<PauseTask[]> {
  const isProposed = acts.some(({ name }) => name === "liftGuardianPause");
  if (!roles.has("Guardian") && (!roles.has("Finance") || isProposed)) return [];
  const { redemptions, payouts } = await readPauses(programme);
  const began = [redemptions.since, payouts.since].filter((since) => since !== undefined);
  if (began.length === 0) return [];
  return [
    {
      kind: "liftPause",
      programme: programme.address,
      redemptions: redemptions.since !== undefined,
      payouts: payouts.since !== undefined,
      since: Math.min(...began),
    },
  ];
}
