// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { CurrencyUnit__factory } from "#bindings/index.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import { openProgramme, type ProgrammeHandle } from "#scripts/cli/suite.ts";
import { terminalKey } from "#scripts/seed/people.ts";
import { createProgramme, deployUnit, issueUnits } from "#scripts/seed/programme.ts";
import { decodeNamelessList, type NamelessEntry } from "#sdk/list/index.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { type Day, formatDay } from "#sdk/receipts/index.ts";
import { everythingOnChain, findTraces, tracesOf } from "./support/leaks.ts";
import { Ledger } from "./support/ledger.ts";
import { openOffice, type TestOffice } from "./support/office.ts";
import { type FileReceipt, receiptsCsv } from "./support/receiptFile.ts";

const DAY = 86_400;
const VALUE = 30_000n;
const FEES = 5_000_000n;
const FUNDED = 500_000_000n;
const COMMISSION_BPS = 200n;

/** The sample list of another system where it is at hand, otherwise our own of the same shape. */
const SAMPLE = new URL("../../../shared/data/lists/121-excel-999.csv", import.meta.url);
const csv = existsSync(SAMPLE) ? readFileSync(SAMPLE, "utf8") : syntheticList({ households: 999 }).csv;
const [header = "", ...lines] = csv.trim().split(/\r?\n/);
const rows = lines.map((line) => line.split(";"));
const column = (name: string): string[] => rows.map((row) => row[header.split(";").indexOf(name)] ?? "");
const total = VALUE * BigInt(column("totalHHSize").reduce((sum, size) => sum + Number(size), 0));

interface Reconciled {
  readonly total: { rows: number; claimed: string; counted: string; difference: string };
  readonly classes: { class: string; rows: number; claimed: string; counted: string; difference: string }[];
  readonly unexplained: string | null;
  readonly statement: string;
}

