// SPDX-License-Identifier: Apache-2.0

import { hindranceOf, type OpenAct, openActs } from "#sdk/agency/openActs.ts";
import { chainTime, type Suite } from "#sdk/agency/suite.ts";
import { type AgreementHandle, listAgreements } from "./handle.ts";
import { nextSteps, type Step } from "./nextSteps.ts";
import { type Agreement, readAgreement } from "./readAgreement.ts";
import { isParty, mayTake, readJudges, readStanding, readVerified, type Standing } from "./standing.ts";

/** An agreement in which somebody has a part, and what waits for them in it. */
export interface OwnAgreement {
  readonly handle: AgreementHandle;
  readonly agreement: Agreement;
  readonly standing: Standing;
  /** Steps that the agreement waits for and that they may take. */
  readonly steps: readonly Step[];
  /** Proposals of other officers that they may approve. */
  readonly acts: readonly OpenAct[];
}

/** Agreements in which an address has a part, in the order of their creation. */
export async function readOwnAgreements(suite: Suite, address: string): Promise<OwnAgreement[]> {
  const [handles, now] = await Promise.all([listAgreements(suite), chainTime(suite)]);
  const found = await Promise.all(handles.map((handle) => readOwnAgreement(suite, handle, address, now)));
  return found.filter(({ standing }) => isParty(standing));
}

/** One agreement as somebody sees it. @param now Unix seconds of the chain. */
export async function readOwnAgreement(
  suite: Suite,
  handle: AgreementHandle,
  address: string,
  now: number,
): Promise<OwnAgreement> {
  const agreement = await readAgreement(handle.contract);
  const judges = await readJudges(handle, agreement.version);
  const standing = await readStanding(suite, handle, judges, address);
  const [verified, acts] = await Promise.all([
    standing.monitorIn.size === 0 ? new Set<number>() : readVerified(handle, agreement, address),
    standing.agency.size === 0 ? [] : actsFor(suite, handle, standing, now),
  ]);
  const steps = nextSteps(agreement, now).filter(
    (step) => step.isWaitedFor && mayTake(standing, agreement, step, verified),
  );
  return { handle, agreement, standing, steps, acts };
}

async function actsFor(suite: Suite, handle: AgreementHandle, standing: Standing, now: number) {
  const source = { address: handle.address, organisation: handle.agency };
  const acts = await openActs(suite, source);
  const officer = { address: standing.address, roles: standing.agency };
  return acts.filter((act) => act.rule !== undefined && hindranceOf(act, officer, now) === undefined);
}
