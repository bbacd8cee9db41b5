// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import { readDeployment } from "#scripts/deploy/deploymentFiles.ts";
import { openProvider } from "#sdk/agency/index.ts";
import { pause } from "#sdk/relay/connection.ts";
import { startHistoryServer } from "#server/history/server.ts";
import { freshContracts } from "./builds.ts";
import { publishDemo } from "./console.ts";
import { forgetRunning, type Home, writeRunning } from "./home.ts";
import { LOCAL_CHAIN, startLocalChain } from "./localChain.ts";
import { startDemoOffice } from "./office.ts";
import { endOrphan } from "./orphan.ts";
import { requireFree } from "./ports.ts";
import { StartError } from "./StartError.ts";

export interface StartOptions {
  readonly home: Home;
  readonly deployments: string;
  readonly appPort: number;
  readonly chainPort: number;
  readonly officePort: number;
  /** Called with a line for people before each longer step. */
  readonly tell: (line: string) => void;
}

/** Annona running on this machine. */
export interface Annona {
  /** Where app and history answer. */
  readonly url: string;
  readonly chainUrl: string;
  /** Resolves with the error when the chain ends by itself. */
  readonly failed: Promise<StartError>;
  /** Stop everything in order, the chain last. */
  stop(): Promise<void>;
}

/**
 * Build what is stale, bring up the chain, deploy and seed it where needed, serve history and app.
 * @throws StartError, AnnonaError DEPLOY-201, HistoryError; nothing is left running then.
 */
export async function startAnnona(options: StartOptions): Promise<Annona> {
  const { home, deployments, appPort, chainPort, officePort, tell } = options;
  await endOrphan(home, tell);
  await requireFree({ port: appPort, what: "the app", variable: "PORT" });
  await requireFree({ port: chainPort, what: "the local chain", variable: "CHAIN_PORT" });
  await requireFree({ port: officePort, what: "the office server", variable: "OFFICE_PORT" });
  await freshContracts(tell);
  const officeUrl = `http://127.0.0.1:${officePort}`;
  const chain = await startLocalChain({ home, port: chainPort, deployments, officeUrl, tell });
  const running: Stoppable[] = [chain];
  try {
    const url = `http://127.0.0.1:${appPort}`;
    await writeRunning(home, { pid: chain.pid, owner: process.pid, chainUrl: chain.url, appUrl: url });
    const deployment = await readDeployment(deployments, LOCAL_CHAIN);
    const office = await startDemoOffice({
      home,
      port: officePort,
      appUrl: url,
      chainUrl: chain.url,
      deployment,
      tell,
    });
    running.push(office);
    const server = await startHistoryServer({
      port: appPort,
      rpcUrl: chain.url,
      deployment,
      database: { sqliteFile: home.history },
      staticFolder: await publishDemo({ home, chainUrl: chain.url, officeUrl: office.url, deployment, tell }),
      pollEvery: 500,
    });
    running.push(server);
    await caughtUp(server.url, chain.url);
    let isStopping = false;
    return {
      url: server.url,
      chainUrl: chain.url,
      failed: chain.ended.then(() =>
        isStopping ? new Promise<never>(() => undefined) : new StartError("chainEnded"),
      ),
      async stop() {
        isStopping = true;
        await stopAll(running);
        await forgetRunning(home);
      },
    };
  } catch (error) {
    await stopAll(running);
    await forgetRunning(home);
    throw error;
  }
}

interface Stoppable {
  stop(): Promise<void>;
}

/** The newest first, so that nothing outlives what it stands on. */
async function stopAll(running: readonly Stoppable[]): Promise<void> {
  for (const part of running.toReversed()) await part.stop();
}

/** How long the first page may wait for the history of a long chain; after that it shows what is there so far. */
const INDEX_PATIENCE = 30_000;

/** Wait until the history has what the chain has now, so that nobody opens an empty page. */
async function caughtUp(url: string, chainUrl: string): Promise<void> {
  const provider = openProvider(chainUrl, LOCAL_CHAIN);
  const givesUpAt = Date.now() + INDEX_PATIENCE;
  try {
    const head = await provider.getBlockNumber();
    while (Date.now() < givesUpAt) {
      const answer = await fetch(`${url}/api/status`);
      const { indexedTo } = statusSchema.parse(await answer.json());
      if ((indexedTo?.number ?? -1) >= head) return;
      await pause(50);
    }
  } finally {
    provider.destroy();
  }
}

const statusSchema = z.object({ indexedTo: z.object({ number: z.int() }).nullable() });
