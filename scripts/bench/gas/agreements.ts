// SPDX-License-Identifier: Apache-2.0
import beaconArtifact from "@openzeppelin/contracts/build/contracts/UpgradeableBeacon.json" with {
  type: "json",
};
import { ethers } from "ethers";
import hre from "hardhat";
import {
  AgreementFactory__factory,
  AgreementOffice__factory,
  Consortium__factory,
  DemoDollar__factory,
  type IMilestoneAgreement,
  IMilestoneAgreement__factory,
  MilestoneAgreement__factory,
} from "#bindings/index.ts";
import { gasOf, mined } from "./world.ts";

type Signer = ethers.Signer & { readonly address: string };

/** Roles of officers, as the Consortium numbers them. */
const ROLES = { preparer: 2, approver: 3, finance: 4 } as const;
const AGENCY = 1;
const PARTNER = 2;
const DAY = 86_400;
const AMOUNT = 10n ** 10n;
/** One more than are measured: the last payment empties the escrow, and gets gas back for it. */
const MILESTONES = 4n;
/** Evidence lies at an address of a usual length. */
const URI = "https://files.partner.example/2026/milestone-3/evidence.pdf";

const STATEMENT = {
  Verification: [
    { name: "milestone", type: "uint32" },
    { name: "evidence", type: "bytes32" },
    { name: "submittedAt", type: "uint40" },
  ],
};
/** The state of a milestone that is paid, as the contract numbers it. */
const PAID = 6n;

interface Desk {
  readonly agreement: IMilestoneAgreement;
  readonly finance: Signer;
  readonly approver: Signer;
  readonly partner: Signer;
  readonly monitors: readonly Signer[];
  readonly stop: () => Promise<void>;
}

/**
 * Gas of a milestone from its evidence to its payment, each transaction of it: submission, two of three verifications, the proposal of the
 * authorisation and its approval, which pays. `agreement.milestone` has both monitors' signed statements sent in one transaction,
 * `agreement.milestone.direct` each monitor sending their own. The payout holds the token already.
 *
 * @param network A simulated network of the Hardhat configuration.
 */
export async function measureAgreements(network: string): Promise<Record<string, number>> {
  const desk = await startDesk(network);
  await payMilestone(desk, 1, verifyDirectly);
  const direct = await payMilestone(desk, 2, verifyDirectly);
  const signed = await payMilestone(desk, 3, verifyBySignatures);
  await desk.stop();
  return {
    "agreement.submit": direct.submit,
    "agreement.verify": Math.round(direct.verify / 2),
    "agreement.verify.signed": signed.verify,
    "agreement.propose": direct.propose,
    "agreement.authorise": direct.authorise,
    "agreement.milestone": sum(signed),
    "agreement.milestone.direct": sum(direct),
  };
}

type Verify = (desk: Desk, milestone: number, evidence: string) => Promise<number>;

async function payMilestone(desk: Desk, milestone: number, verify: Verify) {
  const { agreement, finance, approver, partner } = desk;
  const evidence = ethers.id(`evidence of milestone ${milestone}`);
  const gas = {
    submit: await gasOf(agreement.connect(partner).submitMilestone(milestone, AMOUNT, evidence, URI)),
    verify: await verify(desk, milestone, evidence),
    propose: await gasOf(agreement.connect(finance).proposeAuthorisation(milestone, evidence, AMOUNT, 0)),
    authorise: await gasOf(agreement.connect(approver).authoriseMilestone(milestone, evidence, AMOUNT, 0)),
  };
  const { state } = await agreement.milestoneOf(milestone);
  if (state !== PAID) throw new Error("a milestone of the benchmark was not paid");
  return gas;
}

async function verifyDirectly({ agreement, monitors }: Desk, milestone: number, evidence: string) {
  let gas = 0;
  for (const monitor of monitors.slice(0, 2)) {
    gas += await gasOf(agreement.connect(monitor).verifyMilestone(milestone, evidence));
  }
  return gas;
}

async function verifyBySignatures({ agreement, monitors }: Desk, milestone: number, evidence: string) {
  const { chainId } = (await agreement.runner?.provider?.getNetwork()) ?? {};
  const { since } = await agreement.milestoneOf(milestone);
  const domain = {
    name: "Annona Agreement",
    version: "1",
    chainId: chainId ?? 0n,
    verifyingContract: await agreement.getAddress(),
  };
  const statements = await Promise.all(
    monitors.slice(0, 2).map(async (monitor) => ({
      monitor: monitor.address,
      signature: await monitor.signTypedData(domain, STATEMENT, { milestone, evidence, submittedAt: since }),
    })),
  );
  return gasOf(agreement.verifyBySignatures(milestone, evidence, statements));
}

