// SPDX-License-Identifier: Apache-2.0
import { getAddress, isAddress } from "ethers";
import type { Suite } from "#sdk/agency/index.ts";
import { type FundHandle, listFunds } from "#sdk/funds/desk/index.ts";
import { CliError } from "./CliError.ts";

/**
 * The fund that is meant: by address, by name, or the only one.
 * @throws CliError CLI-309 when it is not clear which.
 */
export async function openFund(suite: Suite, wanted: string | undefined): Promise<FundHandle> {
  const funds = await listFunds(suite);
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
