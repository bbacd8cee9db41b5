// SPDX-License-Identifier: Apache-2.0

import type { Deployment } from "#sdk/bindings/deployments.ts";
import type { ExportProfile } from "#sdk/formats/exportProfile.ts";
import { HistoryError, rpcChain } from "#sdk/history/index.ts";
import type { DatabaseAddress } from "#server/shared/dialects.ts";
import { listen, type PortProblem } from "#server/shared/listen.ts";
import { historyApp } from "./api/app.ts";
import { Follower, requireChain } from "./follower.ts";
import { scheduleSnapshots } from "./snapshot/schedule.ts";
import { SqlStore } from "./store/sqlStore.ts";

export interface HistoryServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Address to listen on; this machine only, unless told otherwise. */
  readonly host?: string;
  readonly rpcUrl: string;
  readonly deployment: Deployment;
  readonly database: DatabaseAddress;
  /** Folder of the built app. */
  readonly staticFolder?: string | undefined;
  /** What exported files say and no ledger knows. */
  readonly profile?: ExportProfile;
  /** Write all public data as files every night. */
  readonly snapshot?: { readonly folder: string; readonly atMinute: number };
  readonly rollbackBlocks?: number;
  readonly pollEvery?: number;
  /** Gets counts, block numbers and codes; never anything else. */
  readonly log?: (line: string) => void;
}

export interface HistoryServer {
  readonly url: string;
  /** Stop following, answer what was asked, close the database. */
  stop(): Promise<void>;
}

/**
 * Open (or make) the index, follow the chain, serve the API and the app.
 * @throws HistoryError HIST-802 when the node serves another chain, HIST-803 when the port is taken, HIST-811 when the database
 * is not an index.
 */
export async function startHistoryServer(options: HistoryServerOptions): Promise<HistoryServer> {
  const { deployment, host = "127.0.0.1", log = () => undefined } = options;
  const chain = rpcChain(options.rpcUrl);
  await requireChain(chain, deployment);
  const store = await SqlStore.open(options.database, identityOf(deployment));

  const profile = options.profile === undefined ? {} : { profile: options.profile };
  const { rollbackBlocks, pollEvery } = options;
  const follower = new Follower({
    chain,
    store,
    deployment,
    log,
    ...(rollbackBlocks === undefined ? {} : { rollbackBlocks }),
    ...(pollEvery === undefined ? {} : { pollEvery }),
  });
  const app = historyApp({
    store,
    follower,
    deployment,
    staticFolder: options.staticFolder,
    log,
    ...profile,
  });
  const server = await listen({ fetch: app.fetch, port: options.port, host, refuse: cannotListen }).catch(
    async (error: unknown) => {
      await store.close();
      throw error;
    },
  );

  const stopping = new AbortController();
  const following = follower.run(stopping.signal);
  const { snapshot } = options;
  const snapping =
    snapshot &&
    scheduleSnapshots(
      { store, follower, deployment, log, ...profile, out: snapshot.folder, atMinute: snapshot.atMinute },
      stopping.signal,
    );
  return {
    url: server.url,
    stop: async () => {
      stopping.abort();
      await server.close();
      await following;
      await snapping;
      await store.close();
    },
  };
}

/** What an index is called, so that one of another chain or deployment is not taken for it. */
export function identityOf({ chainId, fromBlock, contracts }: Deployment): string {
  const { consortium, accounts, documents, programmeFactory, ...others } = contracts;
  const { council = "", agreementFactory = "", donorFundFactory = "" } = others;
  const optional = [council, agreementFactory, donorFundFactory].filter(Boolean);
  return [chainId, fromBlock, consortium, accounts, documents, programmeFactory, ...optional].join(" ");
}

function cannotListen({ port, isTaken, cause }: PortProblem): HistoryError {
  return new HistoryError({
    code: "HIST-803",
    summary: isTaken
      ? `Port ${port} is taken by another program.`
      : `Port ${port} cannot be opened (${cause.code}).`,
    next: "Choose another port with --port, or stop the program that uses it.",
    cause,
  });
}
