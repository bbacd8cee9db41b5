// SPDX-License-Identifier: Apache-2.0
import { type DeploymentResult, DeploymentResultType, deploy } from "@nomicfoundation/ignition-core";
import type { JsonRpcProvider } from "ethers";
import { type Deployment, parseDeployment } from "#sdk/bindings/deployments.ts";
import { AnnonaError } from "#sdk/errors/index.ts";
import Core from "../../ignition/modules/Core.ts";
import { builtArtifacts } from "./artifacts.ts";

export interface CoreDeployment {
  /** Connected to a node that holds the deployer's key. */
  readonly provider: JsonRpcProvider;
  /** One of the node's accounts. */
  readonly deployer: string;
  /** Governs the consortium and owns the beacon. */
  readonly council: string;
  /** Seconds that a proposed appointment waits. */
  readonly grantDelay: number;
  /** Folder of the deployment's journal: a deployment that was cut off goes on from it. */
  readonly journal: string;
}

/**
 * Deploy the Core module, or what is missing of it.
 * @throws AnnonaError DEPLOY-201 when a step fails; running it again goes on from there.
 */
export async function deployCore(options: CoreDeployment): Promise<Deployment> {
  const { provider, deployer, council, grantDelay, journal } = options;
  const [{ chainId }, fromBlock] = await Promise.all([provider.getNetwork(), provider.getBlockNumber()]);
  const result = await deploy({
    config: { requiredConfirmations: 1, blockPollingInterval: 100 },
    provider: { request: ({ method, params }) => provider.send(method, Array.isArray(params) ? params : []) },
    deploymentDir: journal,
    artifactResolver: builtArtifacts,
    ignitionModule: Core,
    deploymentParameters: { Core: { council, grantDelay } },
    accounts: await provider.send("eth_accounts", []),
    defaultSender: deployer,
  });
  if (result.type !== DeploymentResultType.SUCCESSFUL_DEPLOYMENT) throw notDeployed(result);
  const address = (name: string) => result.contracts[`Core#${name}`]?.address;
  return parseDeployment({
    chainId: Number(chainId),
    fromBlock,
    contracts: {
      consortium: address("Consortium"),
      accounts: address("BeneficiaryAccounts"),
      documents: address("DocumentRegistry"),
      programmeFactory: address("ProgrammeFactory"),
      programmeBeacon: address("UpgradeableBeacon"),
    },
  });
}

function notDeployed(result: DeploymentResult): AnnonaError {
  return new AnnonaError({
    code: "DEPLOY-201",
    summary: "The contracts were not deployed completely.",
    next: "Run the same command again; it goes on where it stopped.",
    details: JSON.stringify(result, (_, value) => (typeof value === "bigint" ? String(value) : value)),
  });
}
