// SPDX-License-Identifier: Apache-2.0
// `npm run deploy -- --network NAME --plan FILE`: the suite on a chain of the configuration, the same way as on the local one.
import { resolve } from "node:path";
import { Command, CommanderError } from "commander";
import { AnnonaError } from "#sdk/errors/index.ts";
import { readDeploymentPlan } from "./deploy/councilPlan.ts";
import { deployTo, type NetworkDeployment } from "./deploy/deployTo.ts";

/** What commander makes of the words. */
interface Options extends Omit<NetworkDeployment, "plan" | "tell"> {
  /** File of the plan. */
  readonly plan: string;
}

const from = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

const program = new Command("deploy")
  .description(
    "Deploy the contracts, or what is missing of them, with the council of the plan as their governor.",
  )
  .requiredOption("--network <name>", "network of hardhat.config.ts")
  .requiredOption("--plan <file>", "council and delays, as in deployments/plan.example.json", from)
  .option("--confirmations <n>", "blocks until a transaction counts as done", Number, 5)
  .option("--deployments <folder>", "where the file with the addresses goes", from, resolve("deployments"))
  .option("--journal <folder>", "where the journal goes [ignition/deployments/chain-ID]", from)
  .option("--verify <explorer>", "publish the sources: etherscan, blockscout or sourcify")
  .option("--explorer-api <url>", "where that explorer's API answers, if it is your own")
  .exitOverride();

try {
  const { plan, ...options } = program.parse().opts<Options>();
  await deployTo({
    ...options,
    plan: await readDeploymentPlan(plan),
    tell: (line) => console.log(line),
  });
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof AnnonaError) {
    const { code, summary, next, details } = error;
    console.error(`${details ? `${details}\n\n` : ""}${code}: ${summary}\n${next}`);
    process.exitCode = 1;
  } else throw error;
}
