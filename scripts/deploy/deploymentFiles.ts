// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Deployment, parseDeployment } from "#sdk/bindings/deployments.ts";
import { AnnonaError } from "#sdk/errors/index.ts";

/** The file that says where the contracts are on a chain. */
export function deploymentFile(folder: string, chainId: number): string {
  return join(folder, `${chainId}.json`);
}

/**
 * Where the contracts are on a chain.
 * @throws AnnonaError DEPLOY-102 when the folder has no file for the chain, DEPLOY-101 when the file is not usable.
 */
export async function readDeployment(folder: string, chainId: number): Promise<Deployment> {
  const file = deploymentFile(folder, chainId);
  if (!existsSync(file)) {
    throw new AnnonaError({
      code: "DEPLOY-102",
      summary: `There is no deployment for chain ${chainId} in ${folder}.`,
      next: "Start the local chain with npm start, or name the folder that has the file with --deployments.",
    });
  }
  return parseDeployment(JSON.parse(await readFile(file, "utf8")));
}

/** Write the file in one step, so that a reader never sees half of it. */
export async function writeDeployment(folder: string, deployment: Deployment): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = deploymentFile(folder, deployment.chainId);
  await writeFile(`${file}.new`, `${JSON.stringify(deployment, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
