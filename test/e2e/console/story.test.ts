// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { CurrencyUnit__factory } from "#bindings/index.ts";
import { NAMESPACE } from "#scripts/seed/lists.ts";
import { createCommitter, type Identifier, type NamelessEntry } from "#sdk/list/index.ts";
import { noBrowser } from "../appBrowser.ts";
import { Ledger } from "../support/ledger.ts";
import type { FileReceipt } from "../support/receiptFile.ts";
import { haystackOf, searchFor } from "../support/search.ts";
import { openRequestedAccounts } from "./support/accounts.ts";
import { approveProposal, section } from "./support/acts.ts";
import { type IssuedCard, issueCards } from "./support/cards.ts";
import { cashMonth } from "./support/cashMonth.ts";
import { chapters } from "./support/chapter.ts";
import { approveCycle, releaseCycle, returnCycle } from "./support/cycles.ts";
import { type Desk, goTo, openDesks, signInAs, sitDown } from "./support/desk.ts";
import { storyList, withMistakes } from "./support/lists.ts";
import { beginLoading, untilLoaded } from "./support/load.ts";
import {
  moneyOnPage,
  printSettlement,
  proposeClosing,
  proposeCorrection,
  proposePaid,
  proposeSettlement,
  reconcile,
  recordStatement,
  saveMessages,
} from "./support/money.ts";
import {
  beginCycle,
  checkAndSign,
  goOn,
  importList,
  planDays,
  unlock,
  uploadCorrection,
} from "./support/newCycle.ts";
import { listOfCycle } from "./support/officeFiles.ts";
import { cashProgramme, type Programme, voucherProgramme } from "./support/programmes.ts";
import { bringIn, salesTo } from "./support/sales.ts";
import { authoriseTerminal } from "./support/shops.ts";
import { afterCorrection, WRONG_BY, withDifferences } from "./support/statement.ts";
import { refund, sell, setUpDevice } from "./support/terminal.ts";
import { tracesOf } from "./support/traces.ts";
import { CONSORTIUM_KEY, openWorld, type World } from "./support/world.ts";

const DAY_MS = 86_400_000;
const today = Math.floor(Date.now() / DAY_MS);
const list = storyList();

