// SPDX-License-Identifier: Apache-2.0

import { openProvider, suiteOn } from "#sdk/agency/index.ts";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import type { DatabaseAddress } from "#server/shared/dialects.ts";
import { listen, type PortProblem } from "#server/shared/listen.ts";
import { officeApp } from "./api/app.ts";
import { jobSources } from "./api/jobs.ts";
import type { OfficeParts } from "./api/parts.ts";
import { officeError } from "./errors.ts";
import { type FilePlace, openFileStore, usualFilePlace } from "./files/index.ts";
import { Relayer } from "./relayer/index.ts";
import { ChainAccess, onNode } from "./session/chainAccess.ts";
import { Nonces } from "./session/nonces.ts";
import { Sessions } from "./session/sessions.ts";
import { signatureCheck } from "./session/signature.ts";
import { OfficeStore } from "./store/officeStore.ts";

export interface OfficeServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Address to listen on; this machine only, unless told otherwise. */
  readonly host?: string;
  readonly rpcUrl: string;
  readonly deployment: Deployment;
  /** Number of the organisation whose office it is. */
  readonly organisation: number;
  readonly database: DatabaseAddress;
  /** Where files of agreements lie; beside the database, unless told otherwise. */
  readonly files?: FilePlace;
  /** Private key that pays for the relayer's transactions; without it the office pushes nothing. */
  readonly relayerKey?: string | undefined;
  /** Origins of the office's own pages, such as "https://console.example.org". */
  readonly origins: readonly string[];
  /** Whether a proxy in front writes the caller's address at the end of X-Forwarded-For. */
  readonly isBehindProxy?: boolean;
  /** Unix seconds; the machine's clock unless told otherwise. */
  readonly now?: () => number;
  /** Milliseconds between the relayer's looks for a receipt. */
  readonly pollInterval?: number;
  /** Gets methods, route patterns, counts and codes; never ids, addresses or bodies. */
  readonly log?: (line: string) => void;
}

export interface OfficeServer {
  readonly url: string;
  /** Let the relayer finish what is on its way, answer what was asked, close the database. */
  stop(): Promise<void>;
}

/**
 * Open (or begin) the office's data, start the relayer, serve the API.
 * @throws OfficeError OFFICE-802 when the node serves another chain, OFFICE-803 or 804 when the port cannot be opened, OFFICE-805 when
 * there is no such organisation, OFFICE-811 to 813 when the database is not this office's.
 */
export async function startOfficeServer(options: OfficeServerOptions): Promise<OfficeServer> {
  const { rpcUrl, deployment, organisation, log = () => undefined } = options;
  const provider = openProvider(rpcUrl, deployment.chainId);
  const chain = new ChainAccess(suiteOn(provider, deployment), organisation);
  try {
    await requireChain(chain, deployment);
    await requireOrganisation(chain);
    const store = await OfficeStore.open(options.database, identityOf(deployment, organisation));
    const now = options.now ?? (() => Math.floor(Date.now() / 1_000));
    const files = openFileStore(options.files ?? usualFilePlace(options.database));
    const parts: OfficeParts = { store, files, chain, organisation, now, log };
    const relayer = await startRelayer(parts, options).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
    const release = async (): Promise<void> => {
      await relayer?.stop();
      await store.close();
      provider.destroy();
    };
    return await serveOffice(parts, relayer, options, release);
  } catch (error) {
    provider.destroy();
    throw error;
  }
}

async function serveOffice(
  parts: OfficeParts,
  relayer: Relayer | undefined,
  { rpcUrl, origins, port, host = "127.0.0.1", isBehindProxy = false }: OfficeServerOptions,
  release: () => Promise<void>,
): Promise<OfficeServer> {
  const app = officeApp({
    ...parts,
    origins,
    relayer,
    isBehindProxy,
    nonces: new Nonces(parts.now),
    sessions: new Sessions(parts.store, parts.chain, parts.now),
    isSigned: signatureCheck(rpcUrl),
    relayerStatus: async () => (relayer === undefined ? null : await relayer.status()),
  });
  try {
    const server = await listen({ fetch: app.fetch, port, host, refuse: cannotListen });
    const stop = async (): Promise<void> => {
      await server.close();
      await release();
    };
    return { url: server.url, stop };
  } catch (error) {
    await release();
    throw error;
  }
}

async function startRelayer(
  parts: OfficeParts,
  { relayerKey, organisation, pollInterval }: OfficeServerOptions,
): Promise<Relayer | undefined> {
  if (relayerKey === undefined) return undefined;
  return await Relayer.start({
    db: parts.store.db,
    suite: parts.chain.suite,
    key: relayerKey,
    organisation,
    sources: jobSources(parts),
    log: parts.log,
    ...(pollInterval === undefined ? {} : { pollInterval }),
  });
}

/** What the data is of, so that another office's is not taken for it. */
export function identityOf({ chainId, contracts }: Deployment, organisation: number): string {
  return [chainId, contracts.consortium.toLowerCase(), organisation].join(" ");
}

/** The chain that the node serves must be the one of the deployment. */
async function requireChain({ suite }: ChainAccess, { chainId: expected }: Deployment): Promise<void> {
  const chain = Number(await onNode(suite.provider.send("eth_chainId", [])));
  if (chain !== expected) throw officeError("otherDeployment", { chain, expected });
}

async function requireOrganisation({ suite, organisation }: ChainAccess): Promise<void> {
  const admitted = Number(await onNode(suite.consortium.organisations()));
  if (organisation > admitted) throw officeError("noOrganisation", { organisation });
}

function cannotListen({ port, isTaken, cause }: PortProblem) {
  if (isTaken) return officeError("portTaken", { port }, { cause });
  return officeError("portClosed", { port, cause: cause.code ?? "?" }, { cause });
}
