// SPDX-License-Identifier: Apache-2.0
import { getAddress, isAddress, JsonRpcProvider, toUtf8String, Wallet } from "ethers";
import {
  CurrencyUnit__factory,
  type IBeneficiaryAccounts,
  IBeneficiaryAccounts__factory,
  type IConsortium,
  IConsortium__factory,
  type IDocumentRegistry,
  IDocumentRegistry__factory,
  type IProgramme,
  IProgramme__factory,
  type IProgrammeFactory,
  IProgrammeFactory__factory,
} from "#bindings/index.ts";
import { readDeployment } from "#scripts/deploy/deploymentFiles.ts";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import type { Currency } from "#sdk/money/index.ts";
import { CliError } from "./CliError.ts";
import { findKey } from "./keys.ts";
import type { Settings } from "./settings.ts";

/** The suite's contracts on one chain, for reading. */
export interface Suite {
  readonly provider: JsonRpcProvider;
  readonly chainId: number;
  readonly deployment: Deployment;
  readonly consortium: IConsortium;
  readonly accounts: IBeneficiaryAccounts;
  readonly documents: IDocumentRegistry;
  readonly factory: IProgrammeFactory;
}

/** A programme with what every command needs of it. */
export interface ProgrammeHandle {
  readonly address: string;
  readonly contract: IProgramme;
  readonly name: string;
  readonly organisation: number;
  readonly asset: string;
  readonly currency: Currency;
  /** Smallest payable step in ledger units. */
  readonly step: bigint;
}

/** Ledger units have at most this many decimals: of finer tokens they are the millionth. */
const MOST_LEDGER_DECIMALS = 6;

/** A provider that asks at once and answers from the chain alone: a remembered answer gives an officer's next act an old number. */
export function openProvider(url: string, chainId: number): JsonRpcProvider {
  return new JsonRpcProvider(url, chainId, {
    staticNetwork: true,
    batchMaxCount: 1,
    pollingInterval: 250,
    cacheTimeout: -1,
  });
}

/**
 * Connect to a chain and the suite on it.
 * @throws CliError CLI-301 when nobody answers; AnnonaError DEPLOY-101, DEPLOY-102 without a usable deployment file.
 */
export async function openSuite(settings: Pick<Settings, "rpc" | "deployments">): Promise<Suite> {
  const chainId = await chainIdAt(settings.rpc);
  return suiteOn(openProvider(settings.rpc, chainId), await readDeployment(settings.deployments, chainId));
}

export function suiteOn(provider: JsonRpcProvider, deployment: Deployment): Suite {
  const { contracts, chainId } = deployment;
  return {
    provider,
    chainId,
    deployment,
    consortium: IConsortium__factory.connect(contracts.consortium, provider),
    accounts: IBeneficiaryAccounts__factory.connect(contracts.accounts, provider),
    documents: IDocumentRegistry__factory.connect(contracts.documents, provider),
    factory: IProgrammeFactory__factory.connect(contracts.programmeFactory, provider),
  };
}

async function chainIdAt(url: string): Promise<number> {
  try {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const { result } = (await answer.json()) as { result?: unknown };
    if (typeof result === "string") return Number(result);
    throw new Error("The answer has no chain id.");
  } catch (error) {
    throw new CliError("noConnection", { url }, error);
  }
}

/** The officer who signs. @throws CliError CLI-201 when this machine has no such key. */
export async function officer(suite: Suite, settings: Settings, role: string): Promise<Wallet> {
  return new Wallet(await findKey(settings.keys, settings.as, role), suite.provider);
}

/**
 * The programme that is meant: by address, by name, or the only one.
 * @throws CliError CLI-302, CLI-303, CLI-304 when it is not clear which.
 */
export async function openProgramme(suite: Suite, wanted: string | undefined): Promise<ProgrammeHandle> {
  const handles = await listProgrammes(suite);
  const [first, second] = handles;
  const known = handles.map(({ name, address }) => `${name} (${address})`).join(", ");
  if (first === undefined) throw new CliError("noProgramme");
  if (wanted === undefined) {
    if (second !== undefined) throw new CliError("programmeUnclear", { known });
    return first;
  }
  const address = isAddress(wanted) ? getAddress(wanted) : undefined;
  const found = handles.find((handle) =>
    address === undefined ? handle.name.toLowerCase() === wanted.toLowerCase() : handle.address === address,
  );
  if (found === undefined) throw new CliError("noSuchProgramme", { name: wanted, known });
  return found;
}

export async function listProgrammes(suite: Suite): Promise<ProgrammeHandle[]> {
  const addresses = await suite.factory.programmes();
  return await Promise.all(addresses.map((address) => readProgramme(suite, address)));
}

export async function readProgramme(suite: Suite, address: string): Promise<ProgrammeHandle> {
  const contract = IProgramme__factory.connect(address, suite.provider);
  const settings = await contract.settings();
  const decimals = await CurrencyUnit__factory.connect(settings.asset, suite.provider).decimals();
  return {
    address,
    contract,
    name: settings.name,
    organisation: Number(settings.organisation),
    asset: settings.asset,
    currency: {
      code: toUtf8String(settings.currency),
      decimals: Math.min(Number(decimals), MOST_LEDGER_DECIMALS),
    },
    step: settings.payableStep,
  };
}
