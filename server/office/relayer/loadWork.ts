// SPDX-License-Identifier: Apache-2.0

import { IProgramme__factory } from "#bindings/index.ts";
import { contractWord } from "#sdk/errors/contractWords.ts";
import { buildEntitlementList, decodeNamelessList } from "#sdk/list/index.ts";
import { loadCycle, restOfCycle } from "#sdk/relay/index.ts";
import { jobError } from "./errors.ts";
import type { Work, Workplace } from "./workplace.ts";

/**
 * Loading a cycle's list, from the nameless list that the office keeps.
 * @throws OfficeError OFFICE-604 without the list, OFFICE-605 when the ledger has another one, OFFICE-606 before it is approved.
 */
export async function loadWork(
  { suite, signer, sources }: Workplace,
  programme: string,
  cycle: number,
): Promise<Work> {
  const text = await sources.listOf(programme, cycle);
  if (text === undefined) throw jobError("noList", { cycle });
  const scope = { chainId: suite.chainId, programme, cycleId: cycle };
  const { root, chunks } = await buildEntitlementList(decodeNamelessList(text), scope);
  const contract = IProgramme__factory.connect(programme, suite.provider);
  const { listRoot, state } = await contract.cycleOf(cycle);
  if (listRoot !== root) throw jobError("otherList", { cycle });
  const word = contractWord("cycleState", state);
  if (word !== "approved") throw jobError("notApproved", { cycle, state: word });
  return {
    total: chunks.length,
    rest: () => restOfCycle(suite.provider, programme, cycle, chunks),
    async run(options) {
      await loadCycle(signer, programme, cycle, chunks, options);
      return { chunks: chunks.length };
    },
  };
}
