// SPDX-License-Identifier: Apache-2.0

import { injected } from "wagmi/connectors";
import { demoProvider } from "./demoProvider.ts";
import { groupOf, roleOf } from "./playerWords.ts";
import type { DemoPlayer } from "./readPlayers.ts";

/** Somebody of the demonstration as a wallet of their own. */
export function demoConnector(player: DemoPlayer) {
  const provider = demoProvider(player);
  const name = `${roleOf(player)}, ${groupOf(player)}`;
  return injected({ target: { id: player.id, name, provider } });
}
