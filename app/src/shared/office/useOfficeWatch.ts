// SPDX-License-Identifier: Apache-2.0

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useWallet } from "../wallet/useWallet.ts";
import { officeLine, subscribeToLine } from "./line.ts";
import { ME_KEY, useOfficeSession } from "./useOfficeSession.ts";

/**
 * Keeps the session honest, in one place of the page: it ends when the wallet goes to another account, and is asked for again when the
 * server says to any request that there is none.
 */
export function useOfficeWatch(): void {
  const queryClient = useQueryClient();
  const { isConnecting } = useWallet();
  const { other, endOther } = useOfficeSession();
  const { expiries } = useSyncExternalStore(subscribeToLine, officeLine);
  useEffect(() => {
    // While a connection is restored the account is the one of the last visit, which may not be the wallet's any more.
    if (other === undefined || isConnecting) return;
    endOther(other);
  }, [other, isConnecting, endOther]);
  useEffect(() => {
    if (expiries > 0 && queryClient.getQueryData(ME_KEY) != null) {
      void queryClient.invalidateQueries({ queryKey: ME_KEY });
    }
  }, [expiries, queryClient]);
}
