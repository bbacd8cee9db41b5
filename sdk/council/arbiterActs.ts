// SPDX-License-Identifier: Apache-2.0

import type { CouncilAct } from "./acts.ts";
import type { ArbiterPanel } from "./arbiters.ts";

/** Whom the council names an arbiter, and for how long. */
export interface ArbiterToName {
  readonly arbiter: string;
  /** Last second of the mandate, Unix seconds; undefined: without end. */
  readonly until: number | undefined;
  /** What the list is called, where the council has none yet. */
  readonly panelName: string;
}

/**
 * The appointment; before it, where there is no list yet, the admission of an organisation of the council's own, and after it, where the
 * consortium has no delay, its beginning.
 * @param organisations How many the consortium has.
 */
export function nameArbiterActs(
  council: string,
  { organisation, delay }: Pick<ArbiterPanel, "organisation" | "delay">,
  organisations: number,
  { arbiter, until, panelName }: ArbiterToName,
): CouncilAct[] {
  const own = organisation ?? organisations + 1;
  return [
    ...(organisation === undefined ? [panelNamed(panelName, council)] : []),
    { kind: "nameArbiter", organisation: own, arbiter, until },
    ...(delay === 0 ? [{ kind: "seatArbiter", organisation: own, arbiter } as const] : []),
  ];
}

function panelNamed(name: string, administrator: string): CouncilAct {
  return { kind: "admit", name, organisationKind: "Monitor", iatiIdentifier: "", administrator };
}
