// SPDX-License-Identifier: Apache-2.0

import type { WalletAddition } from "../shared/wallet/index.ts";
import { demoConnector } from "./demoConnector.ts";
import { PlayAs } from "./PlayAs.tsx";
import { readPlayers } from "./readPlayers.ts";

/**
 * The demonstration's people, so that one person can play all of them without a wallet. Only in the build for the demonstration;
 * their keys are known to everybody.
 */
export async function openDemo(): Promise<WalletAddition> {
  const players = await readPlayers();
  const connectors = players.map(demoConnector);
  const ids = new Set(players.map(({ id }) => id));
  return { connectors, ids, Menu: PlayAs };
}
