// SPDX-License-Identifier: Apache-2.0

import { type NumberedOpening, planOpening } from "#sdk/agency/openings.ts";
import { pushOpening, restOfOpening } from "#sdk/relay/index.ts";
import { jobError } from "./errors.ts";
import type { JobResult, Work, Workplace } from "./workplace.ts";

/**
 * Opening the accounts of a request that a custodian has announced on the ledger.
 * @throws OfficeError OFFICE-607 without the request, OFFICE-608 before it is announced.
 */
export async function openWork(place: Workplace, request: string): Promise<Work> {
  const { suite, organisation, sources } = place;
  const commitments = await sources.commitmentsOf(request);
  if (commitments === undefined) throw jobError("noRequest");
  const { opening, isAnnounced, households } = await planOpening(suite, organisation, commitments);
  const finish = async (chunks: number): Promise<JobResult> => {
    await sources.accountsOpened(request);
    return { chunks, households };
  };
  if (opening === undefined) {
    // Every household has an account: an earlier run, or somebody else, has brought them to the ledger.
    return { total: 0, rest: async () => ({ remaining: 0, gas: 0n }), run: () => finish(0) };
  }
  if (!isAnnounced) throw jobError("notAnnounced");
  return pushWork(place, opening, finish);
}

function pushWork(
  { suite, signer }: Workplace,
  { openingId, chunks }: NumberedOpening,
  finish: (chunks: number) => Promise<JobResult>,
): Work {
  const registry = suite.deployment.contracts.accounts;
  return {
    total: chunks.length,
    rest: () => restOfOpening(suite.provider, registry, openingId, chunks),
    async run(options) {
      await pushOpening(signer, registry, openingId, chunks, options);
      return await finish(chunks.length);
    },
  };
}
