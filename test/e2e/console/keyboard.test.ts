// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import type { PersonName } from "#scripts/seed/people.ts";
import { noBrowser } from "../appBrowser.ts";
import { receiptsCsv } from "../support/receiptFile.ts";
import { section } from "./support/acts.ts";
import { type IssuedCard, issueCards } from "./support/cards.ts";
import { type Desk, heading, signInAs, sitDown } from "./support/desk.ts";
import { leaveDesks } from "./support/evidence.ts";
import { Keyboard } from "./support/keyboard.ts";
import { smallList } from "./support/lists.ts";
import { step } from "./support/newCycle.ts";
import { salesTo } from "./support/sales.ts";
import { openMonth, type SmallMonth } from "./support/smallMonth.ts";
import { PASSPHRASE } from "./support/world.ts";

const HOUSEHOLDS = 300;
const DONE = "Done: the ledger shows it.";

/** Every journey without a mouse. Each test opens the console once by its address; from there everything goes by keys. */
describe("the console by keyboard alone", { skip: noBrowser }, () => {
  let month: SmallMonth;
  const desks: Desk[] = [];

  before(async () => {
    month = await openMonth(HOUSEHOLDS);
  });
  afterEach((t) => leaveDesks(t, desks));
  after(() => month?.world.stop());

  const button = ({ page }: Desk, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const link = ({ page }: Desk, name: string | RegExp) =>
    page.getByRole("link", { name, exact: true }).first();
  const field = ({ page }: Desk, name: string | RegExp) => page.getByLabel(name, { exact: true });

  /** Open the console, connect, sign in to the office, and close the panel. */
  async function comes(name: PersonName): Promise<{ readonly desk: Desk; readonly keys: Keyboard }> {
    const desk = await sitDown(month.world, name);
    desks.push(desk);
    const keys = new Keyboard(desk);
    await desk.page.goto(`${month.world.url}/console`);
    const header = desk.page.getByRole("banner");
    await keys.press(header.getByRole("button", { name: "Connect", exact: true }));
    await keys.press(header.getByRole("button", { name: `Connect with ${desk.wallet.name}` }));
    await keys.press(header.getByRole("button", { name: "Sign in to the office" }));
    await header.getByRole("button", { name: "Sign out" }).waitFor();
    await desk.page.keyboard.press("Escape");
    await header.getByRole("button", { name: "Sign out" }).waitFor({ state: "hidden" });
    return { desk, keys };
  }

  async function toProgramme({ desk, keys }: { desk: Desk; keys: Keyboard }): Promise<void> {
    await keys.press(link(desk, `Open ${month.programme.name}`));
    await heading(desk, month.programme.name);
  }

  test("somebody signs in to the office, signs out again, and disconnects", async () => {
    const { desk, keys } = await comes("finance");
    const header = desk.page.getByRole("banner");
    await keys.press(header.getByRole("button", { name: /0x/ }));
    await keys.press(header.getByRole("button", { name: "Sign out" }));
    await header.getByRole("button", { name: "Sign in to the office" }).waitFor();
    await keys.press(header.getByRole("button", { name: "Disconnect" }), "Space");
    await header.getByRole("button", { name: "Connect", exact: true }).waitFor();
    await desk.page
      .getByRole("main")
      .getByText(/^Connect a wallet to see/)
      .waitFor();
  });

  test("the first stop of a page leads past the navigation", async () => {
    const { desk } = await comes("finance");
    await desk.page.reload();
    await desk.page.getByRole("heading", { level: 1 }).waitFor();
    await desk.page.keyboard.press("Tab");
    await desk.page.keyboard.press("Enter");
    assert.equal(await desk.page.evaluate(() => document.activeElement?.closest("main") !== null), true);
  });

  test("a preparer imports a list and signs it", async () => {
    const { desk, keys } = await comes("preparer");
    await toProgramme({ desk, keys });
    await keys.press(link(desk, "New cycle"));
    await heading(desk, "New cycle");
    const rows = smallList(HOUSEHOLDS, 1).people.map(({ id, size }) => `${id},${size * 1_000},${size}`);
    const csv = ["household_id,amount,household_size", ...rows].join("\r\n");
    await keys.chooseFile(button(desk, "Choose a file"), "list.csv", csv);
    await step(desk, "Which column is what");
    await keys.press(button(desk, "Continue"));
    await step(desk, "What the list comes to");
    await desk.page.getByText("Every row is good.").waitFor();
    await keys.press(button(desk, "Continue"));
    await keys.type(desk.page.getByRole("textbox", { name: "Office passphrase" }), PASSPHRASE);
    await desk.page.keyboard.press("Enter");
    await desk.page.getByText("Every household has an open account.").waitFor();
    await keys.press(button(desk, "Continue"));
    await step(desk, "When and what for");
    await keys.press(button(desk, "Continue"));
    await step(desk, "Control sheet");
    await desk.page.getByText("Nobody was left out.").waitFor();
    await keys.press(button(desk, "Continue"));
    await step(desk, /^Sign cycle/);
    await keys.press(desk.page.getByRole("button", { name: /^Sign and prepare cycle/ }));
    await step(desk, "Cycle 3 is prepared");
    assert.equal(Number(await month.programme.contract.nextCycleId()), 4);
  });

  test("an approver compares and approves", async () => {
    const { desk, keys } = await comes("approver");
    await keys.press(link(desk, /^Check and approve: .*cycle 2/));
    await heading(desk, "Check cycle 2");
    await desk.page.getByText("Everything agrees.").waitFor();
    await keys.press(
      section(desk, "Your decision").getByRole("button", { name: "Approve", exact: true }),
      "Space",
    );
    await section(desk, "Your decision").getByText(DONE).waitFor();
    const { contract } = month.programme;
    assert.equal((await contract.queryFilter(contract.filters.CycleApproved(2))).length, 1);
  });

  test("finance reconciles a shop's statement and records it", async () => {
    const { desk, keys } = await comes("finance");
    await toProgramme({ desk, keys });
    await keys.press(link(desk, "Reconcile"));
    await heading(desk, "Reconcile");
    await keys.select(field(desk, "Shop"), "SHOP-001");
    await keys.select(field(desk, "Cycle"), "Cycle 1");
    const sales = salesTo(month.entries.slice(0, 60), { terminal: 1, cycle: 1, day: month.today });
    await keys.chooseFile(button(desk, "Choose the statement"), "statement.csv", receiptsCsv(sales));
    const classes = desk.page.getByRole("group", { name: "By class" });
    await keys.press(classes.getByRole("button", { name: /^Agrees · 60/ }), "Space");
    await keys.press(button(desk, "Record the statement"));
    await desk.page.getByText("Recorded.").waitFor();
    await keys.press(link(desk, "Prepare the settlement"));
    await heading(desk, "Settle with shops");
  });

  test("a custodian authorises a device, and a shop sells with it by card and PIN", async () => {
    const [card] = await cardsOf(month, 1);
    const till = await sitDown(month.world, "donor");
    desks.push(till);
    const tillKeys = new Keyboard(till);
    await till.page.goto(`${month.world.url}/console/programmes/${month.programme.address}/terminal`);
    await tillKeys.press(button(till, "Set up this device"));
    await till.page.getByRole("heading", { name: "A custodian has to authorise this device" }).waitFor();
    const address =
      /0x[0-9a-fA-F]{40}/.exec((await till.page.getByRole("main").textContent()) ?? "")?.[0] ?? "";

    const { desk, keys } = await comes("custodian");
    await toProgramme({ desk, keys });
    await keys.press(link(desk, "Shops and terminals"));
    await heading(desk, "Shops and terminals");
    await keys.press(
      desk.page.getByRole("button", { name: "Open SHOP-001" }).or(link(desk, "Open SHOP-001")),
    );
    await keys.type(desk.page.getByRole("textbox", { name: "Address that the device shows" }), address);
    await keys.type(desk.page.getByRole("textbox", { name: /^Most that it may sell in a cycle/ }), "1000000");
    await keys.press(button(desk, "Authorise at once"));

    const { page } = till;
    await tillKeys.type(page.getByRole("textbox", { name: "Card number" }), card.number);
    await tillKeys.press(button(till, "Continue"));
    await tillKeys.type(page.getByLabel("The household's PIN"), card.pin);
    await tillKeys.press(button(till, "Check"));
    await tillKeys.type(page.getByRole("textbox", { name: "Amount of the sale" }), "30000");
    await tillKeys.press(button(till, "Continue"));
    await tillKeys.press(button(till, "Confirm the sale"));
    await page.getByText("Paid. Hand out the goods.").waitFor({ timeout: 30_000 });
  });

  /** Cards of households that have bought nothing yet. */
  async function cardsOf(
    { world, entries }: SmallMonth,
    count: number,
  ): Promise<[IssuedCard, ...IssuedCard[]]> {
    const custodian = await signInAs(world, "custodian");
    const [first, ...others] = await issueCards(
      custodian,
      entries.slice(-count).map(({ account }) => account),
    );
    await custodian.leave();
    assert.ok(first);
    return [first, ...others];
  }
});
