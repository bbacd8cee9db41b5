// SPDX-License-Identifier: Apache-2.0

import { isOfficeSeeded, seedOffice } from "#scripts/seed/office.ts";
import { openPeople } from "#scripts/seed/people.ts";
import { openProvider, type Suite, suiteOn } from "#sdk/agency/index.ts";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { startOfficeServer } from "#server/office/server.ts";
import { type Home, wipeOffice } from "./home.ts";
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
  const { home, port, appUrl, chainUrl, deployment } = options;
  const provider = openProvider(chainUrl, LOCAL_CHAIN);
  try {
    const isSeeded = isOfficeSeeded(home.demo);
    if (!isSeeded) await wipeOffice(home);
    const office = await startOfficeServer({
      port,
      host: "127.0.0.1",
      rpcUrl: chainUrl,
      deployment,
      organisation: DEMO_ORGANISATION,
      database: { sqliteFile: home.office },
      relayerKey: openPeople(provider).relayer.privateKey,
      origins: [appUrl],
    });
    if (!isSeeded) await seed(options, suiteOn(provider, deployment), office);
    return office;
  } finally {
    provider.destroy();
  }
}

async function seed(
  { home, appUrl, tell }: DemoOfficeOptions,
  suite: Suite,
  office: DemoOffice,
): Promise<void> {
  const place = { officeUrl: office.url, appUrl, chainId: LOCAL_CHAIN };
  try {
    await seedOffice({ suite, folder: home.demo, tell, ...place });
  } catch (error) {
    await office.stop();
    throw error;
  }
}
