// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { id as keccakOfText } from "ethers";
import type { Locator } from "playwright-core";
import { signAndSend } from "#scripts/cli/send.ts";
import { encodeAct, proposeCallsCall, readBook, readCouncil } from "#sdk/council/index.ts";
import { assertSound, assertSoundInViews, noBrowser } from "./appBrowser.ts";
import { section, sign } from "./console/support/acts.ts";
import { chapters } from "./console/support/chapter.ts";
import { comeIn, openProposal, picture, seatMembers, sitAsMember } from "./console/support/council.ts";
import { type Desk, goTo, heading, sitDown } from "./console/support/desk.ts";
import { openWorld, type World } from "./console/support/world.ts";

describe("the council's room in the browser", { skip: noBrowser }, () => {
  const chapter = chapters();
  let world: World;
  let baobab: Desk;
  let acacia: Desk;
  let cedar: Desk;

  before(async () => {
    world = await openWorld();
    await seatMembers(world);
    [baobab, acacia, cedar] = [
      await sitAsMember(world, "council"),
      await sitAsMember(world, "council-2"),
      await sitAsMember(world, "council-3"),
    ];
  });
  after(() => world?.stop());

  chapter("everybody reads members, rules and history without a wallet", async () => {
    const desk = await sitDown(world, "donor");
    await goTo(desk, "/console/council", "Council");
    const members = section(desk, "Members");
    await members.getByText("Founding member").waitFor();
    assert.equal(await members.getByRole("row").count(), 4);
    await members.getByText("Name not known here").first().waitFor();
    await members.getByRole("textbox", { name: "Check a name" }).fill("Acacia Aid");
    await members.getByRole("button", { name: "Check", exact: true }).click();
    await members.getByRole("rowheader", { name: "Acacia Aid" }).waitFor();
    const rules = section(desk, "How it decides");
    await rules.getByText("2 of 3 members").first().waitFor();
    await rules.getByText("2 days", { exact: true }).waitFor();
    await section(desk, "History")
      .getByText("Change the council's rules")
      .or(section(desk, "History").getByText(/^Give a seat in the council to/))
      .first()
      .waitFor();
    await desk.leave();
  });

  chapter("a member composes a proposal from a form, sees what it changes, and signs", async () => {
    const { page } = baobab;
    await page.getByRole("link", { name: "New proposal" }).click();
    await heading(baobab, "New proposal");
    const form = section(baobab, "What should the council do?");
    await form.getByRole("textbox", { name: "Name", exact: true }).fill("Date Palm Trust");
    await form.getByLabel("Kind").selectOption({ label: "implementing partner" });
    await form.getByRole("textbox", { name: "IATI identifier" }).fill("XM-DEMO-7");
    await form.getByRole("textbox", { name: "Administrator" }).fill(world.people.administrator.address);
    await form.getByRole("button", { name: "Add to the proposal" }).click();
    await page
      .getByRole("heading", { name: "Admit Date Palm Trust to the consortium (implementing partner)" })
      .waitFor();
    await page.getByText("Ordinary decision. Needs 2 of 3 members and then waits 2 days.").waitFor();
    const trial = section(baobab, "What it would change");
    await trial.getByText("Every call goes through.").waitFor();
    await trial.getByRole("row", { name: "Organisations 1 2" }).waitFor();
    await trial.getByRole("row", { name: "Name: organisation 2 none Date Palm Trust" }).waitFor();
    await page.getByRole("textbox", { name: "Reasons" }).fill("They feed the east.");
    await sign(section(baobab, "Propose"), "Propose");
    await heading(baobab, "Proposal 3");
    await section(baobab, "Why").getByText("They feed the east.").waitFor();
    await section(baobab, "Votes")
      .getByText(/^1 of 2 approvals/)
      .waitFor();
  });

  chapter("a second approves, the delay runs by the ledger's time, and anybody carries it out", async () => {
    await openProposal(acacia, 3);
    await section(acacia, "Delay").getByText("The delay of 2 days begins with the last approval").waitFor();
    await sign(section(acacia, "Your vote"), "Approve");
    await section(acacia, "Delay")
      .getByText(/left by the ledger's time$/)
      .waitFor();
    assert.equal(await acacia.page.getByRole("button", { name: "Carry it out" }).count(), 0);

    await world.letDaysPass(2);
    const desk = await sitDown(world, "donor");
    await openProposal(desk, 3);
    await section(desk, "Carry it out").getByText("Connect a wallet at the top of the page").waitFor();
    await comeIn(desk);
    await sign(section(desk, "Carry it out"), "Carry it out");
    await section(desk, "What it does").getByText("Carried out", { exact: true }).waitFor();
    assert.equal((await world.suite.consortium.organisationOf(2)).name, "Date Palm Trust");
    await goTo(desk, "/console/council", "Council");
    await section(desk, "History")
      .getByRole("row", { name: /Proposal 3 Admit Date Palm Trust/ })
      .waitFor();
    await desk.leave();
  });

  chapter("two who object stop a proposal for good", async () => {
    const { page } = baobab;
    await goTo(baobab, "/console/council/new", "New proposal");
    const form = section(baobab, "What should the council do?");
    await form.getByLabel("Decision", { exact: true }).selectOption({ label: "Suspend an organisation" });
    await form.getByLabel("Organisation").selectOption({ label: "Date Palm Trust" });
    await form.getByRole("button", { name: "Add to the proposal" }).click();
    await page.getByRole("textbox", { name: "Reasons" }).fill("A mistake.");
    await sign(section(baobab, "Propose"), "Propose");
    await heading(baobab, "Proposal 4");

    for (const desk of [acacia, cedar]) {
      await openProposal(desk, 4);
      await sign(section(desk, "Your vote"), "Object");
    }
    await section(cedar, "What it does").getByText("Stopped", { exact: true }).waitFor();
    await section(cedar, "Your vote").getByText("Nothing is left to decide about this proposal.").waitFor();
    await section(cedar, "What happened").getByText("Stopped by objections").waitFor();
    assert.equal(await world.suite.consortium.isSuspended(2), false);
  });

  chapter(
    "without its quorum a proposal stays open, and a signed approval that is handed in gives it",
    async () => {
      const { suite, people } = world;
      const { address } = await readCouncil(suite);
      const book = await readBook(suite, address);
      const calls = [
        encodeAct(book, { kind: "nameGuardian", organisation: 2, guardian: people.guardian.address }),
        { target: people.donor.address, data: "0x12345678" },
      ];
      const why = { hash: keccakOfText("The minutes"), uri: "https://example.org/minutes.txt" };
      await signAndSend(people.council, proposeCallsCall(address, calls, why, people.council.address));

      await openProposal(cedar, 5);
      const what = section(cedar, "What it does");
      await what.getByText("Collects approvals").waitFor();
      await what.getByText(/^The contract is none of the suite's\. This program cannot say/).waitFor();
      await section(cedar, "What it would change").getByText("Call 2 is refused").waitFor();
      assert.equal(await cedar.page.getByRole("button", { name: "Carry it out" }).count(), 0);

      const reasons = section(cedar, "Why");
      await choose(reasons, "minutes.txt", "Other minutes");
      await reasons.getByText("minutes.txt is not the document that was proposed.").waitFor();
      await choose(reasons, "minutes.txt", "The minutes");
      await reasons.getByText("minutes.txt is the document that was proposed.").waitFor();

      const vote = section(cedar, "Your vote");
      await vote.getByRole("button", { name: "Sign or hand in" }).click();
      await vote.getByRole("button", { name: "Sign my approval" }).click();
      await vote.getByText(/^Signed\. Nothing is on the ledger yet/).waitFor();
      const signed = await vote.getByRole("textbox", { name: "Signed approval" }).inputValue();

      const donor = await sitDown(world, "donor");
      await openProposal(donor, 5);
      await comeIn(donor);
      const place = section(donor, "Your vote");
      await place.getByRole("button", { name: "Sign or hand in" }).click();
      await place
        .getByRole("textbox", { name: "Signed approval" })
        .fill(signed.replace('"epoch": 2', '"epoch": 1'));
      await place.getByText("This approval was signed for something else: epoch differs.").waitFor();
      await place.getByRole("textbox", { name: "Signed approval" }).fill(signed);
      await sign(place, "Hand it in");
      await section(donor, "Votes")
        .getByText(/^2 of 2 approvals/)
        .waitFor();
      await donor.leave();

      // The quorum is there, and is lost again with one who thinks better of it.
      await openProposal(cedar, 5);
      await sign(section(cedar, "Your vote"), "Take my approval back");
      await section(cedar, "Votes")
        .getByText(/^1 of 2 approvals/)
        .waitFor();
    },
  );

  chapter("no page has a finding, light and dark, wide and narrow", async () => {
    for (const [desk, path] of [
      [baobab, "/console/council"],
      [baobab, "/console/council/new"],
      [cedar, "/console/council/3"],
      [cedar, "/console/council/4"],
      [acacia, "/console/council/5"],
    ] as const) {
      await goTo(desk, path);
      await desk.page.getByRole("region").nth(1).waitFor();
      await desk.page.waitForLoadState("networkidle");
      await assertSoundInViews(desk, path, {
        also: ({ width, scheme }) => picture(desk, path, `${width}-${scheme}`),
      });
    }
  });

  chapter("members and rules change in one form, and every other decision has its form", async () => {
    await baobab.page.setViewportSize({ width: 1280, height: 800 });
    await goTo(baobab, "/console/council/new", "New proposal");
    const form = section(baobab, "What should the council do?");
    await form.getByLabel("Decision", { exact: true }).waitFor();
    const kinds = await form.getByLabel("Decision", { exact: true }).locator("option").allInnerTexts();
    assert.equal(kinds.length, 14);
    for (const label of kinds) {
      await form.getByLabel("Decision", { exact: true }).selectOption({ label });
      await assertSound(baobab, label);
    }
    await form
      .getByLabel("Decision", { exact: true })
      .selectOption({ label: "Change members or rules of the council" });
    await form.getByRole("textbox", { name: "New member: name" }).fill("Elm Society");
    await form.getByRole("textbox", { name: "New member: address" }).fill(world.people.donor.address);
    await form.getByRole("textbox", { name: "Approvals for members, rules and code" }).fill("3");
    await form.getByRole("textbox", { name: "Delay (days)", exact: true }).fill("3");
    await form.getByRole("button", { name: "Add to the proposal" }).click();
    const trial = section(baobab, "What it would change");
    await trial.getByRole("row", { name: "Members of the council 3 4" }).waitFor();
    await trial.getByRole("row", { name: "Approvals for members, rules and code 2 3" }).waitFor();
    await trial.getByRole("row", { name: "Delay 2 days 3 days" }).waitFor();
    await trial.getByRole("row", { name: "Epoch 2 3" }).waitFor();
    await baobab.page.getByText(/^Change of the council itself\. Needs 2 of 3 members/).waitFor();

    await form.getByLabel("Decision", { exact: true }).selectOption({ label: "Change code" });
    const { programmeFactory } = world.suite.deployment.contracts;
    await form.getByRole("textbox", { name: "New code at" }).fill(programmeFactory);
    await form.getByRole("button", { name: "Add to the proposal" }).click();
    await trial.getByText("New code on old storage.").waitFor();
    await trial.getByRole("row", { name: /^Code 0x.*bytes of code/ }).waitFor();
    await baobab.page.getByText(/^Change of code or of who decides\. .* then waits 14 days\.$/).waitFor();
    await assertSound(baobab, "with a trial");
  });
});

async function choose(place: Locator, name: string, content: string): Promise<void> {
  const choosing = place.page().waitForEvent("filechooser");
  await place.getByRole("button", { name: "Check a document against it" }).click();
  await (await choosing).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
}
