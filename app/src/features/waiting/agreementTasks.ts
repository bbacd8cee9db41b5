// SPDX-License-Identifier: Apache-2.0

import type { OpenAct } from "#sdk/agency/index.ts";
import type { OwnAgreement, Step } from "#sdk/agreements/index.ts";

/** One thing that waits for the reader in an agreement: a step, or a colleague's proposal. */
export interface AgreementTask {
  readonly key: string;
  readonly agreement: string;
  readonly title: string;
  readonly step?: Step;
  readonly act?: OpenAct;
}

/** What waits in all agreements: first what has a date, by that, then everything else in the order of the agreements. */
export function agreementTasks(agreements: readonly OwnAgreement[]): AgreementTask[] {
  return agreements
    .flatMap(({ handle: { address: agreement, title }, steps, acts }) => [
      ...steps.map((step) => ({
        key: `${agreement} ${step.step} ${step.milestone ?? ""}`,
        agreement,
        title,
        step,
      })),
      ...acts.map((act) => ({ key: `${agreement} act ${act.actId}`, agreement, title, act })),
    ])
    .toSorted((a, b) => untilOf(a) - untilOf(b));
}

function untilOf({ step }: AgreementTask): number {
  return step?.until ?? Number.POSITIVE_INFINITY;
}
