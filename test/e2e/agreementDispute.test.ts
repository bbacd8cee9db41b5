// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { PersonName } from "#scripts/seed/people.ts";
import { documentHash } from "#sdk/agency/index.ts";
import type { AgreementHandle } from "#sdk/agreements/index.ts";
import { assertSoundInViews, noBrowser } from "./appBrowser.ts";
import {
  comeTo,
  fileOf,
  foundPartner,
  milestoneOf,
  milestoneOn,
  openAgreementPage,
  returnMilestone,
  signedAgreement,
  submitEvidence,
} from "./console/support/agreements.ts";
import { chapters } from "./console/support/chapter.ts";
import { type Desk, openDesks } from "./console/support/desk.ts";
import { openWorld, type World } from "./console/support/world.ts";

const DOLLAR = 1_000_000n;
const WHY = fileOf("complaint.pdf", "the wells give water; the monitor saw another village");
const RULING = fileOf("ruling.pdf", "four of six wells give water");
const LETTER = fileOf("letter.pdf", "we end the agreement");

describe("a dispute in an agreement, and its end by notice", { skip: noBrowser }, () => {
  let world: World;
  let handle: AgreementHandle;
  const desks = new Map<PersonName, Desk>();
  const chapter = chapters();

  before(async () => {
    world = await openWorld();
    const today = Math.floor(Date.now() / 86_400_000);
    handle = await signedAgreement(world, await foundPartner(world), "Boreholes", [
      milestoneOf("Deliverable", 6_000n, "Drill and test six boreholes.", today),
      milestoneOf("Deliverable", 4_000n, "Train the committees.", today),
    ]);
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

  chapter("a monitor returns the evidence, and the partner goes to the arbiter", async () => {
    await submitEvidence(await at("partner-preparer"), 1, fileOf("evidence.pdf", "six boreholes"));
    await returnMilestone(await at("monitor"), 1, "Activities not undertaken");
    const administrator = await at("partner-administrator");
    const part = milestoneOn(administrator, 1);
    await part.getByText("Send it to the arbiter").click();
    await part.locator('input[type="file"]').last().setInputFiles(WHY);
    await part.getByText(WHY.name).waitFor();
    await part.getByRole("button", { name: "Send to the arbiter" }).click();
    await part.getByText("With the arbiter", { exact: true }).waitFor();
    assert.equal((await handle.contract.milestoneOf(1)).state, 5n);
  });

  chapter("the arbiter reads both sides' papers and splits the money", async () => {
    const arbiter = await at("arbiter");
    const part = milestoneOn(arbiter, 1);
    for (const paper of await part.getByRole("button", { name: "Fetch the file and compare" }).all()) {
      await paper.click();
    }
    await part.getByText("The file is the one on the ledger: same fingerprint.").nth(1).waitFor();
    await part.getByLabel(/^To the partner/).fill("4500");
    await part.getByText("1,500.00").waitFor();
    await part
      .getByRole("region", { name: "Decide the dispute" })
      .locator('input[type="file"]')
      .last()
      .setInputFiles(RULING);
    await part.getByText(RULING.name).waitFor();
    await assertSoundInViews(arbiter, "arbiter");
    await part.getByRole("button", { name: "Decide", exact: true }).click();
    await part.getByText("Paid", { exact: true }).first().waitFor();
    const { paid } = await handle.contract.money();
    assert.equal(paid, 4_500n * DOLLAR);
    await part.getByText("What happened").click();
    await part.getByText("The arbiter decided: 4,500.00").waitFor();
  });

  chapter(
    "two officers of the agency give notice; after it anyone ends the agreement, the rest goes back",
    async () => {
      const finance = await at("finance");
      const end = finance.page.getByRole("region", { name: "The end" });
      await end.getByText("Give notice", { exact: true }).click();
      await end.locator('input[type="file"]').setInputFiles(LETTER);
      await end.getByRole("button", { name: "Propose notice to an approver" }).click();
      await finance.page
        .getByRole("heading", { name: "Waiting for a second officer of the agency" })
        .waitFor();
      const approver = await at("approver");
      await approver.page.getByRole("button", { name: "Approve: Give notice for the agency" }).click();
      await approver.page.getByText("Notice was given by the agency.").waitFor();
      assert.equal((await handle.contract.notice()).reason, documentHash(LETTER.buffer));

      await world.letDaysPass(31);
      for (const desk of desks.values()) await desk.leave();
      desks.clear();
      const partner = await at("partner-administrator");
      await openAgreementPage(partner, handle);
      await partner.page.getByRole("button", { name: "End the agreement" }).click();
      await partner.page.getByText("This agreement was ended by notice.").waitFor();
      const { held, returned } = await handle.contract.money();
      assert.deepEqual([held, returned], [0n, 5_500n * DOLLAR]);
    },
  );
});