function sum(gas: Readonly<Record<string, number>>): number {
  return Object.values(gas).reduce((all, each) => all + each, 0);
}

async function startDesk(network: string): Promise<Desk> {
  const connection = await hre.network.connect(network);
  const signers = (await connection.ethers.getSigners()) as unknown as Signer[];
  const [council, administrator, finance, approver, partner, arbiter, payout, ...monitors] = signers.slice(
    0,
    10,
  );
  if (!council || !administrator || !finance || !approver || !partner || !arbiter || !payout) {
    throw new Error("the simulated network has too few signers");
  }
  const consortium = await new Consortium__factory(council).deploy(council.address, 0);
  const office = await new AgreementOffice__factory(council).deploy(consortium);
  const implementation = await new MilestoneAgreement__factory(council).deploy(consortium, office);
  const beacon = await new ethers.ContractFactory(
    beaconArtifact.abi,
    beaconArtifact.bytecode,
    council,
  ).deploy(implementation, council);
  const factory = await new AgreementFactory__factory(administrator).deploy(consortium, beacon);
  const token = await new DemoDollar__factory(council).deploy();

  await mined(consortium.admit("Bench agency", 0, "", administrator));
  await mined(consortium.admit("Bench partner", 1, "", partner));
  const appoint = async (organisation: number, by: Signer, role: number, officer: Signer) => {
    await mined(consortium.connect(by).proposeGrant(organisation, role, officer, 0));
    await mined(consortium.activateGrant(organisation, role, officer));
  };
  await appoint(AGENCY, administrator, ROLES.finance, finance);
  await appoint(AGENCY, administrator, ROLES.approver, approver);
  await appoint(PARTNER, partner, ROLES.preparer, partner);

  const currency = ethers.hexlify(ethers.toUtf8Bytes("USD"));
  await mined(
    factory.createAgreement({ agency: AGENCY, partner: PARTNER, asset: token, currency, title: "Bench" }),
  );
  const [address] = await factory.agreements();
  const agreement = IMilestoneAgreement__factory.connect(address as string, council);
  const act = async (calldata: string) => {
    const proposed = await mined(agreement.connect(finance).proposeAct(calldata));
    await mined(agreement.connect(approver).approveAct(actIdOf(agreement, proposed), calldata));
  };
  const terms = benchTerms(payout, arbiter, monitors);
  await act(agreement.interface.encodeFunctionData("recordSource", [finance.address, ethers.ZeroHash]));
  await act(agreement.interface.encodeFunctionData("offerTerms", [terms]));
  await mined(agreement.connect(partner).acceptTerms(terms));
  await mined(token.mint(finance, MILESTONES * AMOUNT));
  await mined(token.connect(finance).approve(agreement, MILESTONES * AMOUNT));
  await mined(agreement.connect(finance).fund(MILESTONES * AMOUNT, finance));
  return { agreement, finance, approver, partner, monitors, stop: () => connection.close() };
}

/** Deliverables, three monitors of whom two verify. */
function benchTerms(payout: Signer, arbiter: Signer, monitors: readonly Signer[]) {
  const description = ethers.id("what is to be done");
  return {
    version: 1,
    payout: payout.address,
    milestones: Array.from({ length: Number(MILESTONES) }, () => ({
      kind: 0,
      dueDay: 20_800,
      amount: AMOUNT,
      description,
    })),
    monitors: monitors.map(({ address }) => address),
    quorum: 2,
    reviewPeriod: 14 * DAY,
    arbiter: arbiter.address,
    arbiterPeriod: 21 * DAY,
    silenceShare: 5_000,
    noticePeriod: 30 * DAY,
    documents: ethers.id("documents"),
  };
}

function actIdOf(agreement: IMilestoneAgreement, proposed: ethers.ContractTransactionReceipt): bigint {
  const log = proposed.logs
    .map((entry) => agreement.interface.parseLog(entry))
    .find((entry) => entry?.name === "ActProposed");
  return log?.args.actId as bigint;
}