describe(`an agency's month on a list of ${rows.length} households`, () => {
  let office: TestOffice;
  let programme: ProgrammeHandle;
  let entries: readonly NamelessEntry[];
  let firstDay: number;
  const books = new Ledger();
  const terminals = [1, 2, 3].map((n) => terminalKey(n).address);
  const [till1 = "", till2 = "", till3 = ""] = terminals;
  const sent: FileReceipt[] = [];

  before(async () => {
    office = await openOffice();
    const { suite, people, organisation } = office;
    const unit = await deployUnit(suite, people, organisation, "XOF", 0);
    programme = await createProgramme(suite, people, {
      organisation,
      name: "Food vouchers",
      asset: unit,
      currency: "XOF",
      step: 500n,
      modality: "voucher",
      purpose: "72040",
      bands: [
        { upTo: 150_000_000n, approvers: 1, needsRelease: false },
        { upTo: 1_000_000_000n, approvers: 2, needsRelease: true },
      ],
    });
    await issueUnits(suite, people, organisation, unit, 100_000_000n);
    await writeFile(join(office.folder, "list.csv"), csv);
    await writeFile(join(office.folder, "grant.txt"), "Grant agreement 2026-11");
    firstDay = await chainDay();
  });
  after(() => office?.stop());

  async function chainDay(): Promise<number> {
    const block = await office.suite.provider.getBlock("latest");
    return Math.floor((block?.timestamp ?? 0) / DAY);
  }
  /** Move the chain to the noon of a day of the story. */
  async function travelTo(day: number): Promise<void> {
    const block = await office.suite.provider.getBlock("latest");
    const seconds = (firstDay + day) * DAY + DAY / 2 - (block?.timestamp ?? 0);
    await office.chain.rpc("evm_increaseTime", seconds);
    await office.chain.rpc("evm_mine");
  }
  const date = (day: number): string => formatDay((firstDay + day) as Day);
  const ties = (step: string) => books.assertTies(office.suite, office.chain.url, programme, step);

  /** Have the second officer run a proposal that a command has made. */
  async function together(...propose: string[]): Promise<void> {
    const { actId } = await office.data<{ actId: string }>(...propose);
    await office.data("acts", "approve", actId);
  }
  async function redeem(receipts: readonly FileReceipt[]) {
    await writeFile(join(office.folder, "receipts.csv"), receiptsCsv(receipts));
    const { code, stdout, stderr } = await office.cli("redeem", "receipts.csv", "--json"); if (!stdout) console.log("ERR", code, stderr);
    interface Outcome {
      recorded: number;
      countedBefore: number;
      rejected: { terminal: string; number: number; rejection: string }[];
      stopped: { terminal: string; stop: string }[];
    }
    return { code, ...(JSON.parse(stdout) as Outcome) };
  }
  async function reconcile(shop: number, cycle: number, statement: readonly FileReceipt[]) {
    await writeFile(join(office.folder, "statement.csv"), receiptsCsv(statement));
    const file = `statement-${shop}-${cycle}.json`;
    const scope = ["--shop", String(shop), "--cycle", String(cycle)];
    const { code, stdout } = await office.cli(
      "reconcile",
      "statement.csv",
      ...scope,
      "--out",
      file,
      "--json",
    );
    const result = JSON.parse(stdout) as Reconciled;
    const found = Object.fromEntries(result.classes.map((line) => [line.class, line.rows]));
    return { code, file, found, ...result };
  }
  /** A sale, entered in the books as well. */
  function sale(
    terminal: string,
    number: number,
    cycle: number,
    entry: number,
    day: number,
    amount?: bigint,
  ): FileReceipt {
    const listed = entries[entry];
    assert.ok(listed);
    const receipt = {
      terminal,
      number,
      cycle,
      account: listed.account,
      amount: amount ?? listed.amount,
      day: firstDay + day,
    };
    return { ...receipt, kind: "sale" as const };
  }
  const shopOf = (terminal: string): number => (terminal === till3 ? 2 : 1);
  function enter(receipts: readonly FileReceipt[]): void {
    for (const { terminal, cycle, amount, kind } of receipts) {
      if (kind === "sale") books.sell(shopOf(terminal), cycle, amount);
      else books.takeBack(shopOf(terminal), cycle, amount);
    }
    sent.push(...receipts);
  }

  test("money comes in from a recorded source, fees are set aside", async () => {
    await together("fund", "source", office.people.donor.address, "--document", "grant.txt");
    await office.data("fund", "add", String(FUNDED));
    await together("fund", "fees", String(FEES));
    books.fund(FUNDED);
    books.setFeesAside(FEES);
    await ties("funded");
  });

  test("two shops are registered, one paid by the bank and one in tokens, with three terminals", async () => {
    const terms = ["--per-day", "10000000", "--offline-days", "30", "--terminal-limit", "200000000"];
    await together(
      "shop",
      "register",
      "--code",
      "SHOP-001",
      ...terms,
      "--bank-details",
      "SN08 SN01 0100 1523 0000",
    );
    const wallet = office.people["shop-3-wallet"].address;
    const paidInTokens = ["--payout-account", wallet, "--commission-bps", String(COMMISSION_BPS)];
    await together("shop", "register", "--code", "SHOP-002", ...terms, ...paidInTokens);
    for (const terminal of terminals) {
      const shop = String(shopOf(terminal));
      await office.data("terminal", "authorise", terminal, "--shop", shop, "--limit", "200000000");
    }
    const { shops } = await office.data<{ shops: { code: string; payout: string }[] }>("shop", "list");
    assert.deepEqual(
      shops.map(({ code, payout }) => [code, payout]),
      [
        ["SHOP-001", "bank"],
        ["SHOP-002", "token"],
      ],
    );
  });

  test("accounts are opened for every household", async () => {
    const open = ["accounts", "open", "list.csv", "--id", "nationalId"];
    const opened = await office.data<{ opened: number }>(...open);
    assert.equal(opened.opened, rows.length);
  });

  test("the list is committed, prepared, approved by another officer, loaded", async () => {
    const columns = [
      "--id",
      "nationalId",
      "--value",
      String(VALUE),
      "--times",
      "totalHHSize",
      "--area",
      "scope",
    ];
    const committed = await office.data<{ households: number; total: string }>(
      "list",
      "commit",
      "list.csv",
      ...columns,
      "--out",
      "cycle-1",
    );
    assert.deepEqual([committed.households, committed.total], [rows.length, String(total)]);
    const times = ["--opens", date(0), "--expires", date(9), "--grace", date(19)];
    await office.data("cycle", "prepare", "--list", "cycle-1", ...times);

    const own = await office.cli("cycle", "approve", "--list", "cycle-1", "--as", "preparer", "--json");
    assert.equal(JSON.parse(own.stdout).error.code, "Consortium_MissingRole");
    const { state } = await office.data<{ state: string }>("cycle", "approve", "--list", "cycle-1");
    assert.equal(state, "approved");
    books.activate(1, total);
    await ties("approved");

    await office.data("cycle", "load", "--list", "cycle-1");
    books.load(1);
    await ties("loaded");
    entries = decodeNamelessList(readFileSync(join(office.folder, "cycle-1", "list.csv"), "utf8"));
    assert.equal(
      entries.reduce((sum, { amount }) => sum + amount, 0n),
      total,
    );
  });

  test("next month's cycle takes two approvers and a release, since the band counts both", async () => {
    const columns = [
      "--id",
      "nationalId",
      "--value",
      String(VALUE),
      "--times",
      "totalHHSize",
      "--area",
      "scope",
    ];
    await office.data("list", "commit", "list.csv", ...columns, "--out", "cycle-2", "--previous", "cycle-1");
    await office.data(
      "cycle",
      "prepare",
      "--list",
      "cycle-2",
      "--opens",
      date(5),
      "--expires",
      date(34),
      "--grace",
      date(44),
    );
    const first = await office.data<{ state: string }>("cycle", "approve", "--list", "cycle-2");
    assert.equal(first.state, "prepared");
    const second = await office.data<{ state: string }>(
      "cycle",
      "approve",
      "--list",
      "cycle-2",
      "--as",
      "approver-2",
    );
    assert.equal(second.state, "awaiting release");
    const released = await office.data<{ state: string }>("cycle", "release", "--list", "cycle-2");
    assert.equal(released.state, "approved");
    books.activate(2, total);
    await office.data("cycle", "load", "--list", "cycle-2");
    books.load(2);
    await ties("two cycles side by side");
  });

  test("two shops redeem from both cycles while both are open", async () => {
    await travelTo(6);
    const held = entries[350];
    assert.ok(held);
    const until = (firstDay + 8) * DAY;
    const hold = programme.contract.interface.encodeFunctionData("holdAccounts", [[held.account], until]);
    await signAndSend(office.people.custodian, { to: programme.address, data: hold });

    const counted: FileReceipt[] = [
      ...Array.from({ length: 300 }, (_, i) => sale(till1, i + 1, 1, i, 2 + (i % 4))),
      { ...sale(till1, 301, 1, 4, 6), kind: "refund", saleNumber: 5 },
      { ...sale(till1, 302, 1, 5, 6, 10_000n), kind: "refund", saleNumber: 6 },
      ...Array.from({ length: 50 }, (_, i) => sale(till1, 303 + i, 2, i, 6)),
      ...Array.from({ length: 20 }, (_, i) => sale(till2, i + 1, 1, 300 + i, 5, 15_000n)),
      ...Array.from({ length: 200 }, (_, i) => sale(till3, i + 1, 1, 400 + i, 5)),
    ];
    const rejected = [sale(till1, 353, 1, 0, 6), sale(till1, 354, 1, 350, 6, 20_000n)];
    const outcome = await redeem([...counted, ...rejected]);
    assert.equal(outcome.code, 1, "rejected receipts are problems");
    assert.equal(outcome.recorded, counted.length + rejected.length);
    assert.deepEqual(
      outcome.rejected.map(({ number, rejection }) => [number, rejection]),
      [
        [353, "NotEnoughLeft"],
        [354, "AccountHeld"],
      ],
    );
    enter(counted);
    await ties("redeemed");

    const again = await redeem([...counted, ...rejected]);
    assert.deepEqual(
      [again.recorded, again.countedBefore, again.code],
      [0, counted.length + rejected.length, 0],
    );
    await ties("sent again");
  });

  test("receipts that arrive after expiry still count until grace ends, if they are dated in time", async () => {
    await travelTo(12);
    const late = Array.from({ length: 30 }, (_, i) => sale(till3, 201 + i, 1, 600 + i, 9));
    const outcome = await redeem([...late, sale(till3, 231, 1, 640, 11)]);
    assert.deepEqual(
      outcome.rejected.map(({ number, rejection }) => [number, rejection]),
      [[231, "OutsidePeriod"]],
    );
    enter(late);
    await ties("late receipts");
  });

  /** A shop's own file for a cycle: what was counted, and what it does not know was rejected or never sent is left to the test. */
  const ownReceipts = (shop: number, cycle: number): FileReceipt[] =>
    sent.filter((receipt) => receipt.cycle === cycle && shopOf(receipt.terminal) === shop);

  /** A household with enough left that has bought nothing, for receipts that belong to it. */
  function untouched(amount: bigint): NamelessEntry {
    const found = entries.slice(700).find((entry) => entry.amount >= amount);
    assert.ok(found);
    return found;
  }

  test("reconciliation finds one planted error of each kind", async () => {
    await office.data("terminal", "revoke", till2);
    const statement = ownReceipts(1, 1).flatMap((receipt): FileReceipt[] => {
      if (receipt.terminal !== till1) return [receipt];
      const changes: Record<number, () => FileReceipt[]> = {
        10: () => [{ ...receipt, amount: receipt.amount - 5_000n }],
        11: () => [{ ...receipt, account: untouched(receipt.amount).account }],
        12: () => [{ ...receipt, day: receipt.day + 1 }],
        13: () => [],
        14: () => [receipt, receipt],
      };
      return changes[receipt.number]?.() ?? [receipt];
    });
    const planted = [
      sale(till1, 354, 1, 350, 6, 20_000n),
      sale(till2, 21, 1, 330, 6, 15_000n),
      sale(till2, 22, 1, 0, 6, 15_000n),
      { ...sale(till1, 901, 1, 0, 6, 15_000n), account: 9_999_999 },
      sale(till3, 1, 1, 400, 5),
      sale(till1, 303, 2, 0, 6),
    ];
    const { code, found, total: sums, unexplained } = await reconcile(1, 1, [...statement, ...planted]);
    assert.equal(code, 1);
    assert.deepEqual(found, {
      Matched: 322 - 4,
      AmountDiffers: 1,
      AccountDiffers: 1,
      DateDiffers: 1,
      MissingOnChain: 1,
      MissingInStatement: 1,
      RejectedOnChain: 2,
      DuplicateInStatement: 1,
      NotInList: 1,
      OverEntitlement: 1,
      UnknownTerminal: 1,
      OtherCycle: 1,
    });
    assert.equal(sums.counted, String(books.owed(1, 1)));
    assert.equal(BigInt(sums.claimed) - BigInt(sums.counted), BigInt(sums.difference));
    assert.equal(unexplained, "0");
  });

  test("two officers correct what the books and the counter disagree on, once", async () => {
    const receipt = (number: number): FileReceipt => {
      const found = sent.find((candidate) => candidate.terminal === till1 && candidate.number === number);
      assert.ok(found);
      return found;
    };
    const correct = (terminal: string, number: number, kind: string, ...rest: string[]) => [
      "correct",
      "--terminal",
      terminal,
      "--number",
      String(number),
      "--cycle",
      "1",
      "--kind",
      kind,
      ...rest,
    ];
    const before = ({ account, amount }: FileReceipt) => [
      "--account",
      String(account),
      "--amount",
      String(amount),
    ];
    const after_ = (account: number, amount: bigint) => [
      "--new-account",
      String(account),
      "--new-amount",
      String(amount),
    ];

    const [tenth, eleventh, thirteenth] = [receipt(10), receipt(11), receipt(13)];
    const right = { account: tenth.account, amount: tenth.amount - 5_000n };
    await together(
      ...correct(
        till1,
        10,
        "reenter",
        ...before(tenth),
        ...after_(right.account, right.amount),
        "--reason",
        "WRONG-AMOUNT",
      ),
    );
    books.takeBack(1, 1, tenth.amount);
    books.sell(1, 1, right.amount);
    const other = untouched(eleventh.amount).account;
    await together(
      ...correct(
        till1,
        11,
        "reenter",
        ...before(eleventh),
        ...after_(other, eleventh.amount),
        "--reason",
        "WRONG-ACCOUNT",
      ),
    );
    books.takeBack(1, 1, eleventh.amount);
    books.sell(1, 1, eleventh.amount);
    await together(...correct(till1, 13, "reverse", ...before(thirteenth), "--reason", "NOT-CLAIMED"));
    books.takeBack(1, 1, thirteenth.amount);
    const honoured = sale(till1, 354, 1, 350, 6, 20_000n);
    await together(...correct(till1, 354, "honour", ...before(honoured), "--reason", "HONOURED"));
    books.sell(1, 1, honoured.amount);
    const lost = sale(till2, 21, 1, 330, 6, 15_000n);
    await together(
      ...correct(till2, 21, "reenter", ...after_(lost.account, lost.amount), "--reason", "LOST-TERMINAL"),
    );
    books.sell(1, 1, lost.amount);
    await ties("corrected");

    const twice = await office.data<{ actId: string }>(
      ...correct(till1, 13, "reverse", ...before(thirteenth), "--reason", "AGAIN"),
    );
    const refused = await office.cli("acts", "approve", twice.actId, "--json");
    assert.equal(JSON.parse(refused.stdout).error.code, "Corrections_CorrectedAlready");
    await ties("corrected once only");
  });

  test("shop 1 is settled through the bank: instructed, then paid by the bank's own statement", async () => {
    const corrected = ownReceipts(1, 1).filter(({ terminal, number }) => terminal !== till1 || number !== 13);
    const statement = corrected.map((receipt) => {
      if (receipt.terminal === till1 && receipt.number === 10)
        return { ...receipt, amount: receipt.amount - 5_000n };
      if (receipt.terminal === till1 && receipt.number === 11)
        return { ...receipt, account: untouched(receipt.amount).account };
      return receipt;
    });
    const whole = [...statement, sale(till1, 354, 1, 350, 6, 20_000n), sale(till2, 21, 1, 330, 6, 15_000n)];
    const reconciled = await reconcile(1, 1, whole);
    assert.deepEqual([reconciled.code, reconciled.total.difference, reconciled.unexplained], [0, "0", "0"]);
    assert.equal(reconciled.found.AlreadyCorrected, 5);

    const owed = books.owed(1, 1);
    const scope = ["--shop", "1", "--cycle", "1", "--statement", reconciled.file];
    await together("settle", "prepare", ...scope, "--end-to-end-id", "E2E-0001");
    books.instruct(1, 1, owed);
    await ties("instructed");
    await writeFile(join(office.folder, "bank.xml"), "<Document>E2E-0001 booked</Document>");
    await together("settle", "confirm", "1", "--bank-statement", "bank.xml");
    books.bankPaid(owed);
    await ties("paid by the bank");

    const after = await reconcile(1, 1, whole);
    assert.equal(after.found.AlreadySettled, whole.length);
    assert.equal(after.total.counted, "0");
  });

  test("shop 2 is settled in tokens, with commission and a withholding", async () => {
    const reconciled = await reconcile(2, 1, ownReceipts(2, 1));
    assert.equal(reconciled.code, 0);
    const token = CurrencyUnit__factory.connect(programme.asset, office.suite.provider);
    const wallet = office.people["shop-3-wallet"].address;
    const before = await token.balanceOf(wallet);
    const owed = books.owed(2, 1);
    const scope = ["--shop", "2", "--cycle", "1", "--statement", reconciled.file];
    await together("settle", "prepare", ...scope, "--withholding", "10000");
    const payment = books.pay(2, 1, owed, 10_000n, (owed * COMMISSION_BPS) / 10_000n);
    assert.equal((await token.balanceOf(wallet)) - before, payment);
    await ties("paid in tokens");
  });

  test("a payment that the bank returns is owed again, and paid under a new reference", async () => {
    const reconciled = await reconcile(1, 2, ownReceipts(1, 2));
    const owed = books.owed(1, 2);
    const prepare = [
      "settle",
      "prepare",
      "--shop",
      "1",
      "--cycle",
      "2",
      "--statement",
      reconciled.file,
      "--end-to-end-id",
    ];
    await together(...prepare, "E2E-0002");
    books.instruct(1, 2, owed);
    await writeFile(join(office.folder, "bank-2.xml"), "<Document>E2E-0002 returned AC04</Document>");
    await together("settle", "return", "3", "--reason", "AC04", "--bank-statement", "bank-2.xml");
    books.bankReturned(1, 2, owed);
    await ties("returned by the bank");
    await together(...prepare, "E2E-0003");
    books.instruct(1, 2, owed);
    await writeFile(join(office.folder, "bank-3.xml"), "<Document>E2E-0003 booked</Document>");
    await together("settle", "confirm", "4", "--bank-statement", "bank-3.xml");
    books.bankPaid(owed);
    await ties("paid at the second try");
    const { settlements } = await office.data<{ settlements: { state: string }[] }>("settle", "list");
    assert.deepEqual(
      settlements.map(({ state }) => state),
      ["paid", "paid", "returned", "paid"],
    );
  });

  test("the cycle is closed when grace is over, and the unspent is free again", async () => {
    const early = await office.data<{ actId: string }>("cycle", "close", "1");
    const refused = await office.cli("acts", "approve", early.actId, "--json");
    assert.equal(JSON.parse(refused.stdout).error.code, "Cycles_GraceNotOver");
    await travelTo(20);
    await office.data("acts", "approve", early.actId);
    books.close(1);
    await ties("closed");

    const tooLate = await redeem([sale(till3, 232, 1, 650, 9)]);
    assert.deepEqual(
      tooLate.rejected.map(({ rejection }) => rejection),
      ["CycleEnded"],
    );
    await ties("too late");
  });

  test("nothing personal of the list is on the chain, neither plain nor as a hash that can be guessed", async () => {
    const texts = await everythingOnChain(office.suite.provider);
    assert.ok(texts.length > 100);
    const personal = ["nationalId", "phoneNumber", "fullName"]
      .flatMap(column)
      .filter((value) => value.length > 3);
    assert.deepEqual(findTraces(texts, personal.flatMap(tracesOf)), []);
    // The same search finds what is there: a shop's code.
    assert.equal(findTraces(texts, tracesOf("SHOP-001")).length, 1);
  });

  test("the command line tells the end of the month", async () => {
    const again = await openProgramme(office.suite, "food vouchers");
    assert.equal(again.address, programme.address);
    interface Status {
      programmes: { balances: Record<string, string>; cycles: { state: string }[] }[];
    }
    const { programmes } = await office.data<Status>("status");
    const own = Object.fromEntries(
      Object.entries(books.balances()).map(([name, amount]) => [name, String(amount)]),
    );
    assert.deepEqual(programmes[0]?.balances, own);
    assert.deepEqual(
      programmes[0]?.cycles.map(({ state }) => state),
      ["closed", "approved"],
    );
  });
});
