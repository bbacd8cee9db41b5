// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { PersonName } from "#scripts/seed/people.ts";
import { actTogether, mintDollars } from "#scripts/seed/programme.ts";
import { documentHash } from "#sdk/agency/index.ts";
import { type AgreementHandle, encodeTerms, offerTerms } from "#sdk/agreements/index.ts";
import { assertSoundInViews, noBrowser } from "./appBrowser.ts";
import {
  comeTo,
  fileOf,
  foundPartner,
  milestoneOf,
  milestoneOn,
  openAgreementPage,
  type Partnership,
  payMilestone,
  returnMilestone,
  signedAgreement,
  submitEvidence,
  termsFor,
} from "./console/support/agreements.ts";
import { chapters } from "./console/support/chapter.ts";
import { connect, type Desk, openDesks, sitDown } from "./console/support/desk.ts";
import { openWorld, type World } from "./console/support/world.ts";

const DOLLAR = 1_000_000n;
const REQUEST = fileOf("request.pdf", "materials for six boreholes");
const REPORT = fileOf("face.pdf", "vouchers 1 to 40");
const WHY = fileOf("complaint.pdf", "the wells give water");
const LETTER = fileOf("letter.pdf", "we end the agreement");
/** Longer than the arbiter of the tests' terms has. */
const ARBITER_SILENT_DAYS = 22;

