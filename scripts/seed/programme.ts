// SPDX-License-Identifier: Apache-2.0
import { ContractFactory, encodeBytes32String, hexlify, keccak256, toUtf8Bytes, type Wallet } from "ethers";
import { DemoDollar__factory } from "#bindings/index.ts";
import { recordDocument } from "#scripts/cli/actions/documents.ts";
import { approve, propose } from "#scripts/cli/acts.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import { readArtifact } from "#scripts/deploy/artifacts.ts";
import {
  acts,
  approveTokensCall,
  type Band,
  fundCall,
  type ProgrammeHandle,
  readProgramme,
  type Suite,
} from "#sdk/agency/index.ts";
import type { People } from "./people.ts";

export interface ProgrammeInput {
  readonly organisation: number;
  readonly name: string;
  readonly asset: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Smallest payable step, ledger units. */
  readonly step: bigint;
  readonly modality: "voucher" | "cash";
  /** Purpose code of the OECD DAC. */
  readonly purpose: string;
  readonly bands: readonly Band[];
}

/** Deploy a contract that belongs to one agency or to the demonstration. @returns its address. */
async function deploy(
  deployer: Wallet,
  name: "CurrencyUnit" | "DemoDollar" | "WrappedEther",
  args: readonly unknown[],
): Promise<string> {
  const { abi, bytecode } = await readArtifact(name);
  const contract = await new ContractFactory(abi, bytecode, deployer).deploy(...args);
  await contract.waitForDeployment();
  return await contract.getAddress();
}

/** An agency's unit of account in a local currency. */
export async function deployUnit(
  suite: Suite,
  people: People,
  organisation: number,
  code: string,
  decimals: number,
): Promise<string> {
  const name = `${code} unit`;
  return await deploy(people.administrator, "CurrencyUnit", [
    suite.deployment.contracts.consortium,
    organisation,
    name,
    code,
    decimals,
  ]);
}

/** A dollar token that anyone can make more of. */
export async function deployDollar(people: People): Promise<string> {
  return await deploy(people.administrator, "DemoDollar", []);
}

/** The local chain's token for ether. It is there before the suite, as on other chains. @param deployer Anybody. */
export async function deployWrappedEther(deployer: Wallet): Promise<string> {
  return await deploy(deployer, "WrappedEther", []);
}

/** Create a programme as the agency's administrator. */
export async function createProgramme(
  suite: Suite,
  people: People,
  input: ProgrammeInput,
): Promise<ProgrammeHandle> {
  const { organisation, asset, currency, step, modality, purpose, name, bands } = input;
  const settings = {
    organisation,
    asset,
    currency: hexlify(toUtf8Bytes(currency)),
    payableStep: step,
    modality: modality === "voucher" ? 0 : 1,
    purpose: encodeBytes32String(purpose),
    name,
  };
  const { factory } = suite;
  const data = factory.interface.encodeFunctionData("createProgramme", [settings, [...bands]]);
  const receipt = await signAndSend(people.administrator, { to: await factory.getAddress(), data });
  for (const log of receipt.logs) {
    const event = factory.interface.parseLog(log);
    if (event?.name === "ProgrammeCreated") return await readProgramme(suite, event.args.programme);
  }
  throw new Error("A programme was made and its event is missing.");
}

/** Have one officer propose an act of a contract and another approve it. */
export async function actTogether(
  proposer: Wallet,
  approver: Wallet,
  contract: string,
  act: string,
): Promise<void> {
  await approve(approver, { contract, actId: await propose(proposer, contract, act), act });
}

/** Record the donor as a source, and bring its money in. @param amount Ledger units. */
export async function fund(people: People, programme: ProgrammeHandle, amount: bigint): Promise<void> {
  const source = people.donor.address;
  if (!(await programme.contract.isSource(source))) {
    const document = keccak256(toUtf8Bytes(`Grant agreement, ${programme.name}`));
    const act = acts.recordSource(source, document);
    await actTogether(people.finance, people.approver, programme.address, act);
  }
  const tokens = amount * (await programme.contract.assetScale());
  await signAndSend(people.donor, approveTokensCall(programme, tokens, source));
  await signAndSend(people.donor, fundCall(programme, amount, source, source));
}

/** XOF a euro cent, scaled by 1e18: the two currencies' fixed rate of 655.957 francs a euro. */
const XOF_A_CENT = 6_559_570_000_000_000_000n;
const RATE_SCALE = 10n ** 18n;

/** Issue XOF units to the donor against a funding in euros. @param cents Euro cents. @returns The units issued. */
export async function issueUnits(
  suite: Suite,
  people: People,
  organisation: number,
  unit: string,
  cents: bigint,
): Promise<bigint> {
  const amount = (cents * XOF_A_CENT) / RATE_SCALE;
  const document = await recordDocument(suite, people.finance, {
    organisation,
    bytes: toUtf8Bytes(`Funding advice: ${cents} euro cents for ${amount} XOF`),
    kind: "Funding",
    subject: unit,
  });
  const funding = { sourceAmount: cents, sourceCurrency: "EUR", rate: XOF_A_CENT, document };
  const act = acts.issueUnits(people.donor.address, amount, funding);
  await actTogether(people.finance, people.approver, unit, act);
  return amount;
}

/** Make demo dollars, for the donor unless somebody else is named. @param amount Millionths. */
export async function mintDollars(
  people: People,
  dollar: string,
  amount: bigint,
  to = people.donor.address,
): Promise<void> {
  const data = DemoDollar__factory.createInterface().encodeFunctionData("mint", [to, amount]);
  await signAndSend(people.donor, { to: dollar, data });
}
