// SPDX-License-Identifier: Apache-2.0

import { ContractFactory, type Wallet } from "ethers";
import { readArtifact } from "#scripts/deploy/artifacts.ts";

/** The token by which donor funds of the tests take ether. @returns its address. */
export async function deployWrappedEther(deployer: Wallet): Promise<string> {
  const { abi, bytecode } = await readArtifact("WrappedEther");
  const contract = await new ContractFactory(abi, bytecode, deployer).deploy();
  await contract.waitForDeployment();
  return await contract.getAddress();
}
