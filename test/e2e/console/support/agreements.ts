// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import { welcomeMembers } from "#scripts/seed/consortium.ts";
import type { PersonName } from "#scripts/seed/people.ts";
import { actTogether, deployDollar, mintDollars } from "#scripts/seed/programme.ts";
import { approveTokensCall } from "#sdk/agency/index.ts";
import {
  type AgreementHandle,
  type AgreementTerms,
  acceptTermsCall,
  createAgreementCall,
  descriptionPaper,
  documentsPaper,
  encodeTerms,
  escrowCall,
  listAgreements,
  type MilestoneTerms,
  offerTerms,
  recordSource,
} from "#sdk/agreements/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import type { Desk } from "./desk.ts";
import { signInAs } from "./desk.ts";
import type { World } from "./world.ts";

const DAY = 86_400;
const DOLLAR = 1_000_000n;

/** What of a world agreements are made on. */
type Ledger = Pick<World, "suite" | "people" | "organisation">;

/** A partner in the consortium, and the token that its agreements pay in. */
export interface Partnership {
  readonly partner: number;
  readonly dollar: string;
}

/** Admit a partner with its officers, and give the donor a million dollars to pay with. */
export async function foundPartner({ suite, people }: Ledger): Promise<Partnership> {
  const { partner } = await welcomeMembers(suite, people);
  const dollar = await deployDollar(people);
  await mintDollars(people, dollar, 1_000_000n * DOLLAR);
  return { partner, dollar };
}

/** A milestone of whole dollars, due in a month. */
export function milestoneOf(
  kind: MilestoneTerms["kind"],
  dollars: bigint,
  text: string,
  today: number,
): MilestoneTerms {
  return {
    kind,
    dueDay: today + 30,
    amount: amountOf(dollars * DOLLAR),
    description: descriptionPaper(text).hash,
  };
}

/** An agreement that both sides signed by the same calls as the pages make, its escrow filled by the donor. */
export async function signedAgreement(
  world: Ledger,
  { partner, dollar }: Partnership,
  title: string,
  milestones: readonly MilestoneTerms[],
): Promise<AgreementHandle> {
  const { suite, people, organisation } = world;
  const settings = { agency: organisation, partner, asset: dollar, currency: "USD", title };
  await signAndSend(people.administrator, createAgreementCall(suite, settings));
  const handle = (await listAgreements(suite)).at(-1);
  if (handle === undefined) throw new Error("the agreement is not there");
  const terms = termsFor(world, milestones);
  await actTogether(people.finance, people.approver, handle.address, offerTerms(encodeTerms(terms)));
  const { termsHash } = await handle.contract.offer();
  await signAndSend(people["partner-administrator"], acceptTermsCall(handle.address, terms, termsHash));
  await fillEscrow(world, handle);
  return handle;
}

/** Two monitors, both needed; the usual periods. */
export function termsFor({ people }: Ledger, milestones: readonly MilestoneTerms[]): AgreementTerms {
  return {
    version: 1,
    payout: people["partner-wallet"].address,
    milestones,
    monitors: [people.monitor.address, people["monitor-2"].address],
    quorum: 2,
    reviewPeriod: 14 * DAY,
    arbiter: people.arbiter.address,
    arbiterPeriod: 21 * DAY,
    silenceShare: 5_000,
    noticePeriod: 30 * DAY,
    documents: documentsPaper([]).hash,
  };
}

/** The donor becomes a source and brings in whatever is not funded. */
export async function fillEscrow({ people }: Ledger, handle: AgreementHandle): Promise<void> {
  const { donor } = people;
  if (!(await handle.contract.isSource(donor.address))) {
    const act = recordSource(donor.address, keccakOfText("grant"));
    await actTogether(people.finance, people.approver, handle.address, act);
  }
  const { unfunded } = await handle.contract.money();
  await signAndSend(donor, approveTokensCall(handle, unfunded, donor.address));
  await signAndSend(donor, escrowCall(handle.address, amountOf(unfunded), donor.address));
}

/** Somebody comes to the page of an agreement, signed in to the office. */
export async function comeTo(world: World, name: PersonName, handle: AgreementHandle): Promise<Desk> {
  const desk = await signInAs(world, name);
  await openAgreementPage(desk, handle);
  return desk;
}

export async function openAgreementPage({ page, world }: Desk, handle: AgreementHandle): Promise<void> {
  await page.goto(`${world.url}/console/agreements/${handle.address}`);
  await page.getByRole("heading", { level: 1, name: handle.title }).waitFor();
}

/** The part of the page about one milestone. */
export function milestoneOn({ page }: Desk, number: number) {
  return page.getByRole("article", { name: `Milestone ${number}` });
}

/** What a file is to the pages of a browser. */
export function fileOf(name: string, text: string) {
  return { name, mimeType: "application/pdf", buffer: Buffer.from(text) };
}

