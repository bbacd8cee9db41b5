// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JsonRpcProvider } from "ethers";
import type { Browser } from "playwright-core";
import { publishApp } from "#scripts/app/publish.ts";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { foundAgency, KEY_VERSION } from "#scripts/seed/consortium.ts";
import { NAMESPACE } from "#scripts/seed/lists.ts";
import { type OfficePlace, signInAs } from "#scripts/seed/officeSession.ts";
import { openPeople, type People } from "#scripts/seed/people.ts";
import { deployWrappedEther } from "#scripts/seed/programme.ts";
import { freshConsole } from "#scripts/start/builds.ts";
import { freePort } from "#scripts/start/ports.ts";
import { type Suite, suiteOn } from "#sdk/agency/index.ts";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { createEnvelope, randomOfficeKey } from "#sdk/households/index.ts";
import { startHistoryServer } from "#server/history/server.ts";
import { startOfficeServer } from "#server/office/server.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";
import { openBrowser } from "../../appBrowser.ts";
import { serveFolder } from "./web.ts";

const CHAIN_ID = 31_337;
const CHAIN_NAME = "Test Ledger";
/** Opens the household ids of the tests' office. */
export const PASSPHRASE = "a passphrase of the tests";
/** Not a secret: nobody is in the lists of the tests. */
export const CONSORTIUM_KEY = new Uint8Array(32).fill(0x5a);

/** A server of the world that can be away for a while and come back on the same port with the same data. */
export interface Service {
  readonly url: string;
  /** What it wrote into its log, over all its starts. */
  readonly said: readonly string[];
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** An agency with everything it runs: a chain, a history server, an office server, a published console, and a browser. */
export interface World {
  readonly folder: string;
  readonly chain: Anvil;
  readonly suite: Suite;
  readonly people: People;
  readonly organisation: number;
  /** Token by which donor funds take ether. */
  readonly wrappedEther: string;
  /** Where the pages are served. */
  readonly url: string;
  readonly chainName: string;
  readonly history: Service;
  readonly office: Service;
  readonly browser: Browser;
  /** Files of the databases. */
  readonly databases: { readonly history: string; readonly office: string };
  /** What a client of the office server needs to sign in. */
  readonly place: OfficePlace;
  /** Seconds that the world's clocks are ahead of the machine's. */
  ahead(): number;
  /** Let days pass: on the chain, in the office and, for pages opened from now on, in the browser. */
  letDaysPass(days: number): Promise<void>;
  stop(): Promise<void>;
}

/** Bring up an agency with officers and household keys, and no programme yet. */
export async function openWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "annona-console-"));
  const parts = new Parts();
  parts.add(() => rm(folder, { recursive: true, force: true }));
  try {
    return await build(folder, parts);
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

async function build(folder: string, parts: Parts): Promise<World> {
  // A console that is built already, such as the one that is going to be published, can be given.
  const app = process.env.ANNONA_TEST_CONSOLE ?? (await freshConsole(() => undefined));
  const chain = await startAnvil();
  parts.add(() => chain.stop());
  const provider = new JsonRpcProvider(chain.url, CHAIN_ID, {
    staticNetwork: true,
    batchMaxCount: 1,
    pollingInterval: 50,
    cacheTimeout: -1,
  });
  parts.add(async () => provider.destroy());
  const people = openPeople(provider);
  const { address: council } = people.council;
  const journal = join(folder, "journal");
  const wrappedEther = await deployWrappedEther(people.donor);
  const deployment = await deployCore({
    provider,
    deployer: council,
    council,
    grantDelay: 0,
    wrappedEther,
    journal,
  });
  const suite = suiteOn(provider, deployment);
  const organisation = await foundAgency(suite, people, "Test Relief", CONSORTIUM_KEY);

  const databases = { history: join(folder, "history.sqlite"), office: join(folder, "office.sqlite") };
  const [webPort, historyPort, officePort] = [await freePort(), await freePort(), await freePort()];
  const url = `http://127.0.0.1:${webPort}`;
  let ahead = 0;
  const now = () => Math.floor(Date.now() / 1_000) + ahead;
  const servers = { rpcUrl: chain.url, deployment };
  const history = await service(historyPort, (log) =>
    startHistoryServer({
      ...servers,
      port: historyPort,
      database: { sqliteFile: databases.history },
      pollEvery: 200,
      log,
    }),
  );
  parts.add(history.stop);
  const office = await service(officePort, (log) =>
    startOfficeServer({
      ...servers,
      port: officePort,
      organisation,
      database: { sqliteFile: databases.office },
      relayerKey: people.relayer.privateKey,
      origins: [url],
      pollInterval: 50,
      now,
      log,
    }),
  );
  parts.add(office.stop);

  const pages = join(folder, "pages");
  await publish(app, pages, { chainUrl: chain.url, deployment, organisation, history, office });
  const web = await serveFolder(pages, webPort);
  parts.add(() => web.close());
  const browser = await openBrowser();
  parts.add(() => browser.close());
  const place = { officeUrl: office.url, appUrl: url, chainId: CHAIN_ID };
  await lockKeys(people, place, organisation);
  return {
    folder,
    chain,
    suite,
    people,
    organisation,
    wrappedEther,
    url,
    chainName: CHAIN_NAME,
    history,
    office,
    browser,
    databases,
    place,
    ahead: () => ahead,
    async letDaysPass(days) {
      ahead += days * 86_400;
      await chain.rpc("evm_increaseTime", days * 86_400);
      await chain.rpc("evm_mine");
    },
    stop: () => parts.stop(),
  };
}

interface Published {
  readonly chainUrl: string;
  readonly deployment: Deployment;
  readonly organisation: number;
  readonly history: Service;
  readonly office: Service;
}

function publish(app: string, out: string, world: Published): Promise<void> {
  const { chainUrl, deployment, organisation, history, office } = world;
  return publishApp({
    app,
    out,
    config: {
      format: "annona-config-1",
      chain: { id: CHAIN_ID, name: CHAIN_NAME, rpcUrl: chainUrl },
      historyUrl: history.url,
      officeUrl: office.url,
      organisation,
      deployment,
    },
  });
}

/** The consortium's key and a new office key, locked under the passphrase of the tests. */
async function lockKeys(people: People, place: OfficePlace, organisation: number): Promise<void> {
  const custodian = await signInAs(people.custodian, place);
  const keys = { consortiumKey: CONSORTIUM_KEY, keyVersion: KEY_VERSION };
  const content = { ...keys, officeKey: randomOfficeKey(), namespace: NAMESPACE };
  await custodian.writeEnvelope(0, await createEnvelope(PASSPHRASE, organisation, content));
  await custodian.signOut();
}

type Begin = (log: (line: string) => void) => Promise<{ stop(): Promise<void> }>;

async function service(port: number, begin: Begin): Promise<Service> {
  const said: string[] = [];
  let running: { stop(): Promise<void> } | undefined;
  const start = async (): Promise<void> => {
    running ??= await begin((line) => said.push(line));
  };
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  await start();
  return { url: `http://127.0.0.1:${port}`, said, start, stop };
}

/** What was started, to be stopped the newest first. */
class Parts {
  readonly #ends: (() => Promise<void>)[] = [];

  add(end: () => Promise<void>): void {
    this.#ends.push(end);
  }

  async stop(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}