describe("money of an agreement: an advance, what is too much, a silent arbiter", { skip: noBrowser }, () => {
  let world: World;
  let partnership: Partnership;
  let handle: AgreementHandle;
  const desks = new Map<PersonName, Desk>();
  const chapter = chapters();
  const today = Math.floor(Date.now() / 86_400_000);
  const milestones = [
    milestoneOf("Advance", 3_000n, "Buy the materials.", today),
    milestoneOf("Deliverable", 4_000n, "Drill and test six boreholes.", today),
  ];

  before(async () => {
    world = await openWorld();
    partnership = await foundPartner(world);
    handle = await signedAgreement(world, partnership, "Boreholes", milestones);
  });
  after(async () => {
    await Promise.all(openDesks().map((desk) => desk.leave()));
    await world?.stop();
  });

  async function at(name: PersonName): Promise<Desk> {
    const known = desks.get(name) ?? (await comeTo(world, name, handle));
    desks.set(name, known);
    return known;
  }

  const money = () => handle.contract.money();

  chapter(
    "the partner asks for less of an advance than its limit; two officers pay it, no monitor",
    async () => {
      const preparer = await at("partner-preparer");
      await milestoneOn(preparer, 1)
        .getByLabel(/^Claimed/)
        .fill("2000");
      await submitEvidence(preparer, 1, REQUEST);
      const { page } = await at("approver");
      const next = page.getByRole("region", { name: "Nothing waits for you here" });
      await next.getByText("Others have to:").waitFor();
      await next.getByText("Milestone 1: Propose the payment (Finance of the agency)").waitFor();
      assert.equal(
        await page.getByRole("region", { name: "The end" }).count(),
        0,
        "an approver ends nothing",
      );
      await payMilestone(await at("finance"), await at("approver"), 1, "2,000.00 USD");
      assert.equal((await handle.contract.advance()).outstanding, 2_000n * DOLLAR);
      assert.equal((await money()).excess, 1_000n * DOLLAR);
    },
  );

  chapter("what is too much in escrow goes back to the donor by two officers", async () => {
    const { page } = await at("finance");
    const part = page.getByRole("region", { name: "Money", exact: true });
    await part.getByText("Give back what is too much").click();
    await part.getByText("1,000.00 USD are in escrow beyond everything that is outstanding.").waitFor();
    await part.getByRole("button", { name: "Propose to an approver" }).last().click();
    await page.getByRole("heading", { name: "Give 1,000.00 USD back to the sources" }).waitFor();
    const approver = await at("approver");
    const approve = approver.page.getByRole("button", {
      name: "Approve: Give 1,000.00 USD back to the sources",
    });
    await approve.click();
    await approver.page.getByText("Given back", { exact: true }).waitFor();
    const { excess, returned } = await money();
    assert.deepEqual([excess, returned], [0n, 1_000n * DOLLAR]);
  });

  chapter("the partner reports what was spent; the agency accepts less, with a finding", async () => {
    const preparer = await at("partner-preparer");
    const report = milestoneOn(preparer, 1).getByRole("region", { name: "Report what was spent" });
    await report.getByLabel(/^Spent/).fill("2000.01");
    await report.getByText("At most 2,000.00 USD.").waitFor();
    await report.getByLabel(/^Spent/).fill("1500");
    await report.locator('input[type="file"]').setInputFiles(REPORT);
    await report.getByText(REPORT.name).waitFor();
    await report.getByRole("button", { name: "Report", exact: true }).click();
    await report.waitFor({ state: "detached" });

    const finance = await at("finance");
    const judge = milestoneOn(finance, 1).getByRole("region", { name: "Judge the reported spending" });
    await judge.getByRole("button", { name: "Fetch the file and compare" }).click();
    await judge.getByText("The file is the one on the ledger: same fingerprint.").waitFor();
    await judge.getByLabel(/^Accepted/).fill("1400");
    await judge.getByLabel("Finding", { exact: true }).selectOption({ label: "No proof of payment" });
    await judge.getByRole("button", { name: "Propose to an approver" }).click();
    await finance.page.getByRole("heading", { name: /^Accept 1,400\.00 USD/ }).waitFor();
    const approver = await at("approver");
    const card = approver.page.getByRole("article", { name: /^Accept 1,400\.00 USD/ });
    await card.getByText(/No proof of payment/).waitFor();
    await card.getByRole("button", { name: /^Approve: Accept 1,400\.00 USD/ }).click();
    await milestoneOn(approver, 1).getByText("Account for the advance (the partner's preparer).").waitFor();
    const { outstanding, reported } = await handle.contract.advance();
    assert.deepEqual([outstanding, reported], [600n * DOLLAR, 0n]);
  });

  chapter("the rest is paid back with the partner's own tokens, and the advance is cleared", async () => {
    const preparer = await at("partner-preparer");
    const { people } = world;
    await mintDollars(people, partnership.dollar, 600n * DOLLAR, people["partner-preparer"].address);
    const part = milestoneOn(preparer, 1);
    await part.getByText("Pay back what was not spent").click();
    await part.getByLabel(/^Paid back/).fill("600");
    await part.getByRole("button", { name: "Pay back", exact: true }).click();
    await part.getByRole("region", { name: "Report what was spent" }).waitFor({ state: "detached" });
    await part.getByText("What happened").click();
    for (const line of [
      "Spending of 1,500.00 USD reported",
      "Spending of 1,400.00 USD accepted",
      "600.00 USD of the advance paid back",
      "The advance is accounted for",
    ]) {
      await part.getByText(line).waitFor();
    }
    const { milestone, outstanding } = await handle.contract.advance();
    assert.deepEqual([milestone, outstanding, (await money()).refunded], [0n, 0n, 600n * DOLLAR]);
  });

  chapter("the partner refuses terms that are offered, and the old ones stay", async () => {
    const { people } = world;
    const worse = { ...termsFor(world, milestones), version: 2, silenceShare: 0 };
    await actTogether(people.finance, people.approver, handle.address, offerTerms(encodeTerms(worse)));
    const { page } = await at("partner-administrator");
    await page.getByRole("heading", { name: "Version 2 is offered" }).waitFor();
    await page.getByRole("row", { name: /arbiter is silent.*50.*0.*Changed/ }).waitFor();
    await page.getByRole("button", { name: "Refuse", exact: true }).click();
    await page.getByRole("heading", { name: "Version 2 is offered" }).waitFor({ state: "detached" });
    assert.equal(BigInt((await handle.contract.offer()).termsHash), 0n);
    assert.equal(await handle.contract.version(), 1n);
  });

  chapter("the partner gives notice, and takes it back", async () => {
    const { page } = await at("partner-administrator");
    const end = page.getByRole("region", { name: "The end" });
    await end.locator("summary", { hasText: "Give notice" }).click();
    await end.locator('input[type="file"]').setInputFiles(LETTER);
    await end.getByRole("button", { name: "Give notice", exact: true }).click();
    await end.getByText("Notice was given by the partner.").waitFor();
    const notice = await handle.contract.notice();
    assert.deepEqual([notice.party, notice.reason], [2n, documentHash(LETTER.buffer)]);
    const finance = await at("finance");
    const theirs = finance.page.getByRole("region", { name: "The end" });
    await theirs.getByText("Notice was given by the partner.").waitFor();
    assert.equal(await theirs.getByRole("button").count(), 0, "the agency cannot take it back");
    await end.getByRole("button", { name: "Take the notice back" }).click();
    await end.locator("summary", { hasText: "Give notice" }).waitFor();
    assert.equal((await handle.contract.notice()).party, 0n);
  });

  chapter("the arbiter stays silent; after the limit anyone applies what the terms say", async () => {
    await submitEvidence(await at("partner-preparer"), 2, fileOf("evidence.pdf", "six boreholes"));
    await returnMilestone(await at("monitor"), 2, "Activities not undertaken");
    const part = milestoneOn(await at("partner-administrator"), 2);
    await part.getByText("Send it to the arbiter").click();
    await part.locator('input[type="file"]').last().setInputFiles(WHY);
    await part.getByText(WHY.name).waitFor();
    await part.getByRole("button", { name: "Send to the arbiter" }).click();
    await part.getByText("With the arbiter", { exact: true }).waitFor();
    assert.equal(
      await part.getByRole("button", { name: "Apply the terms" }).count(),
      0,
      "the arbiter has time",
    );

    await world.letDaysPass(ARBITER_SILENT_DAYS);
    for (const desk of desks.values()) await desk.leave();
    desks.clear();
    // A source of money is let in at no office, and needs none for this.
    const donor = await sitDown(world, "donor");
    await donor.page.goto(`${world.url}/console`);
    await connect(donor);
    await openAgreementPage(donor, handle);
    const late = milestoneOn(donor, 2);
    await late.getByText("What is to be done stands in a text at the office.").waitFor();
    await donor.page
      .getByRole("region", { name: "Waits for you" })
      .getByRole("button", { name: "Sign in to the office" })
      .waitFor();
    await late.getByText("The arbiter was silent").waitFor();
    await assertSoundInViews(donor, "after the arbiter's silence");
    await late.getByRole("button", { name: "Apply the terms" }).click();
    await late.getByText("Paid", { exact: true }).first().waitFor();
    await late.getByText("What happened").click();
    await late.getByText("by the terms 2,000.00 USD to the partner, 2,000.00 USD stays").waitFor();
    assert.equal((await money()).paid, 4_000n * DOLLAR);
  });
});
