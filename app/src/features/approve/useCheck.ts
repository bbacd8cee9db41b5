// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type CycleDetail, hashTerms, type ProgrammeHandle, type Suite } from "#sdk/agency/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";
import { checkInWorker } from "./check/askWorker.ts";
import type { CheckedList } from "./check/checkList.ts";
import { type ComparedFact, compareFacts } from "./check/compareTerms.ts";
import { type ReadOfficeList, readEarlier } from "./check/readEarlier.ts";
import type { ListSource } from "./useSource.ts";

/** What this machine makes of a list. */
export interface Verdict {
  readonly checked: CheckedList;
  readonly facts: readonly ComparedFact[];
  /** Whether every fact is the prepared one. */
  readonly agrees: boolean;
}

/**
 * Check the files at hand against the cycle's terms, once per set of files. The result is dropped with the page: it is as large as the
 * list.
 */
export function useCheck(programme: ProgrammeHandle, cycle: CycleDetail, source: ListSource) {
  const suite = useSuite();
  const { client, state } = useOffice();
  const readOfficeList: ReadOfficeList =
    state === "signedIn" ? (number) => client.readListText(programme.address, number) : undefined;
  return useQuery({
    queryKey: [OFFICE_KEY, "check", programme.address, cycle.cycle, cycle.termsHash, source.id],
    queryFn: ({ signal }) => check(suite, programme, cycle, source, readOfficeList, signal),
    enabled: source.files !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
    retry: false,
  });
}

async function check(
  suite: Suite,
  programme: ProgrammeHandle,
  cycle: CycleDetail,
  { files }: Pick<ListSource, "files">,
  readOfficeList: ReadOfficeList,
  signal: AbortSignal,
): Promise<Verdict> {
  if (files === undefined) throw new Error("There is no list to check.");
  const { address, currency, step } = programme;
  const [earlier, registryDigest] = await Promise.all([
    readEarlier(suite, programme, cycle, files.sheet, readOfficeList),
    suite.accounts.digestAt(cycle.terms.checkpoint),
  ]);
  const checked = await checkInWorker(
    {
      scope: { chainId: suite.chainId, programme: address, cycleId: cycle.cycle },
      currency,
      step,
      list: files.list,
      earlier,
      preparedSheet: cycle.terms.controlSheet,
    },
    signal,
  );
  const facts = factsOf(suite, programme, cycle, checked, registryDigest);
  return { checked, facts, agrees: facts.every(({ isEqual }) => isEqual) };
}

/** The plan (dates, kind) is taken as prepared, because only its author knows it; everything else is worked out here. */
function factsOf(
  suite: Suite,
  { address }: ProgrammeHandle,
  { cycle, terms, termsHash }: CycleDetail,
  checked: CheckedList,
  registryDigest: string,
): readonly ComparedFact[] {
  const own = {
    listRoot: checked.root,
    chunks: checked.chunks,
    households: checked.households,
    total: checked.total,
    controlSheet: checked.sheetHash,
    registryDigest,
  };
  const ownHash = hashTerms(suite, address, cycle, { ...terms, ...own });
  return compareFacts({ ...terms, termsHash }, { ...own, termsHash: ownHash });
}
