// SPDX-License-Identifier: Apache-2.0
import {
  type DeploymentResult,
  DeploymentResultType,
  deploy,
  getVerificationInformation,
} from "@nomicfoundation/ignition-core";
import { type JsonRpcApiProvider, ZeroAddress } from "ethers";
import { type Deployment, parseDeployment } from "#sdk/bindings/deployments.ts";
import { AnnonaError } from "#sdk/errors/index.ts";
import Core from "../../ignition/modules/Core.ts";
import { builtArtifacts } from "./artifacts.ts";
import { type CouncilPlan, councilOfOne } from "./councilPlan.ts";
import { deployWithoutLosses } from "./lostTransactions.ts";

export interface CoreDeployment {
  /** Connected to a node, or to a signer before it, that holds the deployer's key. */
  readonly provider: JsonRpcApiProvider;
  /** One of the accounts there. It has no rights afterwards. */
  readonly deployer: string;
  /** Who governs the consortium and owns the beacon; an address alone is a council of one that decides at once. */
  readonly council: CouncilPlan | string;
  /** Seconds that a proposed appointment waits. */
  readonly grantDelay: number;
  /** The chain's token for ether, through which donor funds take it; none by default. */
  readonly wrappedEther?: string;
  /** Folder of the deployment's journal: a deployment that was cut off goes on from it. */
  readonly journal: string;
  /** Blocks that a transaction counts as done after; 1 on a local chain. */
  readonly confirmations?: number;
  /** Milliseconds between looks at the chain. */
  readonly pollEvery?: number;
}

/**
 * Deploy the Core module, or what is missing of it.
 * @throws AnnonaError DEPLOY-201 when a step fails; running it again goes on from there.
 */
export async function deployCore(options: CoreDeployment): Promise<Deployment> {
  const { provider, deployer, council, grantDelay, journal, confirmations = 1, pollEvery = 100 } = options;
  const { chainId } = await provider.getNetwork();
  const { members, settings } = typeof council === "string" ? councilOfOne(council) : council;
  const attempt = async () =>
    await deploy({
      config: { requiredConfirmations: confirmations, blockPollingInterval: pollEvery },
      provider: {
        request: ({ method, params }) => provider.send(method, Array.isArray(params) ? params : []),
      },
      deploymentDir: journal,
      artifactResolver: builtArtifacts,
      ignitionModule: Core,
      deploymentParameters: {
        Core: {
          members: members.map((member) => ({ ...member })),
          settings: { ...settings },
          grantDelay,
          wrappedEther: options.wrappedEther ?? ZeroAddress,
        },
      },
      accounts: await provider.send("eth_accounts", []),
      defaultSender: deployer,
    });
  const result = await deployWithoutLosses(attempt, provider, journal, confirmations);
  if (result.type !== DeploymentResultType.SUCCESSFUL_DEPLOYMENT) throw notDeployed(result);
  const address = (name: string) => result.contracts[`Core#${name}`]?.address;
  return parseDeployment({
    chainId: Number(chainId),
    fromBlock: await firstBlock(provider, journal),
    contracts: {
      council: address("Council"),
      consortium: address("Consortium"),
      accounts: address("BeneficiaryAccounts"),
      documents: address("DocumentRegistry"),
      programmeFactory: address("ProgrammeFactory"),
      programmeBeacon: address("UpgradeableBeacon"),
      agreementFactory: address("AgreementFactory"),
      agreementBeacon: address("AgreementBeacon"),
      donorFundFactory: address("DonorFundFactory"),
      ...(options.wrappedEther === undefined ? {} : { wrappedEther: options.wrappedEther }),
    },
  });
}

/** The block before the first contract, also when this run only finished what another had begun. */
async function firstBlock(provider: JsonRpcApiProvider, journal: string): Promise<number> {
  const blocks: number[] = [];
  for await (const contract of getVerificationInformation(journal)) {
    const hash = typeof contract === "string" ? undefined : contract.creationTxHash;
    const receipt = hash === undefined ? null : await provider.getTransactionReceipt(hash);
    if (receipt !== null) blocks.push(receipt.blockNumber);
  }
  return Math.max(0, Math.min(...blocks) - 1);
}

function notDeployed(result: DeploymentResult): AnnonaError {
  return new AnnonaError({
    code: "DEPLOY-201",
    summary: "The contracts were not deployed completely.",
    next: "Run the same command again; it goes on where it stopped.",
    details: JSON.stringify(result, (_, value) => (typeof value === "bigint" ? String(value) : value)),
  });
}
