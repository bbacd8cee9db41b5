// SPDX-License-Identifier: Apache-2.0
import { join } from "node:path";
import { getVerificationInformation } from "@nomicfoundation/ignition-core";
import { BrowserProvider, formatEther, getAddress } from "ethers";
import type { HardhatConfig } from "hardhat/types/config";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { AnnonaError } from "#sdk/errors/index.ts";
import { projectFolder } from "../house/run.ts";
import type { DeploymentPlan } from "./councilPlan.ts";
import { deployCore } from "./deployCore.ts";
import { deploymentFile, writeDeployment } from "./deploymentFiles.ts";

/** Block explorers that take sources. */
const EXPLORERS = ["etherscan", "blockscout", "sourcify"] as const;
type Explorer = (typeof EXPLORERS)[number];

export interface NetworkDeployment {
  /** A network of Hardhat's configuration; its first account deploys. */
  readonly network: string;
  readonly plan: DeploymentPlan;
  /** Blocks that a transaction counts as done after. */
  readonly confirmations: number;
  /** Folder of the deployment files. */
  readonly deployments: string;
  /** Folder of the journal; by default one for each chain id. */
  readonly journal?: string;
  /** Publish the sources there. */
  readonly verify?: string;
  /** Where that explorer's API answers, when Hardhat does not know it for the chain. */
  readonly explorerApi?: string;
  /** Called with lines for people. */
  readonly tell: (line: string) => void;
}

/**
 * Deploy the suite to a network of Hardhat's configuration, with the account that its keystore or the environment holds, and write the
 * deployment file. Run again, it goes on where it stopped.
 * @throws AnnonaError DEPLOY-104 when the network cannot be used, DEPLOY-105 for an unknown explorer, DEPLOY-201, DEPLOY-202.
 */
export async function deployTo(options: NetworkDeployment): Promise<Deployment> {
  const { network, plan, confirmations, deployments, verify, explorerApi, tell } = options;
  const explorer = verify === undefined ? undefined : explorerOf(verify);
  // Hardhat reads here which network its plugins mean, verification among them.
  process.env.HARDHAT_NETWORK = network;
  const { default: hre } = await import("hardhat");
  const connection = await connect(() => hre.network.create(network), network);
  const provider = new BrowserProvider(connection.provider, undefined, { cacheTimeout: -1, polling: true });
  try {
    const { deployer, chainId } = await connect(() => deployerOf(provider), network);
    const journal = options.journal ?? join(projectFolder, "ignition", "deployments", `chain-${chainId}`);
    tell(`Chain ${chainId}, deployed by ${deployer}, journal in ${journal}`);
    tell(`Balance of the deployer: ${formatEther(await provider.getBalance(deployer))}`);
    const { members, settings } = plan.council;
    tell(
      `Council of ${members.length}: ${settings.quorum} decide, ${settings.upgradeQuorum} change it or upgrade`,
    );
    const deployment = await deployCore({
      provider,
      deployer,
      ...plan,
      journal,
      confirmations,
      pollEvery: 1_000,
    });
    await writeDeployment(deployments, deployment);
    for (const [name, address] of Object.entries(deployment.contracts))
      tell(`  ${name.padEnd(18)}${address}`);
    tell(`Written to ${deploymentFile(deployments, deployment.chainId)}`);
    if (explorer !== undefined) {
      if (explorerApi !== undefined) nameExplorer(hre.config, chainId, explorer, explorerApi);
      await publishSources(journal, explorer, tell);
    }
    return deployment;
  } finally {
    provider.destroy();
    await connection.close();
  }
}

function explorerOf(name: string): Explorer {
  const explorer = EXPLORERS.find((known) => known === name);
  if (explorer !== undefined) return explorer;
  throw new AnnonaError({
    code: "DEPLOY-105",
    summary: `"${name}" is no block explorer that takes sources.`,
    next: `Choose one of: ${EXPLORERS.join(", ")}.`,
  });
}

async function connect<T>(open: () => Promise<T>, network: string): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new AnnonaError({
      code: "DEPLOY-104",
      summary: `The network ${network} cannot be used: ${error.message}`,
      next: "Check its name in hardhat.config.ts, and that its address and the deployer's key are in Hardhat's keystore.",
      cause: error,
    });
  }
}

async function deployerOf(provider: BrowserProvider): Promise<{ deployer: string; chainId: bigint }> {
  const [[deployer], { chainId }] = await Promise.all([
    provider.send("eth_accounts", []) as Promise<string[]>,
    provider.getNetwork(),
  ]);
  if (deployer === undefined) throw new Error("it has no account");
  return { deployer: getAddress(deployer), chainId };
}

/** Tell Hardhat about an explorer that it does not know, such as a consortium's own. */
function nameExplorer(config: HardhatConfig, chainId: bigint, explorer: Explorer, apiUrl: string): void {
  if (explorer === "sourcify") {
    config.verify.sourcify.apiUrl = apiUrl;
    return;
  }
  const known = config.chainDescriptors.get(chainId);
  config.chainDescriptors.set(chainId, {
    name: `chain ${chainId}`,
    chainType: "generic",
    ...known,
    blockExplorers: { ...known?.blockExplorers, [explorer]: { url: new URL(apiUrl).origin, apiUrl } },
  });
}

/** Hand the sources of all contracts that were compiled here to an explorer. */
async function publishSources(
  journal: string,
  explorer: Explorer,
  tell: (line: string) => void,
): Promise<void> {
  const [{ default: hre }, { verifyContract }] = await Promise.all([
    import("hardhat"),
    import("@nomicfoundation/hardhat-verify/verify"),
  ]);
  const failed: string[] = [];
  for await (const contract of getVerificationInformation(journal)) {
    if (typeof contract === "string" || !(await hre.artifacts.artifactExists(contract.contract))) {
      tell(`  not compiled here, publish it with its authors' sources: ${nameOf(contract)}`);
      continue;
    }
    try {
      await verifyContract({ ...contract, provider: explorer }, hre);
      tell(`  published ${contract.contract}`);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      failed.push(`${contract.contract}: ${error.message}`);
    }
  }
  if (failed.length === 0) return;
  throw new AnnonaError({
    code: "DEPLOY-202",
    summary: `The contracts are deployed; the sources of ${failed.length} could not be published.`,
    next: "Run the same command again; nothing is deployed twice.",
    details: failed.join("\n"),
  });
}

function nameOf(contract: string | { readonly contract: string }): string {
  return typeof contract === "string" ? contract : contract.contract;
}
