// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { id as keccakOfText } from "ethers";
import type { Locator } from "playwright-core";
import { signAndSend } from "#scripts/cli/send.ts";
import { proposeCallsCall, readCouncil, seatOf } from "#sdk/council/index.ts";
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { assertSoundInViews, noBrowser, visit } from "./appBrowser.ts";
import { section, sign } from "./console/support/acts.ts";
import { chapters } from "./console/support/chapter.ts";
import {
  approveAs,
  carryOut,
  openProposal,
  picture,
  proposeActs,
  SETTINGS,
  seatMembers,
  sitAsMember,
} from "./console/support/council.ts";
import { type Desk, goTo, heading, signInAs } from "./console/support/desk.ts";
import { openWorld, type World } from "./console/support/world.ts";
import { councilChanges } from "./support/councilChanges.ts";
import { turnsRed } from "./support/verdict.ts";

describe("every decision of the council has its form", { skip: noBrowser }, () => {
  const chapter = chapters();
  let world: World;
  let baobab: Desk;

  before(async () => {
    world = await openWorld();
    await seatMembers(world);
    baobab = await sitAsMember(world, "council");
  });
  after(() => world?.stop());

  async function compose(decision: string): Promise<Locator> {
    await goTo(baobab, "/console/council/new", "New proposal");
    const form = section(baobab, "What should the council do?");
    await form.getByLabel("Decision", { exact: true }).selectOption({ label: decision });
    return form;
  }

  async function propose(why: string, id: number): Promise<void> {
    await baobab.page.getByRole("textbox", { name: "Reasons" }).fill(why);
    await sign(section(baobab, "Propose"), "Propose");
    await heading(baobab, `Proposal ${id}`);
  }

  /** In all widths and colours. */
  async function look(name: string): Promise<void> {
    await assertSoundInViews(baobab, name, {
      also: ({ width, scheme }) => picture(baobab, name, `${width}-${scheme}`),
    });
    await baobab.page.setViewportSize({ width: 1280, height: 800 });
    await baobab.page.emulateMedia({ colorScheme: "light" });
  }

  chapter("whoever drafts an agreement hears that nobody is on the council's list yet", async () => {
    const finance = await signInAs(world, "finance");
    await goTo(finance, "/console/agreements/new", "Draft an agreement");
    const form = section(finance, "Monitors, arbiter and periods");
    await form
      .getByText(/^The council has named no arbiter yet\. Choose the council itself, or write/)
      .waitFor();
    await form.getByRole("link", { name: "To the council" }).waitFor();
    await form.getByLabel("From the council's list").selectOption({ index: 1 });
    assert.equal(
      await form.getByLabel("Arbiter", { exact: true }).inputValue(),
      (await readCouncil(world.suite)).address,
    );
    assert.equal(await form.getByText(/^The council has named no arbiter/).count(), 0);
    await finance.leave();
  });

  chapter("an arbiter is named: the list is founded, the mandate begins, and the room shows it", async () => {
    const { arbiter } = world.people;
    const form = await compose("Name an arbiter");
    await form.getByRole("textbox", { name: "Arbiter" }).fill(arbiter.address);
    await form.getByLabel("Mandate until").fill("2020-01-01");
    await form.getByText("This day is over by the ledger's time.").waitFor();
    assert.equal(await form.getByRole("button", { name: "Add to the proposal" }).isDisabled(), true);
    await form.getByLabel("Mandate until").fill("2039-12-31");
    await form.getByRole("button", { name: "Add to the proposal" }).click();
    const { page } = baobab;
    await page
      .getByRole("heading", {
        name: "Admit Arbiters of the consortium to the consortium (third-party monitor)",
      })
      .waitFor();
    await page.getByRole("heading", { name: /^Name 0x.* an arbiter for agreements, until 31 Dec/ }).waitFor();
    await page.getByRole("heading", { name: /^Begin the mandate of 0x/ }).waitFor();
    await section(baobab, "What it would change")
      .getByRole("row", { name: /^Is an arbiter of the council's list: 0x.* no yes$/ })
      .waitFor();
    await look("name-an-arbiter");
    await propose("Disputes need somebody whom both sides trust.", 3);

    await approveAs(world, 3, "council-2");
    await world.letDaysPass(2);
    await carryOut(world, 3);
    await goTo(baobab, "/console/council", "Council");
    const arbiters = section(baobab, "Arbiters");
    await arbiters.getByText("Has begun").waitFor();
    await arbiters.getByText(/31 Dec.* 2039/).waitFor();

    const end = await compose("End the mandate of an arbiter");
    await end.getByLabel("Arbiter").selectOption({ index: 1 });
    await end.getByRole("button", { name: "Add to the proposal" }).click();
    await section(baobab, "What it would change")
      .getByRole("row", { name: /^Is an arbiter of the council's list: 0x.* yes no$/ })
      .waitFor();
  });

  chapter(
    "whoever drafts an agreement chooses from the list, or is told that an address is not on it",
    async () => {
      const { arbiter, donor } = world.people;
      const finance = await signInAs(world, "finance");
      await goTo(finance, "/console/agreements/new", "Draft an agreement");
      const form = section(finance, "Monitors, arbiter and periods");
      const list = form.getByLabel("From the council's list");
      const address = form.getByLabel("Arbiter", { exact: true });
      const remark = form.getByText(/^This address is not on the council's list\. That is allowed/);
      await list.getByRole("option", { name: /^0x.*, until 31 Dec 2039$/ }).waitFor({ state: "attached" });
      assert.deepEqual(
        await list.getByRole("option").count(),
        3,
        "another address, the arbiter, the council",
      );
      await list.selectOption({ index: 1 });
      assert.equal(await address.inputValue(), arbiter.address);
      assert.equal(await remark.count(), 0);
      await assertSoundInViews(finance, "an arbiter from the list", {
        also: ({ width, scheme }) => picture(finance, "arbiter-list", `${width}-${scheme}`),
      });
      await address.fill(donor.address);
      await remark.waitFor();
      assert.equal(await list.inputValue(), "", "another address");
      await assertSoundInViews(finance, "an arbiter who is on no list", {
        also: ({ width, scheme }) => picture(finance, "arbiter-other", `${width}-${scheme}`),
      });
      await address.fill(arbiter.address.toLowerCase());
      await remark.waitFor({ state: "detached" });
      assert.equal(await list.inputValue(), arbiter.address);
      await finance.leave();
    },
  );

  chapter("a member gets a new key, and no change is proposed that could not be decided by", async () => {
    const form = await compose("Change members or rules of the council");
    await form.getByRole("checkbox", { name: "Founding member" }).check();
    await form.getByText(/^Afterwards 2 of 2 members .* Nobody may lose their key/).waitFor();
    const quorum = form.getByRole("textbox", { name: "Approvals for members, rules and code" });
    await quorum.fill("3");
    await form.getByText("So many approvals could not be reached if one member lost its key.").waitFor();
    assert.equal(await form.getByRole("button", { name: "Add to the proposal" }).isDisabled(), true);

    const keys = await compose("Give a member a new key");
    await keys.getByLabel("Member", { exact: true }).selectOption({ label: "Founding member" });
    await keys.getByRole("textbox", { name: "New address" }).fill(world.people["council-2"].address);
    await keys.getByText("A new member has a seat already, or cannot have one.").waitFor();
    assert.equal(await keys.getByRole("button", { name: "Add to the proposal" }).isDisabled(), true);
    await keys.getByRole("textbox", { name: "New address" }).fill(world.people.donor.address);
    await keys.getByText(/can still decide when 1 of them lose their keys/).waitFor();
    await keys.getByRole("button", { name: "Add to the proposal" }).click();
    await baobab.page.getByRole("heading", { name: "Give Founding member a new key for its seat" }).waitFor();
    const trial = section(baobab, "What it would change");
    await trial.getByRole("row", { name: "Has a seat in the council: Founding member yes no" }).waitFor();
    await trial.getByRole("row", { name: "Epoch 2 3" }).waitFor();
    await look("new-key");
  });

  chapter("power over code is handed over with a warning where one key would have it", async () => {
    const form = await compose("Hand over the power over code");
    await form.getByLabel("Code of").selectOption({ label: "all agreements" });
    await form.getByRole("textbox", { name: "New owner" }).fill(world.people.donor.address);
    await form.getByText(/^There is no contract at this address/).waitFor();
    await form.getByRole("textbox", { name: "New owner" }).fill(world.suite.deployment.contracts.consortium);
    await form.getByText(/^There is no contract at this address/).waitFor({ state: "detached" });
    await form.getByRole("button", { name: "Add to the proposal" }).click();
    await baobab.page
      .getByRole("heading", { name: /^Give the power over the code of all agreements to 0x/ })
      .waitFor();
    await section(baobab, "What it would change")
      .getByRole("row", { name: /^Owner of the code 0x/ })
      .waitFor();
    await baobab.page.getByText(/^Change of code or of who decides\. .* then waits 14 days\.$/).waitFor();
    await form.getByLabel("Code of").selectOption({ label: "all programmes" });
    await form.getByRole("checkbox", { name: /^Nobody: the code can never be replaced/ }).check();
    await form.getByText("This cannot be undone by anybody.").waitFor();
    await look("hand-over");

    const other = await compose("Put another council in this one's place");
    await other.getByRole("textbox", { name: "New council" }).fill(world.people.donor.address);
    await other.getByText(/^There is no contract at this address/).waitFor();
  });

  chapter("what a member has not voted on waits for them, and goes when they have", async () => {
    const id = await proposeActs(world, [{ kind: "suspend", organisation: 1 }], "A drill.", "council-2");
    const { page } = baobab;
    await goTo(baobab, "/console", "Waiting for me");
    const waiting = section(baobab, "Council");
    await waiting.getByText("Suspend Test Relief").waitFor();
    await waiting.getByText(`Proposal ${id}, 1 of 2 approved`).waitFor();
    await look("waiting-for-a-vote");
    await waiting.getByRole("link", { name: "Read and vote: Suspend Test Relief" }).click();
    await heading(baobab, `Proposal ${id}`);
    await sign(section(baobab, "Your vote"), "Approve");
    await goTo(baobab, "/console", "Waiting for me");
    await page.getByText("Nothing waits for you").waitFor();
    assert.equal(await page.getByRole("link", { name: /^Read and vote/ }).count(), 0);

    await world.letDaysPass(2);
    await goTo(baobab, "/console", "Waiting for me");
    await section(baobab, "Council").getByRole("link", { name: "Carry it out: Suspend Test Relief" }).click();
    await heading(baobab, `Proposal ${id}`);
  });

  chapter(
    "a proposal that nobody carried out in time is shown as lapsed, and can only be proposed anew",
    async () => {
      await world.letDaysPass(8);
      await openProposal(baobab, 4);
      await section(baobab, "What it does").getByText("Lapsed", { exact: true }).waitFor();
      await section(baobab, "Delay")
        .getByText(/^It was not carried out in time/)
        .waitFor();
      await section(baobab, "Your vote")
        .getByText("Nothing is left to decide about this proposal.")
        .waitFor();
      assert.equal(await baobab.page.getByRole("button", { name: "Carry it out" }).count(), 0);
      await look("lapsed");
      await goTo(baobab, "/console/council", "Council");
      await section(baobab, "History")
        .getByRole("row", { name: /Proposal 4 .* Lapsed/ })
        .waitFor();
      await goTo(baobab, "/console", "Waiting for me");
      await baobab.page.getByText("Nothing waits for you").waitFor();
      await assert.rejects(
        carryOut(world, 4),
        (error) => contractRefusal(error)?.error === "Council_WrongState",
      );
    },
  );

  chapter("a new epoch makes every approval void, and both pages say so", async () => {
    const open = await proposeActs(
      world,
      [{ kind: "nameGuardian", organisation: 1, guardian: undefined }],
      "x",
    );
    const { members } = await readCouncil(world.suite);
    const cedar = seatOf({ members }, world.people["council-3"].address);
    assert.ok(cedar);
    const act = {
      kind: "reconfigure",
      added: [{ account: world.people.donor.address, nameHash: cedar.nameHash }],
      removed: [cedar.account],
      settings: SETTINGS,
    } as const;
    const id = await proposeActs(world, [act], "Cedar lost its key");
    await approveAs(world, id, "council-2");
    await world.letDaysPass(2);
    await carryOut(world, id);

    await openProposal(baobab, open);
    const votes = section(baobab, "Votes");
    await votes.getByText(/^0 of 2 approvals/).waitFor();
    await votes.getByText(/^Members or rules changed since it was proposed/).waitFor();
    await section(baobab, "What happened")
      .getByText("Members or rules changed; approvals began anew")
      .waitFor();
    await look("new-epoch");
    // What had lapsed is open again without any approval, as the contract has it.
    await openProposal(baobab, 4);
    await section(baobab, "What it does").getByText("Collects approvals").waitFor();
    await section(baobab, "Votes")
      .getByText(/^0 of 2 approvals/)
      .waitFor();
  });

  chapter("everybody reads all of it on the public page, without a wallet", async () => {
    const { people } = world;
    const { address } = await readCouncil(world.suite);
    const calls = [{ target: people.donor.address, data: "0x12345678" }];
    const why = { hash: keccakOfText("The minutes"), uri: "https://example.org/minutes.txt" };
    await signAndSend(people.council, proposeCallsCall(address, calls, why, people.council.address));
    const { page, complaints } = await visit(world.browser, `${world.url}/council`);
    const region = (name: string) => page.getByRole("region", { name });
    const item = (name: string, what: RegExp) => region(name).getByRole("group").filter({ hasText: what });

    await item("To be decided", /Proposal 7/)
      .getByText("Collects approvals")
      .waitFor();
    const unknown = item("To be decided", /Proposal 7/);
    await unknown.locator("summary").first().click();
    await unknown.getByText(/^The contract is none of the suite's\. This program cannot say/).waitFor();
    await unknown.getByRole("link", { name: "https://example.org/minutes.txt" }).waitFor();
    const other = item("To be decided", /Proposal 5/);
    await other.locator("summary").first().click();
    await other.getByText("0 of 2 approvals").waitFor();
    const named = item("What was decided", /Proposal 3/);
    await named.getByText("Carried out", { exact: true }).first().waitFor();
    await named.locator("summary").first().click();
    await named.getByText("Disputes need somebody whom both sides trust.").waitFor();
    await named.getByText("This browser compared the text with its fingerprint: they agree.").waitFor();
    await named
      .getByRole("heading", { name: /^Name 0x.* an arbiter for agreements, until 31 Dec/ })
      .waitFor();
    await named.getByText(/^(0x\S+, Founding member|Founding member, 0x\S+)$/).waitFor();
    await region("Arbiters")
      .getByText(/31 Dec.* 2039/)
      .waitFor();
    await region("How it decides").getByText("2 of 3 members").first().waitFor();
    assert.equal(await region("Members").getByRole("row").count(), 4);
    await assertSoundInViews({ page, complaints }, "/council", {
      also: ({ width, scheme }) => picture({ page }, "public-council", `${width}-${scheme}`),
    });
    await page.context().close();
  });

  chapter("a visitor checks all of it against the ledger, and whatever was changed turns red", async () => {
    const site = { browser: world.browser, url: world.url, rpc: world.chain.url };
    const { history } = world.databases;
    const { address } = await readCouncil(world.suite);
    const proposals = { carriedOut: 3, withMinutes: 7 };
    for (const change of councilChanges(address, world.people, proposals))
      await turnsRed(site, history, change);
  });
});
