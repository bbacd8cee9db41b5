// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { CurrencyUnit__factory } from "#bindings/index.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import type { FileReceipt } from "./support/receiptFile.ts";
import { haystackOf, leaksIn, logWords, transactionInputs } from "./support/search.ts";
import { Story, storyList } from "./support/story.ts";

const FEES = 5_000_000n;
const FUNDED = 500_000_000n;
const COMMISSION_BPS = 200n;
const COLUMNS = "--id nationalId --value 30000 --times totalHHSize --area scope";
const total = storyList.column("totalHHSize").reduce((sum, size) => sum + 30_000n * BigInt(size), 0n);

describe(`an agency's month on a list of ${storyList.households} households`, () => {
  let story: Story;
  before(async () => {
    story = await Story.begin();
  });
  after(() => story?.office.stop());

  test("money comes in from a recorded source, fees are set aside", async () => {
    await story.together(`fund source ${story.office.people.donor.address} --document grant.txt`);
    await story.run(`fund add ${FUNDED}`);
    await story.together(`fund fees ${FEES}`);
    story.books.fund(FUNDED);
    story.books.setFeesAside(FEES);
    await story.ties("funded");
  });

  test("two shops are registered, one paid by the bank and one in tokens, with three terminals", async () => {
    const terms = "--per-day 10000000 --offline-days 30 --terminal-limit 200000000";
    const wallet = story.office.people["shop-3-wallet"].address;
    await story.together(`shop register --code SHOP-001 ${terms} --bank-details SN08SN0101001523`);
    const inTokens = `--payout-account ${wallet} --commission-bps ${COMMISSION_BPS}`;
    await story.together(`shop register --code SHOP-002 ${terms} ${inTokens}`);
    for (const till of story.tills) {
      await story.run(`terminal authorise ${till} --shop ${story.shopOf(till)} --limit 200000000`);
    }
    const { shops } = await story.run<{ shops: { code: string; payout: string }[] }>("shop list");
    const listed = shops.map(({ code, payout }) => `${code} ${payout}`);
    assert.deepEqual(listed, ["SHOP-001 bank", "SHOP-002 token"]);
  });

  test("accounts are opened for every household", async () => {
    const { opened } = await story.run<{ opened: number }>("accounts open list.csv --id nationalId");
    assert.equal(opened, storyList.households);
  });

  test("the list is committed, prepared, approved by another officer, loaded", async () => {
    interface Committed {
      households: number;
      total: string;
    }
    const committed = await story.run<Committed>(`list commit list.csv ${COLUMNS} --out cycle-1`);
    assert.deepEqual([committed.households, committed.total], [storyList.households, String(total)]);
    const times = `--opens ${story.dateOf(0)} --expires ${story.dateOf(9)} --grace ${story.dateOf(19)}`;
    await story.run(`cycle prepare --list cycle-1 ${times}`);

    const byPreparer = "cycle approve --list cycle-1 --as preparer";
    assert.equal(await story.refusalOf(byPreparer), "Consortium_MissingRole");
    const { state } = await story.run<{ state: string }>("cycle approve --list cycle-1");
    assert.equal(state, "approved");
    story.books.activate(1, total);
    await story.ties("approved");

    await story.run("cycle load --list cycle-1");
    story.books.load(1);
    await story.ties("loaded");
    const entries = story.readEntries("cycle-1");
    assert.equal(
      entries.reduce((sum, { amount }) => sum + amount, 0n),
      total,
    );
  });

  test("next month's cycle takes two approvers and a release, since the band counts both", async () => {
    await story.run(`list commit list.csv ${COLUMNS} --out cycle-2 --previous cycle-1`);
    const times = `--opens ${story.dateOf(5)} --expires ${story.dateOf(34)} --grace ${story.dateOf(44)}`;
    await story.run(`cycle prepare --list cycle-2 ${times}`);
    const steps = [
      "approve --list cycle-2",
      "approve --list cycle-2 --as approver-2",
      "release --list cycle-2",
    ];
    const states: string[] = [];
    for (const step of steps) states.push((await story.run<{ state: string }>(`cycle ${step}`)).state);
    assert.deepEqual(states, ["prepared", "awaiting release", "approved"]);
    story.books.activate(2, total);
    await story.run("cycle load --list cycle-2");
    story.books.load(2);
    await story.ties("two cycles side by side");
  });

  test("two shops redeem from both cycles while both are open", async () => {
    const [till1, till2, till3] = story.tills;
    await story.travelTo(6);
    const held = [story.entry(350).account];
    const face = story.programme.contract.interface;
    const hold = face.encodeFunctionData("holdAccounts", [held, story.dayOf(8) * 86_400]);
    await signAndSend(story.office.people.custodian, { to: story.programme.address, data: hold });

    const counted: FileReceipt[] = [
      ...Array.from({ length: 300 }, (_, i) => story.sale([till1, i + 1], 1, i, 2 + (i % 4))),
      { ...story.sale([till1, 301], 1, 4, 6), kind: "refund", saleNumber: 5 },
      { ...story.sale([till1, 302], 1, 5, 6, 10_000n), kind: "refund", saleNumber: 6 },
      ...Array.from({ length: 50 }, (_, i) => story.sale([till1, 303 + i], 2, i, 6)),
      ...Array.from({ length: 20 }, (_, i) => story.sale([till2, i + 1], 1, 300 + i, 5, 15_000n)),
      ...Array.from({ length: 200 }, (_, i) => story.sale([till3, i + 1], 1, 400 + i, 5)),
    ];
    const refused = [story.sale([till1, 353], 1, 0, 6), story.sale([till1, 354], 1, 350, 6, 20_000n)];
    const all = [...counted, ...refused];
    const outcome = await story.redeem(all);
    assert.deepEqual([outcome.code, outcome.recorded], [1, all.length]);
    const rejected = outcome.rejected.map(({ number, rejection }) => `${number} ${rejection}`);
    assert.deepEqual(rejected, ["353 NotEnoughLeft", "354 AccountHeld"]);
    story.enter(counted);
    await story.ties("redeemed");

    const again = await story.redeem(all);
    assert.deepEqual([again.code, again.recorded, again.countedBefore], [0, 0, all.length]);
    await story.ties("sent again");
  });

  test("receipts that arrive after expiry count until grace ends, if they are dated in time", async () => {
    const till = story.tills[2];
    await story.travelTo(12);
    const late = Array.from({ length: 30 }, (_, i) => story.sale([till, 201 + i], 1, 600 + i, 9));
    const { rejected } = await story.redeem([...late, story.sale([till, 231], 1, 640, 11)]);
    assert.deepEqual(
      rejected.map(({ number, rejection }) => `${number} ${rejection}`),
      ["231 OutsidePeriod"],
    );
    story.enter(late);
    await story.ties("late receipts");
  });

  test("reconciliation finds one planted error of each kind", async () => {
    const [till1, till2, till3] = story.tills;
    await story.run(`terminal revoke ${till2}`);
    const mistakes: Readonly<Record<number, (receipt: FileReceipt) => FileReceipt[]>> = {
      10: (receipt) => [{ ...receipt, amount: receipt.amount - 5_000n }],
      11: (receipt) => [{ ...receipt, account: story.untouched(receipt.amount).account }],
      12: (receipt) => [{ ...receipt, day: receipt.day + 1 }],
      13: () => [],
      14: (receipt) => [receipt, receipt],
    };
    const statement = story.ownReceipts(1, 1).flatMap((receipt) => {
      const mistake = receipt.terminal === till1 ? mistakes[receipt.number] : undefined;
      return mistake ? mistake(receipt) : [receipt];
    });
    const planted = [
      story.sale([till1, 354], 1, 350, 6, 20_000n),
      story.sale([till2, 21], 1, 330, 6, 15_000n),
      story.sale([till2, 22], 1, 0, 6, 15_000n),
      { ...story.sale([till1, 901], 1, 0, 6, 15_000n), account: 9_999_999 },
      story.sale([till3, 1], 1, 400, 5),
      story.sale([till1, 303], 2, 0, 6),
    ];
    const { code, found, total: sums, unexplained } = await story.reconcile(1, 1, [...statement, ...planted]);
    assert.equal(code, 1);
    assert.deepEqual(found, {
      Matched: story.ownReceipts(1, 1).length - 4,
      AmountDiffers: 1,
      AccountDiffers: 1,
      DateDiffers: 1,
      MissingOnChain: 1,
      MissingInStatement: 1,
      // One that the shop claims, and one that it does not.
      RejectedOnChain: 2,
      DuplicateInStatement: 1,
      NotInList: 1,
      OverEntitlement: 1,
      UnknownTerminal: 1,
      OtherCycle: 1,
    });
    assert.equal(sums.counted, String(story.books.owed(1, 1)));
    assert.equal(BigInt(sums.claimed) - BigInt(sums.counted), BigInt(sums.difference));
    assert.equal(unexplained, "0");
  });

  test("two officers correct what the books and the counter disagree on, once", async () => {
    const [till1, till2] = story.tills;
    const { books } = story;
    const correct = (terminal: string, number: number) =>
      `correct --terminal ${terminal} --number ${number} --cycle 1 --kind`;
    const was = ({ account, amount }: FileReceipt) => `--account ${account} --amount ${amount}`;
    const is = (account: number, amount: bigint) => `--new-account ${account} --new-amount ${amount}`;

    const wrongAmount = story.receipt(till1, 10);
    const right = wrongAmount.amount - 5_000n;
    const entry = `${was(wrongAmount)} ${is(wrongAmount.account, right)}`;
    await story.together(`${correct(till1, 10)} reenter ${entry} --reason WRONG-AMOUNT`);
    books.takeBack(1, 1, wrongAmount.amount);
    books.sell(1, 1, right);

    const wrongAccount = story.receipt(till1, 11);
    const { amount } = wrongAccount;
    const moved = `${was(wrongAccount)} ${is(story.untouched(amount).account, amount)}`;
    await story.together(`${correct(till1, 11)} reenter ${moved} --reason WRONG-ACCOUNT`);
    books.takeBack(1, 1, amount);
    books.sell(1, 1, amount);

    const neverSold = story.receipt(till1, 13);
    await story.together(`${correct(till1, 13)} reverse ${was(neverSold)} --reason NOT-CLAIMED`);
    books.takeBack(1, 1, neverSold.amount);

    const honoured = story.sale([till1, 354], 1, 350, 6, 20_000n);
    await story.together(`${correct(till1, 354)} honour ${was(honoured)} --reason HONOURED`);
    books.sell(1, 1, honoured.amount);

    const lost = story.entry(330).account;
    await story.together(`${correct(till2, 21)} reenter ${is(lost, 15_000n)} --reason LOST-TERMINAL`);
    books.sell(1, 1, 15_000n);
    await story.ties("corrected");

    const again = `${correct(till1, 13)} reverse ${was(neverSold)} --reason AGAIN`;
    const { actId } = await story.run<{ actId: string }>(again);
    assert.equal(await story.refusalOf(`acts approve ${actId}`), "Corrections_CorrectedAlready");
    await story.ties("corrected once only");
  });

  /** Shop 1's statement as it is right after the corrections. */
  function correctedStatement(): FileReceipt[] {
    const [till1, till2] = story.tills;
    const statement = story.ownReceipts(1, 1).flatMap((receipt): FileReceipt[] => {
      if (receipt.terminal !== till1) return [receipt];
      if (receipt.number === 10) return [{ ...receipt, amount: receipt.amount - 5_000n }];
      if (receipt.number === 11) return [{ ...receipt, account: story.untouched(receipt.amount).account }];
      return receipt.number === 13 ? [] : [receipt];
    });
    const honoured = story.sale([till1, 354], 1, 350, 6, 20_000n);
    return [...statement, honoured, story.sale([till2, 21], 1, 330, 6, 15_000n)];
  }

  test("shop 1 is settled through the bank: instructed, then paid by the bank's statement", async () => {
    const { code, file, found, total: sums, unexplained } = await story.reconcile(1, 1, correctedStatement());
    assert.deepEqual([code, sums.difference, unexplained, found.AlreadyCorrected], [0, "0", "0", 5]);

    const owed = story.books.owed(1, 1);
    const scope = `--shop 1 --cycle 1 --statement ${file} --end-to-end-id E2E-0001`;
    await story.together(`settle prepare ${scope}`);
    story.books.instruct(1, 1, owed);
    await story.ties("instructed");
    await story.write("bank-1.xml", "<Document>E2E-0001 booked</Document>");
    await story.together("settle confirm 1 --bank-statement bank-1.xml");
    story.books.bankPaid(owed);
    await story.ties("paid by the bank");

    const after_ = await story.reconcile(1, 1, correctedStatement());
    assert.deepEqual([after_.found.AlreadySettled, after_.total.counted], [correctedStatement().length, "0"]);
  });

  test("shop 2 is settled in tokens, with commission and a withholding", async () => {
    const { code, file } = await story.reconcile(2, 1, story.ownReceipts(2, 1));
    assert.equal(code, 0);
    const token = CurrencyUnit__factory.connect(story.programme.asset, story.office.suite.provider);
    const wallet = story.office.people["shop-3-wallet"].address;
    const before_ = await token.balanceOf(wallet);
    const owed = story.books.owed(2, 1);
    await story.together(`settle prepare --shop 2 --cycle 1 --statement ${file} --withholding 10000`);
    const payment = story.books.pay(2, 1, owed, 10_000n, (owed * COMMISSION_BPS) / 10_000n);
    assert.equal((await token.balanceOf(wallet)) - before_, payment);
    await story.ties("paid in tokens");
  });

  test("a payment that the bank returns is owed again, and paid under a new reference", async () => {
    const { file } = await story.reconcile(1, 2, story.ownReceipts(1, 2));
    const owed = story.books.owed(1, 2);
    const prepare = `settle prepare --shop 1 --cycle 2 --statement ${file} --end-to-end-id`;
    await story.together(`${prepare} E2E-0002`);
    story.books.instruct(1, 2, owed);
    await story.write("bank-2.xml", "<Document>E2E-0002 returned</Document>");
    await story.together("settle return 3 --reason AC04 --bank-statement bank-2.xml");
    story.books.bankReturned(1, 2, owed);
    await story.ties("returned by the bank");

    await story.together(`${prepare} E2E-0003`);
    story.books.instruct(1, 2, owed);
    await story.write("bank-3.xml", "<Document>E2E-0003 booked</Document>");
    await story.together("settle confirm 4 --bank-statement bank-3.xml");
    story.books.bankPaid(owed);
    await story.ties("paid at the second try");
    const { settlements } = await story.run<{ settlements: { state: string }[] }>("settle list");
    assert.deepEqual(
      settlements.map(({ state }) => state),
      ["paid", "paid", "returned", "paid"],
    );
  });

  test("the cycle is closed when grace is over, and the unspent is free again", async () => {
    const { actId } = await story.run<{ actId: string }>("cycle close 1");
    assert.equal(await story.refusalOf(`acts approve ${actId}`), "Cycles_GraceNotOver");
    await story.travelTo(20);
    await story.run(`acts approve ${actId}`);
    story.books.close(1);
    await story.ties("closed");

    const { rejected } = await story.redeem([story.sale([story.tills[2], 232], 1, 650, 9)]);
    assert.deepEqual(
      rejected.map(({ rejection }) => rejection),
      ["CycleEnded"],
    );
    await story.ties("too late");
  });

  test("nothing personal of the list got onto the chain on the way", async () => {
    const { suite } = story.office;
    const everything = haystackOf([...(await transactionInputs(suite)), ...(await logWords(suite))]);
    const personal = ["nationalId", "phoneNumber", "fullName"].flatMap(storyList.column);
    assert.deepEqual(leaksIn(everything, personal), []);
  });

  test("the command line tells the end of the month", async () => {
    interface Status {
      programmes: { balances: Record<string, string>; cycles: { state: string }[] }[];
    }
    const { programmes } = await story.run<Status>("status");
    const [own] = programmes;
    const balances = Object.entries(story.books.balances()).map(([name, amount]) => [name, String(amount)]);
    assert.deepEqual(own?.balances, Object.fromEntries(balances));
    assert.deepEqual(
      own?.cycles.map(({ state }) => state),
      ["closed", "approved"],
    );
  });
});
