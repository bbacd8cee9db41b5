// SPDX-License-Identifier: Apache-2.0
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Artifact, ArtifactResolver } from "@nomicfoundation/ignition-core";
import { id } from "ethers";

const ARTIFACTS = new URL("../../artifacts/", import.meta.url);

/** Where the contracts of the Core module come from. */
const SOURCES: Readonly<Record<string, string>> = {
  Council: "contracts/governance/Council.sol",
  Consortium: "contracts/governance/Consortium.sol",
  BeneficiaryAccounts: "contracts/accounts/BeneficiaryAccounts.sol",
  DocumentRegistry: "contracts/records/DocumentRegistry.sol",
  Programme: "contracts/programmes/Programme.sol",
  ProgrammeOffice: "contracts/programmes/ProgrammeOffice.sol",
  ProgrammeShops: "contracts/programmes/ProgrammeShops.sol",
  ProgrammeFactory: "contracts/programmes/ProgrammeFactory.sol",
  AgreementOffice: "contracts/agreements/AgreementOffice.sol",
  MilestoneAgreement: "contracts/agreements/MilestoneAgreement.sol",
  AgreementFactory: "contracts/agreements/AgreementFactory.sol",
  DonorFundFactory: "contracts/funding/DonorFundFactory.sol",
  CurrencyUnit: "contracts/funding/CurrencyUnit.sol",
  DemoDollar: "contracts/testing/DemoDollar.sol",
  WrappedEther: "contracts/testing/WrappedEther.sol",
};

/** What the contract build wrote, read without starting the build tool, so that a start stays quick. */
export const builtArtifacts: ArtifactResolver = {
  loadArtifact: readArtifact,
  getBuildInfo: async () => undefined,
};

/** @throws Error when the contract is not one of those that are deployed, or was not built. */
export async function readArtifact(contract: string): Promise<Artifact> {
  const source = SOURCES[contract];
  if (source === undefined) throw new Error(`No source is named for ${contract}.`);
  return JSON.parse(await readFile(fileURLToPath(new URL(`${source}/${contract}.json`, ARTIFACTS)), "utf8"));
}

/** Tells builds of the deployed contracts apart. */
export async function contractsFingerprint(): Promise<string> {
  const artifacts = await Promise.all(Object.keys(SOURCES).map(readArtifact));
  return id(artifacts.map(({ bytecode }) => bytecode).join());
}
