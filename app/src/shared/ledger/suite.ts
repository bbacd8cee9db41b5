// SPDX-License-Identifier: Apache-2.0

import { JsonRpcProvider } from "ethers";
import { type Suite, suiteOn } from "#sdk/agency/suite.ts";
import { config } from "../config/index.ts";

/** Questions that are asked in the same few milliseconds travel together: a slow line pays for each journey. */
const MOST_IN_ONE_REQUEST = 40;
const GATHER_MS = 5;

let opened: Suite | undefined;

/**
 * The contracts on the agency's own node, for reading and simulating. One for the whole page. Wallets read through nodes of their own
 * choice, so what an officer is told never comes from there.
 */
export function suite(): Suite {
  opened ??= openSuite();
  return opened;
}

function openSuite(): Suite {
  const { chain, deployment } = config();
  const provider = new JsonRpcProvider(chain.rpcUrl, chain.id, {
    staticNetwork: true,
    batchMaxCount: MOST_IN_ONE_REQUEST,
    batchStallTime: GATHER_MS,
    // A remembered answer would show an officer the ledger as it was before their own act.
    cacheTimeout: -1,
  });
  return suiteOn(provider, deployment);
}
