// SPDX-License-Identifier: Apache-2.0
import { readFile } from "node:fs/promises";
import { getAddress, isAddress, id as keccakOfText } from "ethers";
import { z } from "zod";
import { AnnonaError } from "#sdk/errors/index.ts";

const DAY = 86_400;

/** What a council is made with, as its contract takes it. Delays in seconds. */
export interface CouncilPlan {
  readonly members: readonly { readonly account: string; readonly nameHash: string }[];
  readonly settings: {
    readonly quorum: number;
    readonly upgradeQuorum: number;
    readonly delay: number;
    readonly upgradeDelay: number;
    readonly gracePeriod: number;
  };
}

/** What is deployed on a chain. */
export interface DeploymentPlan {
  readonly council: CouncilPlan;
  /** Seconds that a proposed appointment of an officer waits. */
  readonly grantDelay: number;
  /** The chain's token for ether, through which donor funds take it. */
  readonly wrappedEther?: string;
}

const days = z.int().nonnegative();
const account = z.string().refine((text) => isAddress(text), "is not an address");
const schema = z.strictObject({
  council: z.strictObject({
    members: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          account,
        }),
      )
      .min(1),
    quorum: z.int().positive(),
    upgradeQuorum: z.int().positive(),
    delayDays: days,
    upgradeDelayDays: days,
    graceDays: days,
  }),
  grantDelayDays: days,
  wrappedEther: account.optional(),
});

/**
 * Read the plan of a deployment from its file.
 * @throws AnnonaError DEPLOY-103 when it cannot be read or does not fit.
 */
export async function readDeploymentPlan(file: string): Promise<DeploymentPlan> {
  try {
    return parseDeploymentPlan(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (error instanceof AnnonaError || !(error instanceof Error)) throw error;
    throw unusable("the file", error.message);
  }
}

/**
 * Read what people wrote down: the members of the council by name and address, its quorums, and delays in days.
 * @param json The parsed file, as deployments/plan.example.json.
 * @throws AnnonaError DEPLOY-103 naming the first field that is missing or wrong.
 */
export function parseDeploymentPlan(json: unknown): DeploymentPlan {
  const result = schema.safeParse(json);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw unusable(issue?.path.join(".") || "the file", issue?.message ?? "is wrong");
  }
  const { council, grantDelayDays, wrappedEther } = result.data;
  return {
    grantDelay: grantDelayDays * DAY,
    ...(wrappedEther === undefined ? {} : { wrappedEther: getAddress(wrappedEther) }),
    council: {
      members: council.members.map(({ name, account }) => memberOf(name, getAddress(account))),
      settings: {
        quorum: council.quorum,
        upgradeQuorum: council.upgradeQuorum,
        delay: council.delayDays * DAY,
        upgradeDelay: council.upgradeDelayDays * DAY,
        gracePeriod: council.graceDays * DAY,
      },
    },
  };
}

/** A member as the council keeps it. */
export function memberOf(name: string, account: string): CouncilPlan["members"][number] {
  return { account, nameHash: keccakOfText(name) };
}

/**
 * A council of one, who decides at once: to begin with on a local chain. Upgrades wait two weeks even there.
 * @param account Address of the member.
 */
export function councilOfOne(account: string): CouncilPlan {
  return {
    members: [memberOf("Founding member", account)],
    settings: { quorum: 1, upgradeQuorum: 1, delay: 0, upgradeDelay: 14 * DAY, gracePeriod: 7 * DAY },
  };
}

function unusable(field: string, reason: string): AnnonaError {
  return new AnnonaError({
    code: "DEPLOY-103",
    summary: `The plan of the deployment is not usable: ${field}: ${reason}.`,
    next: "Mend the file; deployments/plan.example.json shows all that belongs in it.",
  });
}
