// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ReceiptFileOptions } from "#sdk/formats/receiptsCsvRows.ts";
import { parseStatementCsv } from "#sdk/formats/statementCsv.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { formatAmount } from "#sdk/money/index.ts";
import { formatDay } from "#sdk/receipts/index.ts";
import { reconcile, type StatementRow } from "#sdk/reconcile/index.ts";
import { agreeingBooks, anyPlanting, PLANTERS, SCOPE, TILL } from "./world.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const XOF = SCOPE.currency;
const OPTIONS: ReceiptFileOptions = { currency: XOF, resolveIds: async () => new Map() };

function parse(text: string, over: Partial<ReceiptFileOptions> = {}) {
  return parseStatementCsv(bytes(text), { ...OPTIONS, ...over });
}

const line = ({ terminal, number, kind, amount, account, day }: StatementRow) =>
  [
    typeof terminal === "string" ? terminal : terminal.unknown,
    number,
    day === null ? "" : formatDay(day),
    account ?? "",
    formatAmount(amount, XOF),
    kind,
  ].join(";");

describe("a shop's statement", () => {
  it("comes to the same reconciliation from its file", async () => {
    const property = fc.asyncProperty(anyPlanting, async ({ places, kinds }) => {
      const books = agreeingBooks();
      places.forEach((place, i) => void PLANTERS[kinds[i] ?? assert.fail()](books, place, i));
      const statement = books.statement.map((row, i) => ({ ...row, row: i + 2 }));
      const text = ["terminal;number;date;account;amount;kind", ...statement.map(line)].join("\n");
      const read = await parse(text);
      assert.deepEqual(read.problems, []);
      assert.deepEqual(
        reconcile({ ...books, statement: read.statement }),
        reconcile({ ...books, statement }),
      );
    });
    await fc.assert(property, { numRuns: 50 });
  });

  it("needs only terminal, number and amount", async () => {
    const { statement } = await parse(`till,receipt,total\n${TILL},7,1500\n`);
    assert.deepEqual(statement, [
      { row: 2, terminal: TILL, number: 7, kind: "sale", amount: 1500n, account: null, day: null },
    ]);
    const [row] = (await parse("receipt,total\n7,1500\n", { terminal: TILL })).statement;
    assert.equal(row?.terminal, TILL);
  });

  it("takes a negative amount as a refund, unless it says that it is a sale", async () => {
    const text = `terminal,number,amount,kind\n${["1,-50,", "2,(50),", "3,-50,refund", "4,50,refund", "5,-50,sale", "6,-0,"].map((row) => `${TILL},${row}`).join("\n")}`;
    const { statement, problems } = await parse(text);
    assert.deepEqual(
      statement.map(({ number, kind, amount }) => [number, kind, amount]),
      [1, 2, 3, 4].map((number) => [number, "refund", 50n]),
    );
    assert.deepEqual(
      problems.map(({ row, code }) => [row, code]),
      [
        [6, "RCPT-022"],
        [7, "RCPT-023"],
      ],
    );
  });

  it("reads decimals and thousands of negative amounts as of others", async () => {
    const text = `terminal;number;amount\n${TILL};1;-1.234,50\n${TILL};2;1.234\n`;
    const { statement } = await parse(text, { currency: { code: "USD", decimals: 2 } });
    assert.deepEqual(
      statement.map(({ amount }) => amount),
      [123_450n, 123_400n],
    );
  });

  it("keeps rows of terminals and households that nobody knows", async () => {
    const resolveIds = async () => new Map([["CARD-1", accountNumberOf(300)]]);
    const text = `terminal,number,amount,card number\ntill at the back,1,5,CARD-1\n${TILL},2,5,CARD-2\n${TILL},3,5,\n`;
    const { statement, problems } = await parse(text, { resolveIds });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      statement.map(({ terminal, account }) => [terminal, account]),
      [
        [{ unknown: "till at the back" }, 300],
        [TILL, "unknown"],
        [TILL, null],
      ],
    );
  });

  const BAD_CELLS = [
    ["terminal", "", "RCPT-011"],
    ["number", "", "RCPT-011"],
    ["number", "A-17", "RCPT-013"],
    ["date", "03/04/2026", "RCPT-032"],
    ["date", "soon", "RCPT-031"],
    ["amount", "", "RCPT-011"],
    ["amount", "1,234.5.6", "RCPT-021"],
    ["amount", "12.5", "RCPT-025"],
    ["amount", "2.54708E+11", "RCPT-024"],
    ["kind", "gift", "RCPT-041"],
  ] as const;

  for (const [column, value, code] of BAD_CELLS) {
    it(`names ${column} "${value}" by cell and keeps the other rows`, async () => {
      const good: Record<string, string> = {
        terminal: TILL,
        number: "1",
        date: "2026-11-21",
        amount: "5",
        kind: "sale",
      };
      const write = (cells: Record<string, string>) =>
        Object.values(cells)
          .map((cell) => `"${cell}"`)
          .join(",");
      const text = [Object.keys(good).join(","), write({ ...good, [column]: value }), write(good)].join("\n");
      const { statement, problems, rows } = await parse(text);
      assert.deepEqual(
        problems.map((each) => [each.row, each.column, each.value, each.code]),
        [[2, column, value, code]],
      );
      assert.deepEqual([statement.map(({ row }) => row), rows], [[3], 2]);
    });
  }

  it("says what is wrong with a file that is no statement", async () => {
    for (const [text, code] of [
      ["", "LIST-101"],
      ["number,amount\n1,5", "RCPT-001"],
      ["terminal,number,amount", "LIST-102"],
    ] as const) {
      assert.deepEqual(
        (await parse(text)).problems.map((each) => each.code),
        [code],
      );
    }
  });
});
