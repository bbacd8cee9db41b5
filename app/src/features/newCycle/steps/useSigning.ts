// SPDX-License-Identifier: Apache-2.0

import { useRef, useState } from "react";
import { type ProgrammeHandle, prepareCycleCall, termsOf } from "#sdk/agency/index.ts";
import { type Act, type ActBuild, useAct } from "../../../shared/act/index.ts";
import { saveHouseholds } from "../../../shared/households/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import type { DraftDesk } from "../draft/useDraft.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { planTerms } from "../plan/plan.ts";
import { importFault } from "../worker/faults.ts";
import type { OfficeLists } from "./useCheck.ts";
import { useLedgerPlace } from "./useLedgerPlace.ts";

/** What is being stored before the signature; undefined while nothing is. */
export type Storing =
  | { readonly kind: "list" }
  | { readonly kind: "households"; readonly done: number; readonly total: number }
  | undefined;

interface Signing {
  readonly act: Act;
  readonly build: ActBuild;
  readonly storing: Storing;
}

/** Households on their way into the office's map at once: 16 pages of it. */
const AT_ONCE = 4_096;

interface SigningInput {
  readonly desk: ImportDesk;
  readonly draft: DraftDesk;
  readonly programme: ProgrammeHandle;
  /** Number that the cycle is going to have. */
  readonly cycle: number;
  readonly previous: OfficeLists["previous"];
}

/** One signature: the list is stored for the approvers and the household map saved before the wallet is asked. */
export function useSigning({ desk, draft, programme, cycle, previous }: SigningInput): Signing {
  const { client } = useOffice();
  const place = useLedgerPlace();
  const [storing, setStoring] = useState<Storing>();
  const { worker, money, dispatch, state } = desk;
  // The number that was signed: once the cycle is on the ledger, `cycle` is the next one.
  const signed = useRef(cycle);
  const act = useAct({
    name: "prepare-cycle",
    onDone() {
      const prepared = signed.current;
      dispatch({ type: "prepared", cycle: prepared });
      if (draft.draft === undefined) return;
      // What went wrong stands in the store's status; the cycle is prepared all the same.
      draft.store.change({ state: "prepared", cycle: prepared }).catch(() => undefined);
    },
  });

  const store: ActBuild = async ({ suite, officer }) => {
    const plan = state.plan && planTerms(state.plan);
    if (plan === undefined || state.accounts === undefined) throw importFault("notLookedUp");
    if (Number(await programme.contract.nextCycleId()) !== cycle) {
      dispatch({ type: "cycleTaken" });
      throw importFault("listTaken");
    }
    setStoring({ kind: "list" });
    const question = { place, programme: programme.address, money, cycle, previous: previous?.text };
    const { facts, listText, sheetText } = await worker.ask("finish", question);
    await client.createList({ facts, list: listText, sheet: sheetText });
    await saveMap(worker, state.accounts.open, (done, total) =>
      setStoring({ kind: "households", done, total }),
    );
    signed.current = cycle;
    return prepareCycleCall(suite, programme, cycle, termsOf({ facts }, plan), officer.address);
  };
  const build: ActBuild = async (ground) => {
    try {
      return await store(ground);
    } finally {
      setStoring(undefined);
    }
  };
  return { act, build, storing };
}

/** By stretches, so that the page stays alive beside a hundred thousand households. */
async function saveMap(
  worker: ImportDesk["worker"],
  total: number,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  for (let from = 0; from < total; from += AT_ONCE) {
    onProgress(from, total);
    const households = await worker.ask("households", { from, count: AT_ONCE });
    await saveHouseholds(households, {
      onProgress: ({ done }) => onProgress(Math.min(from + done, total), total),
    });
  }
}
