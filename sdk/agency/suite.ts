// SPDX-License-Identifier: Apache-2.0

import { Interface, JsonRpcProvider, toUtf8String } from "ethers";
import {
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
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { MODALITIES, type Modality } from "#sdk/history/names.ts";
import { type Amount, amountOf, type Currency } from "#sdk/money/index.ts";

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

/** A programme with what every step of the work needs of it. */
export interface ProgrammeHandle {
  readonly address: string;
  readonly contract: IProgramme;
  readonly name: string;
  readonly organisation: number;
  /** Address of the ERC-20 that it pays in. */
  readonly asset: string;
  readonly currency: Currency;
  /** Smallest payable step in ledger units. */
  readonly step: Amount;
  readonly modality: Modality;
}

/** Ledger units have at most this many decimals: of finer tokens they are the millionth. */
export const MOST_LEDGER_DECIMALS = 6;

/** Milliseconds between looks at the chain where something is waited for. */
const POLL = 250;

/** A provider that asks at once and answers from the chain alone: a remembered answer gives an officer's next act an old number. */
export function openProvider(url: string, chainId: number): JsonRpcProvider {
  return new JsonRpcProvider(url, chainId, {
    staticNetwork: true,
    batchMaxCount: 1,
    pollingInterval: POLL,
    cacheTimeout: -1,
  });
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

/** All programmes in the order of their creation. @param organisation Only those of this organisation. */
export async function listProgrammes(suite: Suite, organisation?: number): Promise<ProgrammeHandle[]> {
  const addresses = await suite.factory.programmes();
  const handles = await Promise.all(addresses.map((address) => readProgramme(suite, address)));
  return handles.filter((handle) => organisation === undefined || handle.organisation === organisation);
}

/** @param address Of a programme that the factory made. */
export async function readProgramme(suite: Suite, address: string): Promise<ProgrammeHandle> {
  const contract = IProgramme__factory.connect(address, suite.provider);
  const settings = await contract.settings();
  return {
    address,
    contract,
    name: settings.name,
    organisation: Number(settings.organisation),
    asset: settings.asset,
    currency: await ledgerCurrency(suite, settings),
    step: amountOf(settings.payableStep),
    modality: MODALITIES[Number(settings.modality)] ?? "Voucher",
  };
}

/**
 * What a programme or an agreement counts in.
 * @param settings Its asset, and the ISO 4217 code of what that stands for, as the contract has it.
 */
export async function ledgerCurrency(
  suite: Pick<Suite, "provider">,
  { asset, currency }: { readonly asset: string; readonly currency: string },
): Promise<Currency> {
  const decimals = await decimalsOf(suite, asset);
  return { code: toUtf8String(currency), decimals: Math.min(decimals, MOST_LEDGER_DECIMALS) };
}

/** Of an ERC-20, that is no part of its core interface. */
const METADATA = new Interface(["function decimals() view returns (uint8)"]);

/** @returns The token's own, which may be more than the ledger has. */
export async function decimalsOf({ provider }: Pick<Suite, "provider">, token: string): Promise<number> {
  const answer = await provider.call({ to: token, data: METADATA.encodeFunctionData("decimals") });
  return Number(METADATA.decodeFunctionResult("decimals", answer)[0]);
}

/** Time of the newest block, Unix seconds: what the contracts call now. */
export async function chainTime({ provider }: Pick<Suite, "provider">): Promise<number> {
  const block = await provider.getBlock("latest");
  if (block === null) throw new Error("The chain has no block.");
  return block.timestamp;
}
