// SPDX-License-Identifier: Apache-2.0

import { setTimeout as sleep } from "node:timers/promises";
import { Wallet } from "ethers";
import { openProvider, suiteOn } from "#sdk/agency/index.ts";
import type { Commitment } from "#sdk/list/index.ts";
import { type JobView, Relayer, type RelayerOptions } from "#server/office/relayer/index.ts";
import { OfficeStore } from "#server/office/store/officeStore.ts";
import type { DatabaseKind } from "#test/server/support/databases.ts";
import type { TestAgency } from "./agency.ts";

/** Work that is never done within a test would hold it up for ever. */
const PATIENCE = 30_000;

/** A relayer on a database of its own, with what it said and what it was told to fetch. */
export interface Bench {
  readonly relayer: Relayer;
  readonly store: OfficeStore;
  readonly said: string[];
  readonly opened: string[];
  /** End the relayer as a restart of the server does, and begin another on the same database. */
  restart(): Promise<void>;
  /** Wait until a job is in a state. */
  until(id: string, holds: (job: JobView) => boolean): Promise<JobView>;
  close(): Promise<void>;
}

export interface BenchOptions extends Partial<Pick<RelayerOptions, "relay" | "retryAfter">> {
  readonly key?: string;
  /** Line to the node. */
  readonly url?: string;
  readonly lists?: ReadonlyMap<string, string>;
  readonly requests?: ReadonlyMap<string, readonly Commitment[]>;
}

export async function openBench(
  agency: TestAgency,
  kind: DatabaseKind,
  options: BenchOptions = {},
): Promise<Bench> {
  const database = await kind.create();
  const store = await OfficeStore.open(database.address, "an office of the tests");
  const { deployment, chainId } = agency.suite;
  const provider = openProvider(options.url ?? agency.chain.url, chainId);
  const said: string[] = [];
  const opened: string[] = [];
  const start = (): Promise<Relayer> =>
    Relayer.start({
      db: store.db,
      suite: suiteOn(provider, deployment),
      key: options.key ?? agency.people.relayer.privateKey,
      organisation: agency.organisation,
      sources: {
        listOf: async (programme, cycle) => options.lists?.get(`${programme} ${cycle}`),
        commitmentsOf: async (request) => options.requests?.get(request),
        accountsOpened: async (request) => void opened.push(request),
      },
      log: (line) => said.push(line),
      pollInterval: 10,
      ...(options.relay === undefined ? {} : { relay: options.relay }),
      ...(options.retryAfter === undefined ? {} : { retryAfter: options.retryAfter }),
    });
  let relayer = await start();
  return {
    get relayer() {
      return relayer;
    },
    store,
    said,
    opened,
    async restart() {
      await relayer.stop();
      relayer = await start();
    },
    async until(id, holds) {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const job = await relayer.get(id);
        if (holds(job)) return job;
        if (Date.now() > end) throw new Error(`the job stays ${JSON.stringify(job)}`);
        await sleep(20);
      }
    },
    async close() {
      await relayer.stop();
      provider.destroy();
      await store.close();
      await database.remove();
    },
  };
}

/** A key with so much of the chain's coin, given by the council. @param wei Amount. */
export async function keyWith({ suite, people }: TestAgency, wei: bigint): Promise<string> {
  const { privateKey, address } = Wallet.createRandom();
  await (await people.council.sendTransaction({ to: address, value: wei })).wait();
  await suite.provider.getBalance(address);
  return privateKey;
}