/** The partner's preparer hands a file in. */
export async function submitEvidence(
  desk: Desk,
  milestone: number,
  file: ReturnType<typeof fileOf>,
): Promise<void> {
  const part = milestoneOn(desk, milestone).getByRole("region", { name: "Submit evidence" });
  await part.locator('input[type="file"]').setInputFiles(file);
  await part.getByText(file.name).waitFor();
  await part.getByRole("button", { name: "Submit", exact: true }).click();
  await part.waitFor({ state: "detached" });
}

/** Fetch the file from the office and compare it with the ledger. */
export async function compareFile(desk: Desk, milestone: number): Promise<void> {
  const part = milestoneOn(desk, milestone);
  await part.getByRole("button", { name: "Fetch the file and compare" }).click();
  await part.getByText("The file is the one on the ledger: same fingerprint.").waitFor();
}

/** A monitor compares and verifies. */
export async function verifyMilestone(desk: Desk, milestone: number): Promise<void> {
  await compareFile(desk, milestone);
  const button = milestoneOn(desk, milestone).getByRole("button", { name: "Verify: the work is done" });
  await button.click();
  await button.waitFor({ state: "detached" });
}

/** What the first draft of the tests says. */
export interface Draft {
  readonly title: string;
  readonly partner: string;
  readonly asset: string;
  readonly payout: string;
  readonly monitors: readonly string[];
  readonly arbiter: string;
  readonly milestones: readonly { readonly amount: string; readonly due: string; readonly text: string }[];
}

/** Fill in the form of a new agreement and keep it at the office. */
export async function draftAgreement({ page, world }: Desk, draft: Draft): Promise<void> {
  await page.goto(`${world.url}/console/agreements/new`);
  const main = page.getByRole("main");
  await main.getByLabel("Title").fill(draft.title);
  await main.getByLabel("Partner", { exact: true }).selectOption({ label: draft.partner });
  await main.getByLabel("Token that it pays in").fill(draft.asset);
  await main.getByLabel("Currency", { exact: true }).fill("USD");
  await main.getByLabel("Partner is paid at").fill(draft.payout);
  for (const [i, { amount, due, text }] of draft.milestones.entries()) {
    if (i > 0) await main.getByRole("button", { name: "Add a milestone" }).click();
    const row = main.getByRole("group", { name: `Milestone ${i + 1}` });
    await row.getByLabel(/^Amount/).fill(amount);
    await row.getByLabel("Due").fill(due);
    await row.getByLabel("What is to be done").fill(text);
  }
  await main.getByLabel("Monitors", { exact: true }).fill(draft.monitors.join("\n"));
  await main.getByLabel("Verifications needed").fill(String(draft.monitors.length));
  await main.getByLabel("Arbiter", { exact: true }).fill(draft.arbiter);
  await saveDraft(page);
}

export async function saveDraft(page: Desk["page"]): Promise<void> {
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByText("The draft is kept at the office.").first().waitFor();
}

/** Open a draft from the list. */
export async function openDraft({ page, world }: Desk, title: string): Promise<void> {
  await page.goto(`${world.url}/console/agreements`);
  await page.getByRole("region", { name: "Drafts" }).getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 1, name: "Draft an agreement" }).waitFor();
}

/** Finance proposes the terms of the draft that is open. */
export async function proposeTerms({ page }: Desk): Promise<void> {
  await page.getByRole("button", { name: "Propose these terms to an approver" }).click();
  await page.getByRole("heading", { name: "Waiting for a second officer of the agency" }).waitFor();
}

/** An approver offers the proposed terms to the partner. */
export async function approveTerms({ page }: Desk, version: number): Promise<void> {
  const button = page.getByRole("button", { name: `Approve: Offer version ${version} of the terms` });
  await button.click();
  await page.getByRole("heading", { name: `Version ${version} is offered` }).waitFor();
}

/** The partner's administrator signs what is offered. */
export async function signTerms({ page }: Desk): Promise<void> {
  const button = page.getByRole("button", { name: "Sign these terms" });
  await button.click();
  await button.waitFor({ state: "detached" });
}

/** A monitor compares the file and sends it back. */
export async function returnMilestone(desk: Desk, milestone: number, finding: string): Promise<void> {
  await compareFile(desk, milestone);
  const part = milestoneOn(desk, milestone);
  await part.getByText("Send it back with a finding").click();
  await part.getByLabel("Finding", { exact: true }).selectOption({ label: finding });
  await part.getByRole("button", { name: "Send back", exact: true }).click();
  await part.getByText("Returned", { exact: true }).waitFor();
}

/** Finance proposes to pay the whole, an approver authorises it. */
export async function payMilestone(
  finance: Desk,
  approver: Desk,
  milestone: number,
  amount: string,
): Promise<void> {
  await compareFile(finance, milestone);
  await milestoneOn(finance, milestone).getByRole("button", { name: "Propose to an approver" }).click();
  await milestoneOn(finance, milestone)
    .getByText("Authorise the payment (an approver of the agency).")
    .waitFor();
  await compareFile(approver, milestone);
  const button = milestoneOn(approver, milestone).getByRole("button", { name: `Authorise ${amount}` });
  await button.click();
  await milestoneOn(approver, milestone).getByText("Paid", { exact: true }).first().waitFor();
}
