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
  /** Every step that anybody can take now. */
  readonly next: readonly Step[];
  /** Those of them that they may take. */
  readonly may: readonly Step[];
  /** Those of these that the agreement waits for. */
  readonly steps: readonly Step[];
  /** Proposals of other officers that they may approve. */
  readonly acts: readonly OpenAct[];
}

/** Agreements in which an address has a part, in the order of their creation. */
export async function readOwnAgreements(suite: Suite, address: string): Promise<OwnAgreement[]> {
  const [handles, now] = await Promise.all([listAgreements(suite), timeNow(suite)]);
  const found = await Promise.all(handles.map((handle) => readOwnAgreement(suite, handle, address, now)));
  return found.filter(({ standing }) => isParty(standing));
}

/** The clock's time, or the chain's where that is ahead: a quiet chain makes no blocks. Unix seconds. */
export async function timeNow(suite: Pick<Suite, "provider">): Promise<number> {
  return Math.max(await chainTime(suite), Math.floor(Date.now() / 1_000));
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
  const next = nextSteps(agreement, now);
  const may = next.filter((step) => mayTake(standing, agreement, step, verified));
  return {
    handle,
    agreement,
    standing,
    next,
    may,
    steps: may.filter(({ isWaitedFor }) => isWaitedFor),
    acts,
  };
}

async function actsFor(suite: Suite, handle: AgreementHandle, standing: Standing, now: number) {
  const source = { address: handle.address, organisation: handle.agency };
  const acts = await openActs(suite, source);
  const officer = { address: standing.address, roles: standing.agency };
  return acts.filter((act) => act.rule !== undefined && hindranceOf(act, officer, now) === undefined);
}
