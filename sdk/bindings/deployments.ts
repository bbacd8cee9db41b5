// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import { z } from "zod";
import { AnnonaError } from "#sdk/errors/index.ts";

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "is not an address")
  .transform((text, context) => {
    try {
      return getAddress(text);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      context.addIssue({ code: "custom", message: "has a wrong checksum" });
      return z.NEVER;
    }
  });

const contracts = z.object({
  /** Governs the consortium and owns the beacons; absent where an address without a contract does. */
  council: address.optional(),
  consortium: address,
  accounts: address,
  documents: address,
  programmeFactory: address,
  programmeBeacon: address,
  /** Absent in files from before there were agreements and funds, like the two below. */
  agreementFactory: address.optional(),
  agreementBeacon: address.optional(),
  donorFundFactory: address.optional(),
  /** The chain's token for ether, through which donor funds take it; absent where they take none. */
  wrappedEther: address.optional(),
});

const deployment = z.object({
  chainId: z.int().positive(),
  /** First block with an event of these contracts. */
  fromBlock: z.int().nonnegative(),
  contracts,
  /** Commit of the project that was deployed. */
  commit: z.string().min(1).optional(),
});

/** Addresses of the suite's contracts on a chain, checksummed. */
export type DeployedContracts = z.output<typeof contracts>;

/** What `deployments/<chain id>.json` says. Programmes are not in it: they are found from the factory's events. */
export type Deployment = z.output<typeof deployment>;

/**
 * Check the content of a deployment file.
 * @param json The parsed file.
 * @throws AnnonaError DEPLOY-101 naming the first field that is missing or wrong.
 */
export function parseDeployment(json: unknown): Deployment {
  const result = deployment.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join(".") || "the file";
  throw new AnnonaError({
    code: "DEPLOY-101",
    summary: `The deployment file is not usable: ${field}: ${issue?.message ?? "not an object"}.`,
    next: "Deploy again, or take the file of the chain from whoever deployed.",
  });
}
