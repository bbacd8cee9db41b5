// SPDX-License-Identifier: Apache-2.0

import { Interface, isAddress, isError, toUtf8String } from "ethers";
import { type IDonorFund, IDonorFund__factory, IDonorFundFactory__factory } from "#bindings/index.ts";
import { AgencyError } from "#sdk/agency/AgencyError.ts";
import { decimalsOf, listProgrammes, MOST_LEDGER_DECIMALS, type Suite } from "#sdk/agency/suite.ts";
import { listAgreements } from "#sdk/agreements/handle.ts";
import type { Currency } from "#sdk/money/index.ts";
import { NO_CURRENCY } from "#sdk/money/noCurrency.ts";

/** A donor fund with what never changes of it. */
export interface FundHandle {
  readonly address: string;
  readonly contract: IDonorFund;
  readonly name: string;
  /** Number of the organisation that it belongs to. */
  readonly organisation: number;
  /** Address of the ERC-20 that it holds. */
  readonly asset: string;
  /** Smallest units of the token in a ledger unit. */
  readonly assetScale: bigint;
  readonly currency: Currency;
}

/** All funds in the order of their creation; none where the deployment is from before there were any. */
export async function listFunds(suite: Suite): Promise<FundHandle[]> {
  if (suite.deployment.contracts.donorFundFactory === undefined) return [];
  const [addresses, codes] = await Promise.all([factoryOf(suite).funds(), assetCodes(suite)]);
  return await Promise.all(addresses.map((address) => readHandle(suite, address, codes)));
}

/**
 * One fund.
 * @param address Any case.
 * @throws AgencyError AGENCY-108 when the consortium's factory did not make it, AGENCY-109 where there is no factory.
 */
export async function openFund(suite: Suite, address: string): Promise<FundHandle> {
  const isOwn = isAddress(address) && (await factoryOf(suite).isFund(address));
  if (!isOwn) throw new AgencyError("noSuchFund");
  return await readHandle(suite, address, await assetCodes(suite));
}

/** @throws AgencyError AGENCY-109. */
export function fundFactoryOf({ deployment }: Pick<Suite, "deployment">): string {
  const address = deployment.contracts.donorFundFactory;
  if (address === undefined) throw new AgencyError("noFunds");
  return address;
}

function factoryOf(suite: Pick<Suite, "provider" | "deployment">) {
  return IDonorFundFactory__factory.connect(fundFactoryOf(suite), suite.provider);
}

async function readHandle(
  suite: Suite,
  address: string,
  codes: ReadonlyMap<string, string>,
): Promise<FundHandle> {
  const contract = IDonorFund__factory.connect(address, suite.provider);
  const [name, organisation, asset, assetScale, own] = await Promise.all([
    contract.name(),
    contract.organisation(),
    contract.asset(),
    contract.assetScale(),
    contract.getAddress(),
  ]);
  const [decimals, symbol] = await Promise.all([decimalsOf(suite, asset), symbolOf(suite, asset)]);
  const code = codes.get(asset) ?? symbol;
  const currency = { code, decimals: Math.min(decimals, MOST_LEDGER_DECIMALS) };
  return { address: own, contract, name, organisation: Number(organisation), asset, assetScale, currency };
}

/** What assets stand for, by the programmes and agreements that pay in them: a fund itself only knows its token. */
async function assetCodes(suite: Suite): Promise<ReadonlyMap<string, string>> {
  const [programmes, agreements] = await Promise.all([listProgrammes(suite), listAgreements(suite)]);
  return new Map([...agreements, ...programmes].map(({ asset, currency }) => [asset, currency.code]));
}

/** Of an ERC-20, that is no part of its core interface. Early tokens answer with 32 bytes instead of a text. */
const METADATA = new Interface(["function symbol() view returns (string)"]);
const BYTES_32 = 66;

async function symbolOf({ provider }: Pick<Suite, "provider">, token: string): Promise<string> {
  try {
    const answer = await provider.call({ to: token, data: METADATA.encodeFunctionData("symbol") });
    if (answer.length === BYTES_32) return toUtf8String(answer).replaceAll("\u0000", "");
    return String(METADATA.decodeFunctionResult("symbol", answer)[0]);
  } catch (error) {
    if (
      isError(error, "CALL_EXCEPTION") ||
      isError(error, "BAD_DATA") ||
      isError(error, "INVALID_ARGUMENT")
    ) {
      return NO_CURRENCY;
    }
    throw error;
  }
}
