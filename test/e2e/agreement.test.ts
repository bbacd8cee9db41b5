// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { PersonName } from "#scripts/seed/people.ts";
import { documentHash } from "#sdk/agency/index.ts";
import { type AgreementHandle, descriptionPaper } from "#sdk/agreements/index.ts";
import { assertSound, noBrowser, views } from "./appBrowser.ts";
import {
  comeTo,
  compareFile,
  fileOf,
  foundPartner,
  milestoneOf,
  milestoneOn,
  signedAgreement,
  submitEvidence,
  verifyMilestone,
} from "./console/support/agreements.ts";
import { chapters } from "./console/support/chapter.ts";
import { type Desk, openDesks } from "./console/support/desk.ts";
import { openWorld, type World } from "./console/support/world.ts";

const DOLLAR = 1_000_000n;
const WELLS = "Drill and test six boreholes.";
const REPORT = fileOf("report of Amina Diallo.pdf", "six boreholes, tested");

describe("an agreement with a partner", { skip: noBrowser }, () => {
  let world: World;
  let handle: AgreementHandle;
  const desks = new Map<PersonName, Desk>();
  const chapter = chapters();

  before(async () => {
    world = await openWorld();
    const partnership = await foundPartner(world);
    const today = Math.floor(Date.now() / 86_400_000);
    handle = await signedAgreement(world, partnership, "Boreholes", [
      milestoneOf("Deliverable", 6_000n, WELLS, today),
      milestoneOf("Deliverable", 4_000n, "Train the committees.", today),
    ]);
  });
  after(async () => {
    await Promise.all(openDesks().map((desk) => desk.leave()));
    await world?.stop();
  });

  async function desk(name: PersonName): Promise<Desk> {
    const known = desks.get(name) ?? (await comeTo(world, name, handle));
    desks.set(name, known);
    return known;
  }

  chapter(
    "the partner submits evidence; its fingerprint is on the ledger, the file with the office",
    async () => {
      const partner = await desk("partner-preparer");
      await partner.page.getByRole("heading", { name: "Waits for you" }).waitFor();
      await submitEvidence(partner, 1, REPORT);
      const { evidence, state } = await handle.contract.milestoneOf(1);
      assert.equal(state, 2n);
      assert.equal(evidence, documentHash(REPORT.buffer));
    },
  );

  chapter("two monitors compare the file and verify it", async () => {
    for (const name of ["monitor", "monitor-2"] as const) await verifyMilestone(await desk(name), 1);
    assert.equal((await handle.contract.milestoneOf(1)).state, 4n);
  });

  chapter("finance proposes, an approver authorises, and the payment appears with its receipt", async () => {
    const finance = await desk("finance");
    await compareFile(finance, 1);
    const propose = milestoneOn(finance, 1).getByRole("button", { name: "Propose to an approver" });
    await propose.click();
    await milestoneOn(finance, 1).getByText("Authorise the payment (an approver of the agency).").waitFor();
    const approver = await desk("approver");
    await compareFile(approver, 1);
    await milestoneOn(approver, 1).getByRole("button", { name: "Authorise 6,000.00 USD" }).click();
    const payments = approver.page.getByRole("region", { name: "Payments" });
    await payments.getByText("6,000.00").first().waitFor();
    assert.equal((await handle.contract.money()).paid, 6_000n * DOLLAR);
  });

  chapter("no finding of axe, light and dark, wide and narrow", async () => {
    for (const name of ["approver", "partner-preparer"] as const) {
      const reader = await desk(name);
      for (const { width, scheme } of views) {
        await reader.page.setViewportSize({ width, height: 800 });
        await reader.page.emulateMedia({ colorScheme: scheme });
        await assertSound(reader, `${name}, ${width} ${scheme}`);
      }
    }
  });

  chapter(
    "no file name and no text of a milestone reaches the office's log, an address or the ledger",
    () => {
      const said = [...world.office.said, ...[...desks.values()].flatMap(({ visited }) => visited)].join(
        "\n",
      );
      assert.ok(!said.includes("Diallo"));
      assert.notEqual(descriptionPaper(WELLS).hash, descriptionPaper("").hash);
      return Promise.resolve();
    },
  );
});
