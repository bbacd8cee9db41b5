// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { PersonName } from "#scripts/seed/people.ts";
import { documentHash } from "#sdk/agency/index.ts";
import { type AgreementHandle, listAgreements } from "#sdk/agreements/index.ts";
import { assertSoundInViews, noBrowser } from "./appBrowser.ts";
import {
  approveTerms,
  comeTo,
  draftAgreement,
  fileOf,
  fillEscrow,
  foundPartner,
  milestoneOn,
  openAgreementPage,
  openDraft,
  type Partnership,
  payMilestone,
  proposeTerms,
  returnMilestone,
  saveDraft,
  signTerms,
  submitEvidence,
  verifyMilestone,
} from "./console/support/agreements.ts";
import { chapters } from "./console/support/chapter.ts";
import { type Desk, openDesks, signInAs } from "./console/support/desk.ts";
import { openWorld, type World } from "./console/support/world.ts";

const DOLLAR = 1_000_000n;
const TITLE = "Boreholes";
const WELLS = "Drill and test six boreholes.";
const FIRST_REPORT = fileOf("report of Amina Diallo.pdf", "five boreholes, tested");
const REPORT = fileOf("report of Amina Diallo 2.pdf", "six boreholes, tested");
const TRAINING = fileOf("committees.pdf", "six committees, trained");

