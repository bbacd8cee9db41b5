// SPDX-License-Identifier: Apache-2.0

import { after, afterEach, before, describe, test } from "node:test";
import type { PersonName } from "#scripts/seed/people.ts";
import { noBrowser } from "./appBrowser.ts";
import { section } from "./console/support/acts.ts";
import { seatMembers } from "./console/support/council.ts";
import { type Desk, heading, sitDown } from "./console/support/desk.ts";
import { leaveDesks } from "./console/support/evidence.ts";
import { Keyboard } from "./console/support/keyboard.ts";
import { openWorld, type World } from "./console/support/world.ts";

/** From the proposal to the deed without a mouse; each member opens the console once by its address. */
describe("the council by keyboard alone", { skip: noBrowser }, () => {
  let world: World;
  const desks: Desk[] = [];

  before(async () => {
    world = await openWorld();
    await seatMembers(world);
  });
  afterEach((t) => leaveDesks(t, desks));
  after(() => world?.stop());

  async function comes(name: PersonName): Promise<{ readonly desk: Desk; readonly keys: Keyboard }> {
    const desk = await sitDown(world, name);
    desks.push(desk);
    const keys = new Keyboard(desk);
    await desk.page.goto(`${world.url}/console`);
    const header = desk.page.getByRole("banner");
    await keys.press(header.getByRole("button", { name: "Connect", exact: true }));
    await keys.press(header.getByRole("button", { name: `Connect with ${desk.wallet.name}` }));
    await header.getByRole("button", { name: /0x/ }).first().waitFor();
    await desk.page.keyboard.press("Escape");
    return { desk, keys };
  }

  test("a member composes a proposal, takes a call out again, and proposes", async () => {
    const { desk, keys } = await comes("council");
    const { page } = desk;
    await keys.press(page.getByRole("banner").getByRole("link", { name: "Council" }));
    await heading(desk, "Council");
    await keys.press(page.getByRole("link", { name: "New proposal" }));
    await heading(desk, "New proposal");
    const form = section(desk, "What should the council do?");
    await keys.type(form.getByRole("textbox", { name: "Name", exact: true }), "Date Palm Trust");
    await keys.select(form.getByLabel("Kind"), "implementing partner");
    await keys.type(form.getByRole("textbox", { name: "Administrator" }), world.people.administrator.address);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Admit Date Palm Trust/ }).waitFor();
    await keys.select(form.getByLabel("Decision", { exact: true }), "Suspend an organisation");
    await keys.select(form.getByLabel("Organisation"), "Test Relief");
    await keys.press(form.getByRole("button", { name: "Add to the proposal" }));
    await keys.press(page.getByRole("button", { name: "Take out: Suspend Test Relief" }));
    await page.getByRole("heading", { name: "Suspend Test Relief" }).waitFor({ state: "detached" });
    await keys.type(page.getByRole("textbox", { name: "Reasons" }), "They feed the east.");
    await keys.press(section(desk, "Propose").getByRole("button", { name: "Propose", exact: true }));
    await heading(desk, "Proposal 3");
    await section(desk, "Votes")
      .getByText(/^1 of 2 approvals/)
      .waitFor();
  });

  test("another finds it waiting, reads the call itself, approves, and somebody carries it out", async () => {
    const { desk, keys } = await comes("council-2");
    const { page } = desk;
    await keys.press(page.getByRole("link", { name: /^Read and vote: Admit Date Palm Trust/ }));
    await heading(desk, "Proposal 3");
    const what = section(desk, "What it does");
    await keys.press(what.getByText("For auditors: the call itself"));
    await what.getByText("Call data").waitFor();
    await keys.press(section(desk, "Your vote").getByRole("button", { name: "Approve", exact: true }));
    await section(desk, "Votes")
      .getByText(/^2 of 2 approvals/)
      .waitFor();

    await world.letDaysPass(2);
    const doing = section(desk, "Carry it out").getByRole("button", { name: "Carry it out" });
    await keys.press(doing, "Space");
    await what.getByText("Carried out", { exact: true }).waitFor();
  });

  test("two who object stop a proposal, and everybody reads that without a mouse", async () => {
    const first = await comes("council");
    await first.keys.press(first.desk.page.getByRole("banner").getByRole("link", { name: "Council" }));
    await first.keys.press(first.desk.page.getByRole("link", { name: "New proposal" }));
    const form = section(first.desk, "What should the council do?");
    await first.keys.select(form.getByLabel("Decision", { exact: true }), "Suspend an organisation");
    await first.keys.select(form.getByLabel("Organisation"), "Date Palm Trust");
    await first.keys.press(form.getByRole("button", { name: "Add to the proposal" }));
    await first.keys.type(first.desk.page.getByRole("textbox", { name: "Reasons" }), "A mistake.");
    await first.keys.press(
      section(first.desk, "Propose").getByRole("button", { name: "Propose", exact: true }),
    );
    await heading(first.desk, "Proposal 4");
    for (const name of ["council-2", "council-3"] as const) {
      const { desk, keys } = await comes(name);
      await keys.press(desk.page.getByRole("link", { name: "Read and vote: Suspend Date Palm Trust" }));
      const vote = section(desk, "Your vote");
      const objecting = vote.getByRole("button", { name: "Object", exact: true });
      await keys.press(objecting);
      await objecting.waitFor({ state: "detached" });
    }
    const reader = desks.at(-1);
    if (reader === undefined) return;
    const keys = new Keyboard(reader);
    await section(reader, "What it does").getByText("Stopped", { exact: true }).waitFor();
    await keys.press(reader.page.getByRole("banner").getByRole("link", { name: "Overview" }));
    await keys.press(reader.page.getByRole("banner").getByRole("link", { name: "Council" }));
    await heading(reader, "How it is governed");
    const stopped = section(reader, "What was decided").getByRole("group").filter({ hasText: "Proposal 4" });
    await keys.press(stopped.locator("summary").first());
    await stopped.getByText("A mistake.").waitFor();
  });
});
