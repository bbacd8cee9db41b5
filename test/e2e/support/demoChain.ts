// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { writeDeployment } from "#scripts/deploy/deploymentFiles.ts";
import { seedDemo } from "#scripts/seed/demo.ts";
import { openPeople, type People } from "#scripts/seed/people.ts";
import { deployWrappedEther } from "#scripts/seed/programme.ts";
import { startAnvil } from "#scripts/start/anvil.ts";
import { freePort } from "#scripts/start/ports.ts";
import {
  listProgrammes,
  openProvider,
  type ProgrammeHandle,
  type Suite,
  suiteOn,
} from "#sdk/agency/index.ts";

const CHAIN_ID = 31_337;

/** A chain with the demonstration on it, and no servers. */
export interface DemoChain {
  readonly url: string;
  /** Home of the command line: the deployment file, and the demonstration's folder. */
  readonly folder: string;
  /** Everybody's keys, the consortium's key and the lists. */
  readonly demo: string;
  readonly suite: Suite;
  readonly people: People;
  readonly programmes: readonly ProgrammeHandle[];
  stop(): Promise<void>;
}

export async function startDemoChain(): Promise<DemoChain> {
  const folder = await mkdtemp(join(tmpdir(), "annona-demo-chain-"));
  const chain = await startAnvil({ port: await freePort() });
  const provider = openProvider(chain.url, CHAIN_ID);
  const stop = async (): Promise<void> => {
    provider.destroy();
    await chain.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const people = openPeople(provider);
    const { address: council } = people.council;
    const wrappedEther = await deployWrappedEther(people.donor);
    const places = { provider, deployer: council, council, wrappedEther };
    const deployment = await deployCore({ ...places, grantDelay: 0, journal: join(folder, "journal") });
    await writeDeployment(join(folder, "deployments"), deployment);
    const suite = suiteOn(provider, deployment);
    const demo = join(folder, "demo");
    await seedDemo(suite, demo, () => undefined);
    return { url: chain.url, folder, demo, suite, people, programmes: await listProgrammes(suite), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
