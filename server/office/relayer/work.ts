// SPDX-License-Identifier: Apache-2.0

import { readProgramme } from "#sdk/agency/suite.ts";
import { jobError } from "./errors.ts";
import { loadWork } from "./loadWork.ts";
import { openWork } from "./openWork.ts";
import { receiptsWork } from "./receiptsWork.ts";
import type { JobRequest, Work, Workplace } from "./workplace.ts";

/**
 * Get a job ready.
 * @throws OfficeError OFFICE-603 to OFFICE-610 when it cannot be done as it stands.
 */
export async function workOf(place: Workplace, request: JobRequest): Promise<Work> {
  if (request.kind === "open") return await openWork(place, request.request);
  await requireOwn(place, request.programme);
  return request.kind === "load"
    ? await loadWork(place, request.programme, request.cycle)
    : receiptsWork(place, request.programme, request.batches);
}

/** The relayer's money is the organisation's: it is spent on its own programmes only. */
async function requireOwn({ suite, organisation }: Workplace, programme: string): Promise<void> {
  const isOwn =
    (await suite.factory.isProgramme(programme)) &&
    (await readProgramme(suite, programme)).organisation === organisation;
  if (!isOwn) throw jobError("otherProgramme");
}
