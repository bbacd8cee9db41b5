// SPDX-License-Identifier: Apache-2.0

import { actSources } from "./actSources.ts";
import { type CycleTask, cycleTasks } from "./cycleTasks.ts";
import type { ActingOfficer, Role } from "./officers.ts";
import { hindranceOf, type OpenAct, openActs } from "./openActs.ts";
import { type PauseTask, pauseTasks } from "./pauseTasks.ts";
import { type SettlementTask, settlementTasks } from "./settlementTasks.ts";
import { chainTime, type ProgrammeHandle, type Suite } from "./suite.ts";

/** A proposal of somebody else that the officer may approve. */
export interface ActTask {
  readonly kind: "approveAct";
  /** Absent for acts of the account registry and of currency units. */
  readonly programme?: string;
  readonly act: OpenAct;
  /** Whether its waiting time is over. */
  readonly isReady: boolean;
}

/** One thing that waits for an officer on the ledger. */
export type Task = ActTask | CycleTask | SettlementTask | PauseTask;

/**
 * What waits for an officer: acts to approve, cycles to approve, release, load or close, cycles of theirs that came back, shops to
 * settle with, settlements whose payment the bank's statement has to show, pauses of the guardian.
 * @param programmes Those of the officer's organisation.
 * @param roles The officer's, see `officerRoles`.
 */
export async function readTasks(
  suite: Suite,
  programmes: readonly ProgrammeHandle[],
  address: string,
  roles: Iterable<Role>,
): Promise<Task[]> {
  const officer = { address, roles: new Set(roles) };
  const [now, sources] = await Promise.all([chainTime(suite), actSources(suite, programmes)]);
  const organisations = new Set(programmes.map(({ organisation }) => organisation));
  const found = await Promise.all(sources.map((source) => openActs(suite, source)));
  const acts = found
    .flat()
    .filter(({ organisation }) => organisation !== undefined && organisations.has(organisation));
  const ofProgrammes = await Promise.all(
    programmes.map(async (programme) => {
      const waiting = acts.filter(
        ({ contract, lapsesAt }) => contract === programme.address && now <= lapsesAt,
      );
      return [
        ...(await cycleTasks(suite, programme, officer, waiting, now)),
        ...(await settlementTasks(suite, programme, officer, waiting)),
        ...(await pauseTasks(programme, officer, waiting)),
      ];
    }),
  );
  return [...actTasks(acts, programmes, officer, now), ...ofProgrammes.flat()];
}

function actTasks(
  acts: readonly OpenAct[],
  programmes: readonly ProgrammeHandle[],
  officer: ActingOfficer,
  now: number,
): ActTask[] {
  return acts.flatMap((act) => {
    const hindrance = hindranceOf(act, officer, now);
    if (act.rule === undefined || (hindrance !== undefined && hindrance !== "tooEarly")) return [];
    const programme = programmes.find(({ address }) => address === act.contract);
    const place = programme === undefined ? {} : { programme: programme.address };
    return [{ kind: "approveAct" as const, ...place, act, isReady: hindrance === undefined }];
  });
}
