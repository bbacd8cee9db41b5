// SPDX-License-Identifier: Apache-2.0

import { publishApp } from "#scripts/app/publish.ts";
import { demoPlayers } from "#scripts/seed/cast.ts";
import { DEMO_PASSPHRASE, DEMO_PIN } from "#scripts/seed/office.ts";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { freshApp } from "./builds.ts";
import type { Home } from "./home.ts";
import { LOCAL_CHAIN } from "./localChain.ts";
import { DEMO_ORGANISATION } from "./office.ts";

export interface DemoConsole {
  readonly home: Home;
  readonly chainUrl: string;
  readonly officeUrl: string;
  readonly deployment: Deployment;
  readonly tell: (line: string) => void;
}

/**
 * Publish the demonstration's console: the build with its officers in it, for this machine's ports.
 * @returns the folder to serve.
 * @throws StartError START-301.
 */
export async function publishDemo({
  home,
  chainUrl,
  officeUrl,
  deployment,
  tell,
}: DemoConsole): Promise<string> {
  const app = await freshApp(tell);
  await publishApp({
    app,
    out: home.app,
    config: {
      format: "annona-config-1",
      chain: { id: LOCAL_CHAIN, name: "Annona demonstration", rpcUrl: chainUrl, currencySymbol: "ETH" },
      // The history server hands out these files, so that it is where they come from.
      historyUrl: "",
      officeUrl,
      organisation: DEMO_ORGANISATION,
      deployment,
      demonstration: { passphrase: DEMO_PASSPHRASE, pin: DEMO_PIN },
    },
    files: { "demo.json": { format: "annona-demo-2", players: demoPlayers() } },
  });
  return home.app;
}
