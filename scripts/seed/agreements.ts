// SPDX-License-Identifier: Apache-2.0
import { hexlify, toUtf8Bytes, type Wallet } from "ethers";
import { IAgreementFactory__factory } from "#bindings/index.ts";
import { recordDocument } from "#scripts/cli/actions/documents.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import {
  AGREEMENT,
  MILESTONE_KINDS,
  type MilestoneKind,
  offerTerms,
  type Terms,
} from "#sdk/agreements/index.ts";
import { agreementFileAddress } from "#sdk/office/index.ts";
import { type Agency, chainDay } from "./demoMonth.ts";
import { type DemoDocument, demoAnnexes, demoDescriptions, demoEvidence } from "./evidence.ts";
import { actTogether } from "./programme.ts";

const DAY = 86_400;
/** Millionths of a dollar. */
const DOLLAR = 1_000_000n;
const NO_FINDING = 0;

interface PlannedMilestone {
  readonly kind: MilestoneKind;
  readonly dollars: bigint;
  /** Days from today. */
  readonly due: number;
}

const BOREHOLES: readonly PlannedMilestone[] = [
  { kind: "Deliverable", dollars: 6_000n, due: -20 },
  { kind: "Deliverable", dollars: 14_000n, due: -3 },
  { kind: "Deliverable", dollars: 9_500n, due: 10 },
  { kind: "Deliverable", dollars: 8_000n, due: 90 },
];
const RADIO: readonly PlannedMilestone[] = [
  { kind: "Advance", dollars: 2_000n, due: 14 },
  { kind: "Deliverable", dollars: 4_500n, due: 120 },
  { kind: "Reimbursement", dollars: 1_500n, due: 130 },
];

/** An agreement that both sides have signed; no money is in it yet. @returns its address. */
export async function startBoreholes(agency: Agency, partner: number, asset: string): Promise<string> {
  const { people } = agency;
  const agreement = await createAgreement(agency, partner, asset, "Boreholes, northern districts");
  const terms = await termsOf(agency, BOREHOLES, demoDescriptions.boreholes);
  await actTogether(people.finance, people.approver, agreement, offerTerms(terms));
  const data = AGREEMENT.encodeFunctionData("acceptTerms", [terms]);
  await signAndSend(people["partner-administrator"], { to: agreement, data });
  return agreement;
}

/** An agreement whose terms wait for the partner. */
export async function offerRadio(agency: Agency, partner: number, asset: string): Promise<void> {
  const { people } = agency;
  const agreement = await createAgreement(agency, partner, asset, "Cholera prevention by radio");
  const terms = await termsOf(agency, RADIO, demoDescriptions.radio);
  await actTogether(people.finance, people.approver, agreement, offerTerms(terms));
}

/** The first milestone paid, the second verified, the third still with its monitors. */
export async function workOnBoreholes(agency: Agency, partner: number, agreement: string): Promise<void> {
  const { people, tell } = agency;
  tell("submitting, verifying and paying the partner's milestones");
  const [siting, drilling, pumps] = demoEvidence;
  const { monitor, "monitor-2": second } = people;
  await submit(agency, partner, agreement, 1, siting);
  await verify(agreement, 1, siting, [monitor, second]);
  await payInFull(agency, agreement, 1, siting);
  await submit(agency, partner, agreement, 2, drilling);
  await verify(agreement, 2, drilling, [monitor, second]);
  await submit(agency, partner, agreement, 3, pumps);
  await verify(agreement, 3, pumps, [monitor]);
}

async function createAgreement(
  { suite, people, organisation }: Agency,
  partner: number,
  asset: string,
  title: string,
): Promise<string> {
  const to = suite.deployment.contracts.agreementFactory;
  if (to === undefined) throw new Error("The deployment has no factory of agreements.");
  const face = IAgreementFactory__factory.createInterface();
  const currency = hexlify(toUtf8Bytes("USD"));
  const settings = { agency: organisation, partner, asset, currency, title };
  const data = face.encodeFunctionData("createAgreement", [settings]);
  const { logs } = await signAndSend(people.administrator, { to, data });
  for (const log of logs) {
    const event = face.parseLog(log);
    if (event?.name === "AgreementCreated") return event.args.agreement as string;
  }
  throw new Error("An agreement was made and its event is missing.");
}

async function termsOf(
  { suite, people }: Agency,
  milestones: readonly PlannedMilestone[],
  descriptions: readonly DemoDocument[],
): Promise<Terms> {
  const today = await chainDay(suite);
  const hashes = descriptions.map(({ hash }) => hash);
  return {
    version: 1,
    payout: people["partner-wallet"].address,
    milestones: milestones.map(({ kind, dollars, due }, i) => ({
      kind: MILESTONE_KINDS.indexOf(kind),
      dueDay: today + due,
      amount: dollars * DOLLAR,
      description: hashes[i] ?? "",
    })),
    monitors: [people.monitor, people["monitor-2"], people["monitor-3"]].map(({ address }) => address),
    quorum: 2,
    reviewPeriod: 14 * DAY,
    arbiter: people.arbiter.address,
    arbiterPeriod: 21 * DAY,
    silenceShare: 5_000,
    noticePeriod: 30 * DAY,
    documents: demoAnnexes[0].hash,
  };
}

/** The partner's officer submits the whole of a milestone, and records its evidence so that everybody can check the file. */
async function submit(
  { suite, people, officeUrl }: Agency,
  organisation: number,
  agreement: string,
  milestone: number,
  { bytes, hash }: DemoDocument,
): Promise<void> {
  const officer = people["partner-preparer"];
  const uri = agreementFileAddress(officeUrl, agreement, hash);
  const claimed = (BOREHOLES[milestone - 1]?.dollars ?? 0n) * DOLLAR;
  const data = AGREEMENT.encodeFunctionData("submitMilestone", [milestone, claimed, hash, uri]);
  await signAndSend(officer, { to: agreement, data });
  await recordDocument(suite, officer, { organisation, bytes, kind: "Evidence", subject: agreement, uri });
}

async function verify(
  agreement: string,
  milestone: number,
  { hash }: DemoDocument,
  monitors: readonly Wallet[],
): Promise<void> {
  const data = AGREEMENT.encodeFunctionData("verifyMilestone", [milestone, hash]);
  for (const monitor of monitors) await signAndSend(monitor, { to: agreement, data });
}

async function payInFull(
  { people }: Agency,
  agreement: string,
  milestone: number,
  { hash }: DemoDocument,
): Promise<void> {
  const amount = (BOREHOLES[milestone - 1]?.dollars ?? 0n) * DOLLAR;
  const authorisation = [milestone, hash, amount, NO_FINDING] as const;
  const proposal = AGREEMENT.encodeFunctionData("proposeAuthorisation", [...authorisation]);
  await signAndSend(people.finance, { to: agreement, data: proposal });
  const data = AGREEMENT.encodeFunctionData("authoriseMilestone", [...authorisation]);
  await signAndSend(people.approver, { to: agreement, data });
}
