// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, test } from "node:test";
import type { PersonName } from "#scripts/seed/people.ts";
import { amountOf } from "#sdk/money/index.ts";
import { noBrowser } from "../appBrowser.ts";
import { receiptsCsv } from "../support/receiptFile.ts";
import { section } from "./support/acts.ts";
import { type Desk, heading, sitDown } from "./support/desk.ts";
import { leaveDesks } from "./support/evidence.ts";
import { Keyboard } from "./support/keyboard.ts";
import { keepPhones } from "./support/officeMap.ts";
import { salesTo } from "./support/sales.ts";
import { openMonth, type SmallMonth } from "./support/smallMonth.ts";
import { WRONG_BY } from "./support/statement.ts";
import { PASSPHRASE } from "./support/world.ts";

const HOUSEHOLDS = 80;
const SOLD = 60;
const WRONG = 4;
const DONE = "Done: the ledger shows it.";

/** The rest of the month without a mouse: messages, cards, a correction, a settlement, the end of a cycle. */
describe("cards, messages, corrections, settlements and closing by keyboard alone", {
  skip: noBrowser,
}, () => {
  let month: SmallMonth;
  const desks: Desk[] = [];

  before(async () => {
    month = await openMonth(HOUSEHOLDS);
    await keepPhones(month);
  });
  afterEach((t) => leaveDesks(t, desks));
  after(() => month?.world.stop());

  interface AtWork {
    readonly desk: Desk;
    readonly keys: Keyboard;
  }

  const button = ({ page }: Desk, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const link = ({ page }: Desk, name: string | RegExp) =>
    page.getByRole("link", { name, exact: true }).first();

  /** Open the console, connect, sign in to the office, and close the panel. */
  async function comes(name: PersonName): Promise<AtWork> {
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

  async function toProgramme({ desk, keys }: AtWork): Promise<void> {
    await keys.press(link(desk, `Open ${month.programme.name}`));
    await heading(desk, month.programme.name);
  }

  /** What the shop says: receipt 4 was 5,000 less than the ledger has. */
  function statement(): string {
    const sales = salesTo(month.entries.slice(0, SOLD), { terminal: 1, cycle: 1, day: month.today });
    return receiptsCsv(
      sales.map((sale) =>
        sale.number === WRONG ? { ...sale, amount: amountOf(sale.amount - WRONG_BY) } : sale,
      ),
    );
  }

  /** An approver takes up the one proposal that waits and confirms it. */
  async function approves(what: RegExp): Promise<void> {
    const { desk, keys } = await comes("approver");
    await keys.press(
      desk.page.getByRole("link", { name: new RegExp(`^Read and approve: .*${what.source}`) }),
    );
    const approving = desk.page.getByRole("button", { name: new RegExp(`^Approve: .*${what.source}`) });
    await keys.press(approving);
    await Promise.any([
      desk.page.getByText(DONE).first().waitFor(),
      approving.waitFor({ state: "detached" }),
    ]);
  }

  test("a preparer writes the message and saves the list of it", async () => {
    const { desk, keys } = await comes("preparer");
    const { page } = desk;
    await toProgramme({ desk, keys });
    await keys.press(link(desk, "Cycle 1"));
    await keys.press(link(desk, "Message list"));
    await heading(desk, "Messages for cycle 1");
    await keys.type(page.getByRole("textbox", { name: "Office passphrase" }), PASSPHRASE);
    await page.keyboard.press("Enter");
    const preview = section(desk, "Preview");
    await preview
      .getByRole("cell", { name: /^\+2267000/ })
      .first()
      .waitFor();
    const sentence = page.getByRole("textbox", { name: "Sentence" });
    await keys.type(sentence, "You have ");
    // A field goes in where the cursor stands, and the cursor stays behind it.
    await keys.press(button(desk, "Insert: Amount"), "Space");
    await page.keyboard.type(" to spend.");
    await preview
      .getByText(/^You have .*\d.* to spend\.$/)
      .first()
      .waitFor();
    const saving = page.waitForEvent("download");
    await keys.press(button(desk, "Save the message list"));
    const lines = (await readFile(await (await saving).path(), "utf8")).trim().split(/\r?\n/);
    assert.equal(lines.length, 1 + HOUSEHOLDS);
    assert.match(lines[1] ?? "", /You have .*\d.* to spend\./);
  });

  test("a custodian issues cards and prints them and their PINs apart", async () => {
    const { desk, keys } = await comes("custodian");
    const { page } = desk;
    await keys.press(page.getByRole("banner").getByRole("link", { name: "Accounts" }));
    await heading(desk, "Households");
    await keys.press(link(desk, "Print cards"));
    await heading(desk, "Cards");
    await keys.select(page.getByLabel("Households"), "Account numbers that I type");
    const accounts = month.entries.slice(-3).map(({ account }) => account);
    await keys.reach(page.getByRole("textbox", { name: "Account numbers" }));
    for (const account of accounts) {
      await page.keyboard.type(String(account));
      await page.keyboard.press("Enter");
    }
    await keys.press(button(desk, "Look them up"));
    await keys.press(button(desk, /^Issue \d+ cards?$/));
    await keys.press(button(desk, "Print the cards"));
    await keys.press(button(desk, "Print the PIN slips"));
    await page.getByText("Printed").nth(1).waitFor();
    assert.equal(desk.printed.length, 2);
  });

  test("finance corrects a receipt, and an approver confirms it", async () => {
    const { desk, keys } = await comes("finance");
    const { page } = desk;
    await toProgramme({ desk, keys });
    await keys.press(link(desk, "Reconcile"));
    await heading(desk, "Reconcile");
    await keys.select(page.getByLabel("Shop", { exact: true }), "SHOP-001");
    await keys.select(page.getByLabel("Cycle", { exact: true }), "Cycle 1");
    await keys.chooseFile(button(desk, "Choose the statement"), "statement.csv", statement());
    await keys.press(link(desk, "Propose a correction of receipt 4"));
    await heading(desk, "Correct a receipt");
    const form = section(desk, "What is right");
    await keys.reach(form.getByRole("radio", { name: "Enter again" }));
    await keys.select(form.getByLabel("Reason"), "Wrong amount");
    await keys.press(form.getByRole("button", { name: "Propose to an approver" }));
    await form.getByText(DONE).waitFor();
    await approves(/receipt no\. 4/);
    const { contract } = month.programme;
    const corrected = await contract.queryFilter(contract.filters.ReceiptCorrected());
    assert.equal(corrected.length, 1);
  });

  test("finance settles with a shop, says what the bank did, and prints the receipt", async () => {
    const { desk, keys } = await comes("finance");
    const { page } = desk;
    await toProgramme({ desk, keys });
    await keys.press(link(desk, "Reconcile"));
    await heading(desk, "Reconcile");
    await keys.select(page.getByLabel("Shop", { exact: true }), "SHOP-001");
    await keys.select(page.getByLabel("Cycle", { exact: true }), "Cycle 1");
    await keys.chooseFile(button(desk, "Choose the statement"), "statement.csv", statement());
    await keys.press(button(desk, "Record the statement"));
    await page.getByText("Recorded.").waitFor();
    await keys.press(link(desk, "Prepare the settlement"));
    await heading(desk, "Settle with shops");
    const form = section(desk, "Settle SHOP-001, cycle 1");
    await keys.type(form.getByRole("textbox", { name: "End-to-end reference" }), "NOV-SHOP-001");
    await keys.press(form.getByRole("button", { name: "Propose to an approver" }));
    await form.getByText(DONE).waitFor();
    await approves(/Settle with/);

    await keys.press(page.getByRole("link", { name: "Open settlement 1" }));
    await heading(desk, "Settlement 1");
    const file = "<Document>booked</Document>";
    await keys.chooseFile(button(desk, "Choose the bank's statement"), "camt.xml", file);
    const bank = section(desk, "What the bank says");
    await keys.press(bank.getByRole("radio", { name: "It was paid" }), "Space");
    await keys.press(bank.getByRole("button", { name: "Propose to an approver" }));
    await bank.getByText(DONE).waitFor();
    await approves(/settlement 1/);
    await page.getByText("Paid", { exact: true }).waitFor();
    await keys.press(button(desk, "Print"));
    assert.equal(desk.printed.length, 1);
  });

  test("finance closes a cycle by its checklist when its days are over", async () => {
    await month.world.letDaysPass(46);
    const { desk, keys } = await comes("finance");
    await keys.press(desk.page.getByRole("link", { name: /^Close: .*cycle 1/ }));
    await heading(desk, "Close cycle 1");
    const part = section(desk, "Close it");
    await keys.press(part.getByRole("button", { name: "Propose to close" }));
    await part.getByText(DONE).or(part.getByText("An approver")).first().waitFor();
    await approves(/Close cycle 1/);
    const { contract } = month.programme;
    assert.equal((await contract.queryFilter(contract.filters.CycleClosed(1))).length, 1);
  });
});