describe(`a month of ${list.people.length} households in the console`, { skip: noBrowser }, () => {
  let world: World;
  let vouchers: Programme;
  let cash: Programme;
  let preparer: Desk;
  let custodian: Desk;
  let approver: Desk;
  let finance: Desk;
  let device: Desk;
  let entries: readonly NamelessEntry[];
  let cards: readonly IssuedCard[];
  let tillAddress: string;
  let sales: readonly FileReceipt[];
  const books = new Ledger();

  before(async () => {
    world = await openWorld();
    vouchers = await voucherProgramme(world);
    cash = await cashProgramme(world);
  });
  after(() => world?.stop());
  const chapter = chapters();

  const scope = () => ({ programme: vouchers, shop: "SHOP-001", cycle: 2 });
  /** What the shop itself has: the sale and the refund at the counter, and what its other terminal sold. */
  const ownReceipts = (): FileReceipt[] => {
    const account = entries[0]?.account ?? 0;
    const counter = { terminal: tillAddress, cycle: 2, account, day: today } as const;
    return [
      { ...counter, number: 1, amount: 30_000n, kind: "sale" },
      { ...counter, number: 2, amount: 10_000n, kind: "refund", saleNumber: 1 },
      ...sales,
    ];
  };

  /** A day of the story as its pages take it, counted from the first. */
  const day = (n: number) => new Date(Date.now() + n * DAY_MS).toISOString().slice(0, 10);

  chapter("a preparer signs in and imports a list that has a few mistakes", async () => {
    preparer = await signInAs(world, "preparer");
    await beginCycle(preparer, vouchers.name);
    await importList(preparer, { name: list.fileName, csv: withMistakes(list) }, "30000");
    const { page } = preparer;
    const problems = page.getByRole("table", { name: "Problems, by row and column" });
    const rows = await problems.getByRole("row").allInnerTexts();
    const found = rows.slice(1).map((row) =>
      row
        .split("\t")
        .filter((_, i) => i === 0 || i === 5)
        .join(" "),
    );
    assert.deepEqual(found, ["4 LIST-201", "7 LIST-312", "11 LIST-206", "12 LIST-206", "20 LIST-202"]);
    assert.equal(await page.getByRole("button", { name: "Continue" }).isDisabled(), true);
  });

  chapter("the corrected file takes its place, and the page shows what changed", async () => {
    await uploadCorrection(preparer, { name: list.fileName, csv: list.csv });
    const { page } = preparer;
    await page.getByText("Every row is good.").waitFor();
    const change = section(preparer, "What the correction changed");
    assert.match((await change.textContent()) ?? "", /Problems solved\s*5/);
    await goOn(preparer);
  });

  chapter(
    "households without accounts become a request to the custodian, who opens them with one signature",
    async () => {
      const { page } = preparer;
      await unlock(preparer);
      await page
        .getByRole("button", { name: `Ask the custodian to open ${list.people.length} accounts` })
        .click();
      await page.getByText("Waiting for the custodian").waitFor();

      custodian = await signInAs(world, "custodian");
      await openRequestedAccounts(custodian);
      assert.equal(Number((await world.suite.accounts.openingOf(1)).count), list.people.length);

      await page.getByRole("button", { name: "Look again" }).click();
      await page.getByText("Every household has an open account.").waitFor();
      await goOn(preparer);
    },
  );

  chapter("the preparer checks the control sheet and signs once", async () => {
    await planDays(preparer, { opens: day(0), expires: day(3), grace: day(5) });
    const { page } = preparer;
    await page.getByText("Nobody was left out.").waitFor();
    await checkAndSign(preparer);
  });

  chapter("an approver returns it with a reason, and it is prepared again", async () => {
    approver = await signInAs(world, "approver");
    await returnCycle(approver, 1, "Amounts are wrong");
    await beginCycle(preparer, vouchers.name);
    await importList(preparer, { name: list.fileName, csv: list.csv }, "30000");
    await goOn(preparer);
    await preparer.page.getByText("Every household has an open account.").waitFor();
    await goOn(preparer);
    await planDays(preparer, { opens: day(0), expires: day(3), grace: day(5) });
    await checkAndSign(preparer);
  });

  chapter("two approvers compare the list themselves and approve, finance releases", async () => {
    const second = await signInAs(world, "approver-2");
    finance = await signInAs(world, "finance");
    await approveCycle(approver, 2);
    await approveCycle(second, 2);
    await releaseCycle(finance, 2);
    books.fund(vouchers.funded);
    books.activate(2, list.total(30_000n));
    await books.assertTies(world.suite, world.chain.url, vouchers, "released");
    await second.leave();
  });

  chapter("the list is loaded, through a reload of the page in the middle of it", async () => {
    // No blocks are made, so that the middle lasts as long as the test wants.
    await world.chain.rpc("evm_setAutomine", false);
    await beginLoading(preparer, 2);
    await preparer.page.reload();
    await preparer.page.getByText("0 of 4 parts").first().waitFor();
    await world.chain.rpc("evm_setAutomine", true);
    await world.chain.rpc("evm_mine");
    await untilLoaded(preparer);
    books.load(2);
    await books.assertTies(world.suite, world.chain.url, vouchers, "loaded");
    entries = await listOfCycle(world, vouchers, 2);
    assert.equal(entries.length, list.people.length);
  });

  chapter("cards are issued, and their PINs printed apart", async () => {
    const accounts = entries.slice(0, 3).map(({ account }) => account);
    cards = await issueCards(custodian, accounts);
    assert.deepEqual(
      cards.map(({ number }) => Number(number.split("-")[0])),
      accounts,
    );
    assert.ok(cards.every(({ pin }) => /^\d{4,8}$/.test(pin)));
  });

  chapter("a device becomes a terminal of the shop, sells by card and PIN, and refunds", async () => {
    device = await sitDown(world, "donor");
    tillAddress = await setUpDevice(device, vouchers);
    await authoriseTerminal(custodian, vouchers, {
      shop: "SHOP-001",
      terminal: tillAddress,
      limit: "1000000",
    });
    const card = cards[0];
    assert.ok(card);
    await sell(device, card, "30000");
    books.sell(1, 2, 30_000n);
    await refund(device, "10000");
    books.takeBack(1, 2, 10_000n);
    await books.assertTies(world.suite, world.chain.url, vouchers, "sold and refunded");
  });

  chapter("the shop's other terminal sends two hundred receipts through a relayer", async () => {
    sales = salesTo(entries.slice(10, 210), { terminal: 1, cycle: 2, day: today });
    await bringIn(world, vouchers, 1, sales);
    for (const { amount } of sales) books.sell(1, 2, amount);
    await books.assertTies(world.suite, world.chain.url, vouchers, "bulk");
  });

  chapter("the shop's statement is compared, and every planted difference is found", async () => {
    const [sale] = salesTo(entries.slice(300, 301), { terminal: 1, cycle: 2, day: today });
    assert.ok(sale);
    const statement = withDifferences(ownReceipts(), sale.terminal, { ...sale, number: 201 });
    const found = await reconcile(finance, scope(), statement);
    assert.deepEqual(found, {
      "All rows": 204,
      "To look at": 4,
      Agrees: 200,
      "Amount differs": 1,
      "Not on the ledger": 1,
      "Not in the statement": 1,
      "Twice in the statement": 1,
    });
  });

  chapter("two officers correct the receipt whose amount was wrong", async () => {
    await proposeCorrection(finance, 10);
    await approveProposal(approver, /receipt no\. 10/);
    const { amount } = sales[9] ?? { amount: 0n };
    books.takeBack(1, 2, amount);
    books.sell(1, 2, amount - WRONG_BY);
    await books.assertTies(world.suite, world.chain.url, vouchers, "corrected");
  });

  chapter(
    "the corrected statement agrees to the unit, is recorded, and settled through the bank",
    async () => {
      const statement = afterCorrection(ownReceipts(), sales[0]?.terminal ?? "");
      await reconcile(finance, scope(), statement);
      await recordStatement(finance);
      await proposeSettlement(finance, scope(), "E2E0001");
      await approveProposal(approver, /Settle with/);
      const owed = books.owed(1, 2);
      books.instruct(1, 2, owed);
      await books.assertTies(world.suite, world.chain.url, vouchers, "instructed");

      await proposePaid(finance, vouchers, 1);
      await approveProposal(approver, /settlement 1/);
      books.bankPaid(owed);
      await books.assertTies(world.suite, world.chain.url, vouchers, "paid");
    },
  );

  chapter("the receipt of the settlement is printed, with its sum and both signatures", async () => {
    const paper = await printSettlement(finance, vouchers, 1);
    for (const part of ["SHOP-001", "E2E0001", "Paid", "For the shop", "For the agency"]) {
      assert.ok(paper.includes(part), part);
    }
    assert.ok(!paper.includes("Waiting for me"), "the navigation is not on the paper");
  });

  chapter(
    "in the programme that pays in tokens, the settlement pays at once, with the commission",
    async () => {
      const { sold, statement } = await cashMonth(world, cash, today);
      const wallet = world.people["shop-3-wallet"].address;
      const token = CurrencyUnit__factory.connect(cash.asset, world.suite.provider);
      const held = await token.balanceOf(wallet);
      const where = { programme: cash, shop: "AGENT-01", cycle: 1 };
      await reconcile(finance, where, statement);
      await recordStatement(finance);
      await proposeSettlement(finance, where);
      await approveProposal(approver, /Settle with/);
      const commission = (sold * 150n) / 10_000n;
      assert.equal((await token.balanceOf(wallet)) - held, sold + commission);
    },
  );

  chapter("when the days for late receipts are over, the cycle is closed from its checklist", async () => {
    await world.letDaysPass(7);
    for (const desk of [preparer, approver, finance]) await desk.leave();
    preparer = await signInAs(world, "preparer");
    approver = await signInAs(world, "approver");
    finance = await signInAs(world, "finance");
    await proposeClosing(finance, vouchers, 2);
    await approveProposal(approver, /Close cycle 2/);
    books.close(2);
    await books.assertTies(world.suite, world.chain.url, vouchers, "closed");
  });

  chapter("the message list has a line for each household, made in the browser", async () => {
    const { address } = vouchers;
    await goTo(preparer, `/console/programmes/${address}/cycles/2/messages`, "Messages for cycle 2");
    await unlock(preparer);
    const lines = await saveMessages(preparer);
    assert.equal(lines.length, 1 + list.people.length);
    assert.ok(lines.some((line) => line.includes(list.people[0]?.phone ?? "?")));
  });

  chapter("at the end the page, the history and the chain say the same, to the unit", async () => {
    const { free, reserved, owed, fees } = await vouchers.contract.balances();
    const shown = await moneyOnPage(finance, vouchers, ["Free", "Reserved", "Owed to shops", "Fee reserve"]);
    assert.deepEqual(shown, [free, reserved, owed, fees]);
    await books.assertTies(world.suite, world.chain.url, vouchers, "at the end");
    for (const { name, complaints } of openDesks())
      assert.deepEqual(complaints, [], `complaints of ${name}'s browser`);
  });

  chapter("nobody of the list can be found in anything that the month left behind", async () => {
    const search = searchFor(list.people.flatMap(({ id, phone, name }) => [id, phone, name]));
    const commit = await createCommitter({ key: CONSORTIUM_KEY, namespace: NAMESPACE });
    const commitment = commit(list.people[500]?.id as Identifier).slice(2);
    const programme = vouchers.address.slice(2).toLowerCase();
    // What may be found is found in each place, so that the search is known to see there.
    const mayBeFound: Record<string, string> = {
      transactions: commitment,
      events: commitment,
      "the chain's state": commitment,
      "log lines": "/office/drafts",
      "the history's database": programme,
      "the history's answers": programme,
      "the office's database": commitment,
      "the office's backup": commitment,
      "the browsers": programme,
      "what the browsers sent": commitment,
    };
    const traces = await tracesOf(world);
    assert.deepEqual(Object.keys(traces).sort(), Object.keys(mayBeFound).sort());
    for (const [where, texts] of Object.entries(traces)) {
      const haystack = haystackOf(texts);
      const known = mayBeFound[where] ?? "";
      assert.ok(
        haystack.hex.includes(known) || haystack.text.includes(known),
        `the search is blind in ${where}`,
      );
      assert.deepEqual(search(haystack), [], where);
    }
  });
});
