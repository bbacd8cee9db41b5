// SPDX-License-Identifier: Apache-2.0

import { PROGRAMME } from "../faces.ts";
import type { PauseScope } from "../pauseCalls.ts";

/** Lift the guardian's pause as two officers; waits two days. @param since When the pause began, Unix seconds. */
export function liftGuardianPause({ redemptions, payouts }: PauseScope, since: number): string {
  return PROGRAMME.encodeFunctionData("liftGuardianPause", [redemptions, payouts, since]);
}

/** Close the programme for good; waits two days. @param source Recorded source that gets whatever the programme still holds. */
export function closeProgramme(source: string): string {
  return PROGRAMME.encodeFunctionData("closeProgramme", [source]);
}
