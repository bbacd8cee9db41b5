// SPDX-License-Identifier: Apache-2.0
import { getAddress, isAddress, Wallet } from "ethers";
import { readDeployment } from "#scripts/deploy/deploymentFiles.ts";
import {
  listProgrammes,
  openProvider,
  type ProgrammeHandle,
  type Suite,
  suiteOn,
} from "#sdk/agency/index.ts";
import { CliError } from "./CliError.ts";
import { findKey } from "./keys.ts";
import type { Settings } from "./settings.ts";

/**
 * Connect to a chain and the suite on it.
 * @throws CliError CLI-301 when nobody answers; AnnonaError DEPLOY-101, DEPLOY-102 without a usable deployment file.
 */
export async function openSuite(settings: Pick<Settings, "rpc" | "deployments">): Promise<Suite> {
  const chainId = await chainIdAt(settings.rpc);
  return suiteOn(openProvider(settings.rpc, chainId), await readDeployment(settings.deployments, chainId));
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
