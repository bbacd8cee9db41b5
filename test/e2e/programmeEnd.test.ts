// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { toUtf8Bytes } from "ethers";
import { settleShop } from "#scripts/seed/month.ts";
import type { PersonName } from "#scripts/seed/people.ts";
import { type Balances, readBalances, readPauses } from "#sdk/agency/index.ts";
import { assertSoundInViews, noBrowser } from "./appBrowser.ts";
import { approveProposal, section, sign } from "./console/support/acts.ts";
import { loadedMonth } from "./console/support/cashMonth.ts";
import { chapters } from "./console/support/chapter.ts";
import { connect, type Desk, goTo, openDesks, sitDown } from "./console/support/desk.ts";
import { proposeClosing } from "./console/support/money.ts";
import { cashProgramme, type Programme } from "./console/support/programmes.ts";
import { bringIn } from "./console/support/sales.ts";
import { toWaiting } from "./console/support/waiting.ts";
import { CONSORTIUM_KEY, openWorld, type World } from "./console/support/world.ts";
import type { FileReceipt } from "./support/receiptFile.ts";

const NAME = "Cash for schooling";

describe("a programme is paused, goes on, and is closed", { skip: noBrowser }, () => {
  const chapter = chapters();
  let world: World;
  let programme: Programme;
  let receipts: readonly FileReceipt[];
  const desks = new Map<PersonName, Desk>();

  before(async () => {
    world = await openWorld();
    programme = await cashProgramme(world);
    receipts = (await loadedMonth(world, programme, Math.floor(Date.now() / 86_400_000))).receipts;
  });
  after(async () => {
    await Promise.all(openDesks().map((desk) => desk.leave()));
    await world?.stop();
  });

  /** Somebody at their own browser. After days have passed everybody comes anew, for the browser's clock. */
  async function at(name: PersonName): Promise<Desk> {
    const desk = desks.get(name) ?? (await comeIn(name));
    desks.set(name, desk);
    return desk;
  }

  /** Connected, and not signed in to the office: nothing here needs it, and members of the council cannot. */
  async function comeIn(name: PersonName): Promise<Desk> {
    const desk = await sitDown(world, name);
    await goTo(desk, "/console", "Waiting for me");
    await connect(desk);
    await desk.page.keyboard.press("Escape");
    return desk;
  }

  async function letDaysPass(days: number): Promise<void> {
    await Promise.all([...desks.values()].map((desk) => desk.leave()));
    desks.clear();
    await world.letDaysPass(days);
  }

  async function atProgramme(name: PersonName): Promise<Desk> {
    const desk = await at(name);
    await goTo(desk, `/console/programmes/${programme.address}`, NAME);
    await section(desk, "Pause").getByRole("table").first().waitFor();
    return desk;
  }

  async function sold(): Promise<bigint> {
    return (await programme.contract.cycleOf(1)).redeemed;
  }

  const balances = (): Promise<Balances> => readBalances(programme);

  chapter("the guardian pauses redemptions, and no receipt counts", async () => {
    const guardian = await atProgramme("guardian");
    const pause = section(guardian, "Pause");
    await pause.getByText("Pause at once, as the guardian").click();
    await pause.getByRole("combobox", { name: "Reason" }).first().selectOption("LOST-KEYS");
    await sign(pause, "Pause at once");
    const note = guardian.page.getByText("Redemptions are paused: no receipt counts.");
    await note.waitFor();
    await pause
      .getByRole("row", { name: /^Redemptions: paused by the guardian .*Keys or devices are lost/ })
      .waitFor();
    assert.equal((await readPauses(programme)).payouts.isPaused, false);

    await bringIn(world, programme, 4, receipts);
    assert.equal(await sold(), 0n, "a receipt counted while redemptions were paused");
    assert.equal((await balances()).owed, 0n);
  });

  chapter(
    "it waits for guardian and finance; the guardian lifts it, and the same receipts count",
    async () => {
      const finance = await at("finance");
      await toWaiting(finance);
      await finance.page.getByRole("link", { name: "See and lift: Redemptions are paused" }).waitFor();

      const guardian = await at("guardian");
      await toWaiting(guardian);
      await guardian.page.getByRole("link", { name: "See and lift: Redemptions are paused" }).click();
      await sign(section(guardian, "Pause"), "Lift the pause");
      await guardian.page
        .getByText("Redemptions are paused: no receipt counts.")
        .waitFor({ state: "detached" });

      await bringIn(world, programme, 4, receipts);
      const all = receipts.reduce((sum, { amount }) => sum + amount, 0n);
      assert.equal(await sold(), all);
      assert.equal((await balances()).owed, all);
    },
  );

  chapter("a member of the council pauses for seven days, sees the lapse, and lifts it early", async () => {
    const member = await atProgramme("council");
    const pause = section(member, "Pause");
    await pause.getByRole("checkbox", { name: "Payouts" }).last().check();
    await pause.getByRole("combobox", { name: "Reason" }).last().selectOption("SECURITY");
    await sign(pause, "Pause for seven days");
    await member.page.getByText("Redemptions and payouts are paused.").waitFor();
    const { redemptions, payouts } = await readPauses(programme);
    const lapse = redemptions.byMember?.until ?? 0;
    assert.equal(payouts.byMember?.until, lapse);
    const shown = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(
      lapse * 1_000,
    );
    await pause.getByRole("row", { name: new RegExp(`^Payouts Paused .*lapses ${shown}`) }).waitFor();
    await sign(pause, "Lift your pause");
    await member.page.getByText("Redemptions and payouts are paused.").waitFor({ state: "detached" });
    await pause.getByText("You have paused this programme before").waitFor();
    assert.equal((await readPauses(programme)).redemptions.isPaused, false);
  });

  chapter("two officers lift the guardian's pause after two days", async () => {
    const guardian = await atProgramme("guardian");
    const own = section(guardian, "Pause");
    await own.getByText("Pause at once, as the guardian").click();
    await own.getByRole("checkbox", { name: "Redemptions" }).first().uncheck();
    await own.getByRole("checkbox", { name: "Payouts" }).first().check();
    await own.getByRole("combobox", { name: "Reason" }).first().selectOption("FRAUD");
    await sign(own, "Pause at once");
    await guardian.page.getByText("Payouts are paused: no shop is paid.").waitFor();

    const finance = await atProgramme("finance");
    const pause = section(finance, "Pause");
    await pause.getByText("Propose to lift the guardian's pause").click();
    await sign(pause, "Propose to an approver");
    const approver = await atProgramme("approver");
    await approver.page.getByText(/It can be approved from/).waitFor();
    assert.equal(await approver.page.getByRole("button", { name: /^Approve: Lift/ }).count(), 0);

    await letDaysPass(2);
    await approveProposal(await at("approver"), /Lift the guardian's pause/);
    assert.equal((await readPauses(programme)).payouts.isPaused, false);
  });

  chapter("the checklist names what has to be done before a programme is closed", async () => {
    const finance = await at("finance");
    await goTo(finance, `/console/programmes/${programme.address}`, NAME);
    await finance.page.getByRole("link", { name: "Close the programme" }).click();
    const list = section(finance, "Before closing");
    await list.getByText("1 cycle is open; close each of them first.").waitFor();
    await list.getByText(/^2,087\.50.USD owed\. Settle with the shops first\.$/).waitFor();
    await list.getByText("1 terminal is active.").waitFor();
    await section(finance, "Close it").getByText("It can be closed when everything").waitFor();
    assert.equal(await finance.page.getByRole("button", { name: "Propose to close for good" }).count(), 0);
  });

  chapter(
    "settled and its cycle closed, finance proposes to close it; two days later it is closed",
    async () => {
      await settleShop(
        { ...world, programme, key: CONSORTIUM_KEY },
        { shop: 1, cycle: 1, statement: toUtf8Bytes("the statement of AGENT-01"), endToEndId: "" },
      );
      await letDaysPass(45);
      await proposeClosing(await at("finance"), programme, 1);
      await approveProposal(await at("approver"), /Close cycle 1/);
      const { free, fees, owed, reserved } = await balances();
      assert.deepEqual([owed, reserved], [0n, 0n]);

      const finance = await at("finance");
      await goTo(finance, `/console/programmes/${programme.address}/close`, "Close the programme");
      await section(finance, "Where its money came from")
        .getByText(/^60,000\.00.USD$/)
        .waitFor();
      await sign(section(finance, "Close it"), "Propose to close for good");
      await section(finance, "Close it").getByText("Closing is proposed.").waitFor();

      await letDaysPass(2);
      const { donor } = world.people;
      const before = await tokensOf(donor.address);
      await approveProposal(await at("approver"), /Close the programme for good/);
      assert.equal((await readPauses(programme)).isClosed, true);
      assert.equal((await tokensOf(donor.address)) - before, free + fees, "what was left went to the source");
      const approver = await at("approver");
      await approver.page
        .getByText("This programme is closed for good. It can be read, and nothing more.")
        .waitFor();
      await goTo(approver, `/console/programmes/${programme.address}/close`, "Close the programme");
      await approver.page.getByText("This programme is closed for good.", { exact: true }).waitFor();
    },
  );

  chapter("no finding of axe on these pages, light and dark, wide and narrow", async () => {
    const finance = await at("finance");
    for (const path of ["", "/close"]) {
      await finance.page.goto(`${world.url}/console/programmes/${programme.address}${path}`);
      await finance.page.getByRole("heading", { level: 2 }).first().waitFor();
      await assertSoundInViews(finance, path);
    }
  });

  async function tokensOf(holder: string): Promise<bigint> {
    const data = `0x70a08231${holder.slice(2).toLowerCase().padStart(64, "0")}`;
    return BigInt(await world.suite.provider.call({ to: programme.asset, data }));
  }
});
