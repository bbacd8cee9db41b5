// SPDX-License-Identifier: Apache-2.0

import { useMemo } from "react";
import { config } from "../../../shared/config/index.ts";
import type { LedgerPlace } from "../worker/ledgerProtocol.ts";

/** Where the worker finds the ledger: the node of this console, by its whole address. */
export function useLedgerPlace(): LedgerPlace {
  return useMemo(() => {
    const { chain, deployment } = config();
    return { rpcUrl: new URL(chain.rpcUrl, window.location.href).href, chainId: chain.id, deployment };
  }, []);
}
