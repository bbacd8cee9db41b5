// SPDX-License-Identifier: Apache-2.0

import { useCallback, useEffect, useRef, useState } from "react";
import type { HouseholdKey } from "../../../shared/households/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import type { WorkProgress } from "../worker/ledgerProtocol.ts";
import { useLedgerPlace } from "./useLedgerPlace.ts";

/** How often the registry is asked again while households wait for an account. */
const LOOK_MS = 30_000;

interface AccountsLook {
  /** How far the look is that is under way. */
  readonly progress: WorkProgress | undefined;
  readonly look: () => void;
}

/** Looks the accounts of the list up: at once when that is new, by itself while some are missing, and when asked to. */
export function useAccounts(desk: ImportDesk, key: HouseholdKey | undefined): AccountsLook {
  const { worker, dispatch, fail, state } = desk;
  const place = useLedgerPlace();
  const [progress, setProgress] = useState<WorkProgress>();
  const isLooking = useRef(false);
  const look = useCallback(() => {
    if (key === undefined || isLooking.current) return;
    isLooking.current = true;
    const { consortiumKey, keyVersion, namespace } = key;
    const question = { place, key: { consortiumKey, keyVersion, namespace } };
    setProgress({ done: 0, total: 0 });
    void worker
      .ask("findAccounts", question, { onProgress: setProgress })
      .then((accounts) => dispatch({ type: "accountsFound", accounts }), fail)
      .finally(() => {
        isLooking.current = false;
        setProgress(undefined);
      });
  }, [key, place, worker, dispatch, fail]);
  const isNew = state.accounts === undefined;
  const isWaiting = (state.accounts?.unopened ?? 0) > 0;
  useEffect(() => {
    if (isNew) look();
  }, [isNew, look]);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [isWaiting, look]);
  return { progress, look };
}