describe("an agreement from draft to last payment", { skip: noBrowser }, () => {
  let world: World;
  let partnership: Partnership;
  let handle: AgreementHandle;
  const desks = new Map<PersonName, Desk>();
  const chapter = chapters();

  before(async () => {
    world = await openWorld();
    partnership = await foundPartner(world);
  });
  after(async () => {
    await Promise.all(openDesks().map((desk) => desk.leave()));
    await world?.stop();
  });

  /** Somebody at the agreement's page, signed in. */
  async function at(name: PersonName): Promise<Desk> {
    const known = desks.get(name);
    if (known === undefined) {
      const desk = await comeTo(world, name, handle);
      desks.set(name, desk);
      return desk;
    }
    if (!known.page.url().includes(handle.address)) await openAgreementPage(known, handle);
    return known;
  }

  async function arrives(name: PersonName): Promise<Desk> {
    const desk = desks.get(name) ?? (await signInAs(world, name));
    desks.set(name, desk);
    return desk;
  }

  chapter("finance drafts it and keeps it at the office", async () => {
    const { people } = world;
    const finance = await arrives("finance");
    await draftAgreement(finance, {
      title: TITLE,
      partner: "Clear Wells Cooperative",
      asset: partnership.dollar,
      payout: people["partner-wallet"].address,
      monitors: [people.monitor.address, people["monitor-2"].address],
      arbiter: people.arbiter.address,
      milestones: [
        { amount: "6000", due: "2027-03-31", text: WELLS },
        { amount: "4000", due: "2027-06-30", text: "Train the committees." },
      ],
    });
    await finance.page.getByText("An administrator of your organisation opens this draft").waitFor();
  });

  chapter("an administrator makes the agreement on the ledger, finance proposes its terms", async () => {
    const administrator = await arrives("administrator");
    await openDraft(administrator, TITLE);
    await administrator.page.getByRole("button", { name: "Make the agreement on the ledger" }).click();
    await administrator.page.getByText("A Finance officer of your organisation opens this draft").waitFor();
    handle = (await listAgreements(world.suite))[0] as AgreementHandle;
    assert.equal(handle.title, TITLE);
    const finance = await arrives("finance");
    await openDraft(finance, TITLE);
    await proposeTerms(finance);
  });

  chapter("an approver offers the terms, the partner signs the same", async () => {
    const approver = await at("approver");
    await approver.page.getByText(WELLS).first().waitFor();
    await approveTerms(approver, 1);
    await signTerms(await at("partner-administrator"));
    assert.equal(await handle.contract.state(), 2n);
    assert.equal((await handle.contract.money()).unfunded, 10_000n * DOLLAR);
    await fillEscrow(world, handle);
  });

  chapter("the partner submits; a monitor returns it with a finding", async () => {
    await submitEvidence(await at("partner-preparer"), 1, FIRST_REPORT);
    await returnMilestone(await at("monitor"), 1, "Activities not undertaken");
    const { state, finding } = await handle.contract.milestoneOf(1);
    assert.deepEqual([state, finding], [3n, 4n]);
  });

  chapter("submitted again, both monitors compare the file and verify it", async () => {
    await submitEvidence(await at("partner-preparer"), 1, REPORT);
    for (const name of ["monitor", "monitor-2"] as const) await verifyMilestone(await at(name), 1);
    const { state, evidence } = await handle.contract.milestoneOf(1);
    assert.deepEqual([state, evidence], [4n, documentHash(REPORT.buffer)]);
  });

  chapter("two officers of the agency authorise; the payment appears with its receipt", async () => {
    await payMilestone(await at("finance"), await at("approver"), 1, "6,000.00 USD");
    const approver = await at("approver");
    await approver.page.getByRole("button", { name: "Print the receipt of Milestone 1" }).click();
    await approver.page.waitForFunction(() => document.body.dataset.printing === undefined);
    const [receipt = ""] = approver.printed;
    for (const line of [TITLE, "Clear Wells Cooperative", "6,000.00", documentHash(REPORT.buffer)]) {
      assert.ok(receipt.includes(line), line);
    }
  });

  chapter("an amendment is read beside the old terms, and both sign it", async () => {
    const { page } = await at("finance");
    await page.getByRole("link", { name: "Write an amendment" }).click();
    await page.getByRole("heading", { level: 1, name: "Draft an amendment" }).waitFor();
    await page
      .getByRole("group", { name: "Milestone 2" })
      .getByLabel(/^Amount/)
      .fill("5000");
    await saveDraft(page);
    await proposeTerms(await arrives("finance"));
    const approver = await at("approver");
    await approver.page.getByText("Version 1 and version 2 side by side").first().waitFor();
    const changed = approver.page.getByRole("row", { name: /Milestone 2.*4,000\.00.*5,000\.00.*Changed/ });
    await changed.first().waitFor();
    await approveTerms(approver, 2);
    await signTerms(await at("partner-administrator"));
    assert.equal(await handle.contract.version(), 2n);
    assert.equal((await handle.contract.money()).committed, 11_000n * DOLLAR);
  });

  chapter("the last milestone is paid, and the agreement completed", async () => {
    await fillEscrow(world, handle);
    const preparer = await at("partner-preparer");
    // A page that was open when the amount changed claims what it shows.
    await milestoneOn(preparer, 2).getByText("5,000.00").first().waitFor();
    await submitEvidence(preparer, 2, TRAINING);
    for (const name of ["monitor", "monitor-2"] as const) await verifyMilestone(await at(name), 2);
    await payMilestone(await at("finance"), await at("approver"), 2, "5,000.00 USD");
    const approver = await at("approver");
    await approver.page.getByRole("button", { name: "Complete the agreement" }).click();
    await approver.page.getByText("This agreement is completed.").waitFor();
    const { paid, held } = await handle.contract.money();
    assert.deepEqual([paid, held], [11_000n * DOLLAR, 0n]);
  });

  chapter("no finding of axe on any of the pages, light and dark, wide and narrow", async () => {
    const finance = await at("finance");
    const paths = [`/${handle.address}`, "", `/new`, `/new?agreement=${handle.address}`];
    for (const path of paths) {
      await finance.page.goto(`${world.url}/console/agreements${path}`);
      await finance.page.getByRole("heading", { level: 2 }).first().waitFor();
      await assertSoundInViews(finance, path);
    }
    assert.ok(await milestoneOn(await at("partner-preparer"), 1).isVisible());
  });

  chapter("no file's name reaches the office's log, an address or the ledger", async () => {
    const visited = [...desks.values()].flatMap((desk) => desk.visited);
    const calls = [...desks.values()].flatMap(({ sent }) =>
      sent.filter((body) => body.includes(toHex("eth_"))),
    );
    const logs = await world.suite.provider.getLogs({ address: handle.address, fromBlock: 0 });
    const said = [...world.office.said, ...visited, ...calls, ...logs.map(({ data }) => data)].join("\n");
    for (const text of ["Diallo", encodeURIComponent("Amina Diallo"), toHex("Diallo")]) {
      assert.ok(!said.includes(text), text);
    }
  });
});

function toHex(text: string): string {
  return Buffer.from(text).toString("hex");
}
