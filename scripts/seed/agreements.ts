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
import { type DemoDocument, demoAnnexes, demoDescriptions, demoEvidence, solarEvidence } from "./evidence.ts";
import { actTogether } from "./programme.ts";

const DAY = 86_400;
/** Ledger units of a dollar, and of an ether. */
const WHOLE = 1_000_000n;
const NO_FINDING = 0;

interface PlannedMilestone {
  readonly kind: MilestoneKind;
  /** Dollars or ether. */
  readonly price: bigint;
  /** Days from today. */
  readonly due: number;
}

const BOREHOLES: readonly PlannedMilestone[] = [
  { kind: "Deliverable", price: 6_000n, due: -20 },
  { kind: "Deliverable", price: 14_000n, due: -3 },
  { kind: "Deliverable", price: 9_500n, due: 10 },
  { kind: "Deliverable", price: 8_000n, due: 90 },
];
const SOLAR_DELIVERY = 3n;
const SOLAR: readonly PlannedMilestone[] = [
  { kind: "Deliverable", price: SOLAR_DELIVERY, due: -5 },
  { kind: "Deliverable", price: 5n, due: 60 },
];
const RADIO: readonly PlannedMilestone[] = [
  { kind: "Advance", price: 2_000n, due: 14 },
  { kind: "Deliverable", price: 4_500n, due: 120 },
  { kind: "Reimbursement", price: 1_500n, due: 130 },
];

/** An agreement that both sides have signed; no money is in it yet. @returns its address. */
export async function startBoreholes(agency: Agency, partner: number, asset: string): Promise<string> {
  const agreement = await createAgreement(agency, partner, asset, "Boreholes, northern districts", "USD");
  await signOnBothSides(agency, agreement, await termsOf(agency, BOREHOLES, demoDescriptions.boreholes));
  return agreement;
}

/** The same, to be paid in ether. @param asset The chain's token for ether. */
export async function startSolarPumps(agency: Agency, partner: number, asset: string): Promise<string> {
  const agreement = await createAgreement(agency, partner, asset, "Solar pumps for health posts", "ETH");
  await signOnBothSides(agency, agreement, await termsOf(agency, SOLAR, demoDescriptions.solar));
  return agreement;
}

/** An agreement whose terms wait for the partner. */
export async function offerRadio(agency: Agency, partner: number, asset: string): Promise<void> {
  const { people } = agency;
  const agreement = await createAgreement(agency, partner, asset, "Cholera prevention by radio", "USD");
  const terms = await termsOf(agency, RADIO, demoDescriptions.radio);
  await actTogether(people.finance, people.approver, agreement, offerTerms(terms));
}

/** The first milestone paid, the second verified, the third still with its monitors. */
export async function workOnBoreholes(agency: Agency, partner: number, agreement: string): Promise<void> {
  const { people, tell } = agency;
  tell("submitting, verifying and paying the partner's milestones");
  const [siting, drilling, pumps] = demoEvidence;
  const { monitor, "monitor-2": second } = people;
  const steps = BOREHOLES.map((planned, i) => ({ ...planned, partner, agreement, milestone: i + 1 }));
  const [first, next, last] = steps;
  if (!first || !next || !last) throw new Error("The boreholes have too few milestones.");
  await submit(agency, first, siting);
  await verify(first, siting, [monitor, second]);
  await payInFull(agency, first, siting);
  await submit(agency, next, drilling);
  await verify(next, drilling, [monitor, second]);
  await submit(agency, last, pumps);
  await verify(last, pumps, [monitor]);
}

/** The first milestone in ether paid, the second planned. */
export async function payForSolarPumps(agency: Agency, partner: number, agreement: string): Promise<void> {
  const { monitor, "monitor-3": third } = agency.people;
  const step = { partner, agreement, milestone: 1, price: SOLAR_DELIVERY };
  await submit(agency, step, solarEvidence);
  await verify(step, solarEvidence, [monitor, third]);
  await payInFull(agency, step, solarEvidence);
}

async function signOnBothSides({ people }: Agency, agreement: string, terms: Terms): Promise<void> {
  await actTogether(people.finance, people.approver, agreement, offerTerms(terms));
  const data = AGREEMENT.encodeFunctionData("acceptTerms", [terms]);
  await signAndSend(people["partner-administrator"], { to: agreement, data });
}

/** A milestone to be worked on. */
interface Step {
  /** The partner's organisation. */
  readonly partner: number;
  readonly agreement: string;
  readonly milestone: number;
  readonly price: bigint;
}

async function createAgreement(
  { suite, people, organisation }: Agency,
  partner: number,
  asset: string,
  title: string,
  code: "USD" | "ETH",
): Promise<string> {
  const to = suite.deployment.contracts.agreementFactory;
  if (to === undefined) throw new Error("The deployment has no factory of agreements.");
  const face = IAgreementFactory__factory.createInterface();
  const currency = hexlify(toUtf8Bytes(code));
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
    milestones: milestones.map(({ kind, price, due }, i) => ({
      kind: MILESTONE_KINDS.indexOf(kind),
      dueDay: today + due,
      amount: price * WHOLE,
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
  { partner: organisation, agreement, milestone, price }: Step,
  { bytes, hash }: DemoDocument,
): Promise<void> {
  const officer = people["partner-preparer"];
  const uri = agreementFileAddress(officeUrl, agreement, hash);
  const data = AGREEMENT.encodeFunctionData("submitMilestone", [milestone, price * WHOLE, hash, uri]);
  await signAndSend(officer, { to: agreement, data });
  await recordDocument(suite, officer, { organisation, bytes, kind: "Evidence", subject: agreement, uri });
}

async function verify(
  { agreement, milestone }: Step,
  { hash }: DemoDocument,
  monitors: readonly Wallet[],
): Promise<void> {
  const data = AGREEMENT.encodeFunctionData("verifyMilestone", [milestone, hash]);
  for (const monitor of monitors) await signAndSend(monitor, { to: agreement, data });
}

async function payInFull(
  { people }: Agency,
  { agreement, milestone, price }: Step,
  { hash }: DemoDocument,
): Promise<void> {
  const authorisation = [milestone, hash, price * WHOLE, NO_FINDING] as const;
  const proposal = AGREEMENT.encodeFunctionData("proposeAuthorisation", [...authorisation]);
  await signAndSend(people.finance, { to: agreement, data: proposal });
  const data = AGREEMENT.encodeFunctionData("authoriseMilestone", [...authorisation]);
  await signAndSend(people.approver, { to: agreement, data });
}
