// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { copyFile, mkdir, open, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { contractsFingerprint } from "#scripts/deploy/artifacts.ts";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { readDeployment, writeDeployment } from "#scripts/deploy/deploymentFiles.ts";
import { seedDemo } from "#scripts/seed/demo.ts";
import { openPeople } from "#scripts/seed/people.ts";
import { deployWrappedEther } from "#scripts/seed/programme.ts";
import { openProvider, type Suite, suiteOn } from "#sdk/agency/index.ts";
import { type Chain, startAnvil } from "./anvil.ts";
import { type Home, setAside, wipe } from "./home.ts";

type Tell = (line: string) => void;

/** The local chain's number. */
export const LOCAL_CHAIN = 31_337;

/** Officers of the demonstration are appointed at once. */
const DEMO_GRANT_DELAY = 0;

/** Seconds between saves of the chain, for the case that it is killed. */
const SAVE_EVERY = 15;

export interface LocalChainOptions {
  readonly home: Home;
  readonly port: number;
  /** Folder of the deployment files. */
  readonly deployments: string;
  /** Where the demonstration's office will answer. */
  readonly officeUrl: string;
  readonly tell: Tell;
}

/**
 * Bring the local chain up with the contracts deployed and the demonstration seeded: what yesterday left, or all of it anew.
 * @throws StartError START-201; AnnonaError DEPLOY-201.
 */
export async function startLocalChain(options: LocalChainOptions): Promise<Chain> {
  const { home, deployments, tell } = options;
  await mkdir(home.chain, { recursive: true });
  if (await isOfOtherContracts(home)) {
    tell(`the contracts have changed: beginning anew, the old chain is kept in ${await setAside(home)}`);
  }
  await repairState(home, tell);
  const chain = await startChain(options);
  if (await isComplete(chain, home, deployments)) return chain;

  // A first start, or one that was cut off before its end: nothing of it is worth keeping.
  await chain.stop();
  await wipe(home);
  await mkdir(home.chain, { recursive: true });
  await fillChain(options);
  // Started again, so that the chain is saved before anybody works with it.
  return await startChain(options);
}

function startChain({ home, port }: LocalChainOptions): Promise<Chain> {
  return startAnvil({ port, stateFile: home.state, saveEvery: SAVE_EVERY });
}

async function fillChain(options: LocalChainOptions): Promise<void> {
  const { home, deployments, officeUrl, tell } = options;
  const chain = await startChain(options);
  const provider = openProvider(chain.url, LOCAL_CHAIN);
  try {
    tell("deploying the contracts");
    const { council, donor } = openPeople(provider);
    const wrappedEther = await deployWrappedEther(donor);
    const deployment = await deployCore({
      provider,
      deployer: council.address,
      council: council.address,
      grantDelay: DEMO_GRANT_DELAY,
      wrappedEther,
      journal: home.journal,
    });
    await writeDeployment(deployments, deployment);
    await seedDemo(suiteOn(provider, deployment), home.demo, tell, officeUrl);
    const last = await provider.getBlock("latest");
    const seed = { block: last?.number, hash: last?.hash, contracts: await contractsFingerprint() };
    await writeFile(seedFile(home), `${JSON.stringify(seed)}\n`);
  } finally {
    provider.destroy();
    await chain.stop();
  }
  await copyFile(home.state, backupOf(home));
}

const seedSchema = z.object({ block: z.int(), hash: z.string(), contracts: z.string() });

/** What the seed left behind at its end: its last block, and which contracts it was made with. */
async function readSeed(home: Home): Promise<z.output<typeof seedSchema> | undefined> {
  if (!existsSync(seedFile(home))) return undefined;
  return seedSchema.parse(JSON.parse(await readFile(seedFile(home), "utf8")));
}

function seedFile(home: Home): string {
  return join(home.demo, "done.json");
}

async function isOfOtherContracts(home: Home): Promise<boolean> {
  const seed = await readSeed(home);
  return seed !== undefined && seed.contracts !== (await contractsFingerprint());
}

/** Whether the chain still has the last block of the demonstration's seed. */
async function isComplete(chain: Chain, home: Home, deployments: string): Promise<boolean> {
  const seed = await readSeed(home);
  if (seed === undefined) return false;
  const provider = openProvider(chain.url, LOCAL_CHAIN);
  try {
    const block = await provider.getBlock(seed.block);
    return block?.hash === seed.hash && (await isDeployed(provider, deployments));
  } finally {
    provider.destroy();
  }
}

async function isDeployed(provider: Suite["provider"], deployments: string): Promise<boolean> {
  if (!existsSync(join(deployments, `${LOCAL_CHAIN}.json`))) return false;
  const { contracts } = await readDeployment(deployments, LOCAL_CHAIN);
  return (await provider.getCode(contracts.programmeFactory)) !== "0x";
}

/** Where the machine died while the chain was being saved, take the save before. */
async function repairState(home: Home, tell: Tell): Promise<void> {
  if (!existsSync(home.state)) return;
  if (await isWhole(home.state)) {
    await copyFile(home.state, backupOf(home));
    return;
  }
  tell("the last save of the chain is not whole: going on with the one before");
  await rename(home.state, `${home.state}.broken`);
  if (existsSync(backupOf(home))) await copyFile(backupOf(home), home.state);
}

function backupOf(home: Home): string {
  return join(home.chain, "state.before.json");
}

/** Whether the file ends as a JSON object does. */
async function isWhole(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) return false;
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer.toString() === "}";
  } finally {
    await file.close();
  }
}
