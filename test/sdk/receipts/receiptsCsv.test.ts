// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseReceiptsCsv } from "#sdk/formats/receiptsCsv.ts";
import type { ReceiptProblemName } from "#sdk/formats/receiptsCsvProblems.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { formatAmount } from "#sdk/money/index.ts";
import { cycleId, dayOfDate, formatDay, type Receipt, receiptNumber } from "#sdk/receipts/index.ts";
import { receiptAt } from "./arbitraries.ts";

import { bytes, COLUMNS, code, GOOD, HEADER, OPTIONS, parse, row, T1, T2, USD } from "./receiptsCsvFile.ts";

describe("a file of receipts", () => {
  it("reads back receipts of any kind", async () => {
    const any = fc
      .uniqueArray(fc.integer({ min: 2, max: 500 }), { minLength: 1, maxLength: 20 })
      .chain((numbers) => fc.tuple(...numbers.map((number) => receiptAt(T1, 2, number))));
    const property = fc.asyncProperty(any, fc.constantFrom(",", ";", "\t"), async (receipts, delimiter) => {
      const wanted = receipts.map(readable);
      const lines = wanted.map((receipt) => lineOf(receipt).join(delimiter));
      const file = bytes(`\ufeff${[COLUMNS.join(delimiter), ...lines].join("\r\n")}\r\n`);
      const read = await parseReceiptsCsv(file, { ...OPTIONS, decimalMark: "." });
      assert.deepEqual(read.problems, []);
      assert.deepEqual(
        read.receipts.map(({ receipt }) => receipt),
        wanted,
      );
      assert.deepEqual(
        read.receipts.map((each) => each.row),
        wanted.map((_, i) => i + 2),
      );
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it("does not guess what a dot means when no row proves it", async () => {
    const lines = [row({ amount: "1.234" }), row({ amount: "7", number: 2 })];
    assert.deepEqual(
      (await parse(lines)).problems.map((each) => each.code),
      [code("ambiguousAmount")],
    );
    assert.equal((await parse(lines, { decimalMark: "," })).receipts[0]?.receipt.amount, 123_400n);
  });

  it("lists every problem of a row", async () => {
    const { problems } = await parse([
      row({
        terminal: "x",
        number: "x",
        cycle: "x",
        account: "x",
        amount: "x",
        date: "x",
        kind: "x",
        recognition: "x",
      }),
    ]);
    assert.deepEqual(
      problems.map(({ column }) => column),
      ["terminal", "number", "cycle", "account", "amount", "kind", "recognition", "date"],
    );
    for (const { message } of problems) assert.match(message, /^[A-Z][^{}]*\. [A-Z][^{}]*\.$/);
  });

  it("asks a refund for the number of its sale", async () => {
    const refund = { number: 5, kind: "refund", date: "" };
    const read = await parse([
      row({ ...refund, sale_number: 4 }),
      row({ ...refund, sale_number: "", number: 6 }),
      row({ ...refund, sale_number: 7, number: 7 }),
      row({ ...refund, sale_number: "four", number: 8 }),
      row({ ...refund, sale_number: 4, number: 9, date: "soon" }),
    ]);
    assert.deepEqual(
      read.receipts.map(({ receipt }) => receipt.kind === "refund" && receipt.saleNumber),
      [4],
    );
    assert.deepEqual(
      read.problems.map((problem) => problem.code),
      ["noSaleNumber", "lateSaleNumber", "badNumber", "notADate"].map((name) =>
        code(name as ReceiptProblemName),
      ),
    );
  });

  it("takes copies of a receipt as one, and drops receipts that contradict each other", async () => {
    const copies = await parse([row(), row({ number: 2 }), row(), row({ amount: "12.5" })]);
    assert.deepEqual(
      [copies.receipts.map((each) => each.row), copies.repeated, copies.problems],
      [[2, 3], [4, 5], []],
    );
    const contradicting = await parse([
      row(),
      row({ number: 2 }),
      row({ amount: "99" }),
      row({ terminal: T2 }),
    ]);
    assert.deepEqual(
      contradicting.receipts.map((each) => each.row),
      [3, 5],
    );
    assert.deepEqual(
      contradicting.problems.map(({ row: at, code: is }) => [at, is]),
      [
        [2, code("conflictingNumber")],
        [4, code("conflictingNumber")],
      ],
    );
    assert.match(contradicting.problems[0]?.message ?? "", /row 4/);
    assert.match(contradicting.problems[1]?.message ?? "", /row 2/);
  });

  it("accounts for every row exactly once", async () => {
    const anyCell = fc.constantFrom(
      "",
      "1",
      "2",
      "300",
      "x",
      "2026-11-21",
      "sale",
      "refund",
      "card-pin",
      T1,
      "1.234",
      "5.00",
    );
    const anyRow = fc.array(anyCell, { minLength: 9, maxLength: 9 });
    const nearlyGood = fc
      .tuple(fc.nat(8), anyCell)
      .map(([at, cell]) => GOOD.map((good, i) => (i === at ? cell : String(good))));
    const property = fc.asyncProperty(
      fc.array(fc.oneof(anyRow, nearlyGood), { minLength: 1, maxLength: 12 }),
      async (rows) => {
        const read = await parse(rows.map((cells) => cells.join(",")));
        const blank = rows.filter((cells) => cells.every((cell) => cell === "")).length;
        const places = [
          ...read.receipts.map((each) => each.row),
          ...read.repeated,
          ...new Set(read.problems.map((each) => each.row)),
        ];
        assert.equal(new Set(places).size, places.length);
        if (blank < rows.length) assert.equal(places.length, read.rows);
      },
    );
    await fc.assert(property);
  });

  it("reads dates as the caller says that they are written", async () => {
    const dates = ["21/11/2026", "1.2.2026", "2026-11-21 00:00:00", "2026-11-21T10:30"];
    const days = async (dateFormat: "dd/mm/yyyy" | "mm/dd/yyyy") =>
      (
        await parse(
          dates.map((date, i) => row({ date, number: i + 1 })),
          { dateFormat },
        )
      ).receipts.map(({ receipt }) => (receipt.kind === "sale" ? formatDay(receipt.day) : ""));
    assert.deepEqual(await days("dd/mm/yyyy"), ["2026-11-21", "2026-02-01", "2026-11-21", "2026-11-21"]);
    assert.deepEqual(await days("mm/dd/yyyy"), ["2026-01-02", "2026-11-21", "2026-11-21"]);
  });

  it("refuses days to come", async () => {
    const today = dayOfDate(2026, 11, 21) ?? assert.fail();
    const { problems, receipts } = await parse([row(), row({ date: "2026-11-22", number: 2 })], { today });
    assert.deepEqual(
      [problems.map((each) => [each.row, each.code]), receipts.length],
      [[[3, code("futureDate")]], 1],
    );
  });

  it("takes terminal, cycle and recognition from the caller where the file has none", async () => {
    const text = "Receipt Number,account,amount,date\n1,300,5,2026-11-21\n";
    const options = { ...OPTIONS, terminal: T2, cycle: cycleId(4), recognition: "document" as const };
    const { receipts } = await parseReceiptsCsv(bytes(text), options);
    const [only] = receipts;
    assert.deepEqual(
      [only?.receipt.terminal, only?.receipt.cycle, only?.receipt.recognition],
      [T2, 4, "document"],
    );
    const { problems, rows } = await parseReceiptsCsv(bytes(text), OPTIONS);
    assert.deepEqual(
      [rows, problems.map((each) => each.code)],
      [1, [code("noColumn"), code("noColumn"), code("noColumn")]],
    );
  });

  it("knows terminals by the caller's names, and columns by the caller's choice", async () => {
    const text = "Caisse,N°,cycle,account,montant,date,recognition\n Till ONE ,1,1,300,5,2026-11-21,card\n";
    const columns = { terminal: "Caisse", number: "N°", amount: "montant" };
    const { receipts } = await parseReceiptsCsv(bytes(text), {
      ...OPTIONS,
      columns,
      terminals: new Map([["till one", T2]]),
    });
    assert.equal(receipts[0]?.receipt.terminal, T2);
    const { problems } = await parse([row()], { columns: { amount: "montant" } });
    assert.deepEqual(
      problems.map((each) => each.code),
      [code("noColumn")],
    );
  });

  it("resolves identifiers, all at once", async () => {
    const asked: (readonly string[])[] = [];
    const resolveIds = async (ids: readonly string[]) => {
      asked.push(ids);
      return new Map([["HH-1", accountNumberOf(400)]]);
    };
    const header = HEADER.replace("account", "account,household id");
    const lines = [",HH-1", "300,HH-1", ",HH-2", ",2.5E+11", ",", ",HH-1"].map(
      (ids, i) => `${T1},${i + 1},1,${ids},5,2026-11-21,sale,,card`,
    );
    const { receipts, problems } = await parseReceiptsCsv(bytes([header, ...lines].join("\n")), {
      ...OPTIONS,
      resolveIds,
    });
    assert.deepEqual(asked, [["HH-1", "HH-2", "2.5E+11"]]);
    assert.deepEqual(
      receipts.map(({ receipt }) => [receipt.number, receipt.account]),
      [
        [1, 400],
        [2, 300],
        [6, 400],
      ],
    );
    assert.deepEqual(
      problems.map((each) => [each.row, each.code]),
      [
        [4, code("unknownId")],
        [5, code("damagedId")],
        [6, code("missing")],
      ],
    );
  });

  it("says what is wrong with a file that is no table of receipts", async () => {
    const files: readonly (readonly [Uint8Array, string])[] = [
      [bytes(""), "LIST-101"],
      [bytes(HEADER), "LIST-102"],
      [bytes("number\n1\n2\n"), "LIST-104"],
      [Uint8Array.from([0x6e, 0xe9, 0x2c, 0x61]), "LIST-107"],
      [Uint8Array.from([0x50, 0x4b, 0x03, 0x04]), "LIST-109"],
      [bytes(`${HEADER},amount\n${row()},5\n`), code("repeatedColumn")],
      [bytes("name,village\nAmina,Kidal\n"), code("noColumn")],
    ];
    for (const [file, wanted] of files) {
      const { problems, receipts } = await parseReceiptsCsv(file, OPTIONS);
      assert.ok(
        problems.some((problem) => problem.code === wanted),
        `${wanted} in ${JSON.stringify(problems)}`,
      );
      assert.deepEqual(receipts, []);
    }
    const cut = await parse([row(), `${T1},2,1`, row({ number: 3 })]);
    assert.deepEqual(
      [cut.problems.map((each) => [each.row, each.code]), cut.receipts.length],
      [[[3, "LIST-111"]], 2],
    );
  });
});

/** A receipt as a file can have it: with an account that exists, a sale number below its own, and a day of the calendar. */
function readable(receipt: Receipt): Receipt {
  const account = accountNumberOf(Math.max(256, receipt.account));
  if (receipt.kind === "refund") return { ...receipt, account, saleNumber: receiptNumber(1) };
  return {
    ...receipt,
    account,
    day:
      dayOfDate(2026, 1, 1 + (receipt.day % 300)) ??
      dayOfDate(2026, 1, 1 + (receipt.day % 28)) ??
      assert.fail(),
  };
}

function lineOf(receipt: Receipt): (string | number)[] {
  const { terminal, number, cycle, account, amount, kind, recognition } = receipt;
  const date = receipt.kind === "sale" ? formatDay(receipt.day) : "";
  const sale = receipt.kind === "refund" ? receipt.saleNumber : "";
  return [terminal, number, cycle, account, formatAmount(amount, USD), date, kind, sale, recognition];
}
