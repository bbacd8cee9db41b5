// SPDX-License-Identifier: Apache-2.0

import { seedOffice } from "#scripts/seed/office.ts";
import { openPeople } from "#scripts/seed/people.ts";
import { openProvider, suiteOn } from "#sdk/agency/index.ts";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { startOfficeServer } from "#server/office/server.ts";
import type { Home } from "./home.ts";
import { LOCAL_CHAIN } from "./localChain.ts";

/** The agency of the demonstration is the first that its consortium admits. */
export const DEMO_ORGANISATION = 1;

export interface DemoOfficeOptions {
  readonly home: Home;
  readonly port: number;
  /** Where the console is served from. */
  readonly appUrl: string;
  readonly chainUrl: string;
  readonly deployment: Deployment;
  readonly tell: (line: string) => void;
}

export interface DemoOffice {
  readonly url: string;
  stop(): Promise<void>;
}

/** The demonstration's office server with its relayer; filled at its first start. */
export async function startDemoOffice(options: DemoOfficeOptions): Promise<DemoOffice> {
  const { home, port, appUrl, chainUrl, deployment, tell } = options;
  const provider = openProvider(chainUrl, LOCAL_CHAIN);
  try {
    const office = await startOfficeServer({
      port,
      host: "127.0.0.1",
      rpcUrl: chainUrl,
      deployment,
      organisation: DEMO_ORGANISATION,
      database: { sqliteFile: home.office },
      relayerKey: openPeople(provider).relayer.privateKey,
      origins: [appUrl],
      log: () => undefined,
    });
    try {
      const suite = suiteOn(provider, deployment);
      await seedOffice({
        suite,
        folder: home.demo,
        officeUrl: office.url,
        appUrl,
        chainId: LOCAL_CHAIN,
        tell,
      });
    } catch (error) {
      await office.stop();
      throw error;
    }
    return office;
  } finally {
    provider.destroy();
  }
}
