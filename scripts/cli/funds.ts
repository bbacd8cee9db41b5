// SPDX-License-Identifier: Apache-2.0
import { getAddress, isAddress } from "ethers";
import {
  type DemoDollar,
  DemoDollar__factory,
  type IDonorFund,
  IDonorFund__factory,
  IDonorFundFactory__factory,
} from "#bindings/index.ts";
import type { Suite } from "#sdk/agency/index.ts";
import { CliError } from "./CliError.ts";

/** A donor fund with what giving to it needs. */
export interface FundHandle {
  readonly address: string;
  readonly name: string;
  readonly contract: IDonorFund;
  /** The ERC-20 that it holds; `mint` is there on the demonstration's own only. */
  readonly asset: DemoDollar;
  /** Of its ledger unit. */
  readonly decimals: number;
  /** Smallest units of the token in a ledger unit. */
  readonly assetScale: bigint;
}

const MOST_LEDGER_DECIMALS = 6;

/**
 * The fund that is meant: by address, by name, or the only one.
 * @throws CliError CLI-309 when it is not clear which.
 */
export async function openFund(suite: Suite, wanted: string | undefined): Promise<FundHandle> {
  const factory = suite.deployment.contracts.donorFundFactory;
  const addresses =
    factory === undefined ? [] : await IDonorFundFactory__factory.connect(factory, suite.provider).funds();
  const funds = await Promise.all(addresses.map((address) => readFund(suite, address)));
  const isWanted = ({ name, address }: FundHandle): boolean => {
    if (wanted === undefined) return funds.length === 1;
    const asAddress = isAddress(wanted) ? getAddress(wanted) : undefined;
    return address === asAddress || name.toLowerCase() === wanted.toLowerCase();
  };
  const found = funds.find(isWanted);
  if (found !== undefined) return found;
  const known = funds.map(({ name, address }) => `${name} (${address})`).join(", ") || "there is none yet";
  throw new CliError("noSuchFund", { name: wanted ?? "", known });
}

async function readFund({ provider }: Suite, address: string): Promise<FundHandle> {
  const contract = IDonorFund__factory.connect(address, provider);
  const [name, token, assetScale] = await Promise.all([
    contract.name(),
    contract.asset(),
    contract.assetScale(),
  ]);
  const asset = DemoDollar__factory.connect(token, provider);
  const decimals = Math.min(Number(await asset.decimals()), MOST_LEDGER_DECIMALS);
  return { address, name, contract, asset, decimals, assetScale };
}
