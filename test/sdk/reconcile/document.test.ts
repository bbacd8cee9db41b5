// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { keccak256 } from "ethers";
import fc from "fast-check";
import Papa from "papaparse";
import { amountOf } from "#sdk/money/index.ts";
import {
  encodeResultCsv,
  RESULT_COLUMNS,
  reconcile,
  resultLines,
  statementDocument,
} from "#sdk/reconcile/index.ts";
import { agreeingBooks, anyBooks, PLANTERS, receipt, rowFor, shuffled, TILL } from "./world.ts";

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("the statement document", () => {
  it("has the hash of its bytes", async () => {
    const { bytes, hash } = await statementDocument(reconcile(agreeingBooks()));
    assert.equal(hash, keccak256(bytes));
  });

  it("is the same for the same books in any order", async () => {
    const order = fc.infiniteStream(fc.nat());
    const property = fc.asyncProperty(anyBooks, order, async (books, keys) => {
      const other = { ...books, receipts: shuffled(books.receipts, keys) };
      assert.deepEqual(await statementDocument(reconcile(other)), await statementDocument(reconcile(books)));
    });
    await fc.assert(property, { numRuns: 50 });
  });

  it("changes with any amount", async () => {
    const books = agreeingBooks();
    const { hash } = await statementDocument(reconcile(books));
    PLANTERS.AmountDiffers(books, 3, 0);
    assert.notEqual((await statementDocument(reconcile(books))).hash, hash);
  });

  it("is this text", async () => {
    const sale = receipt(TILL, 1, { amount: amountOf(1_000n) });
    const result = reconcile({
      ...agreeingBooks(),
      receipts: [sale],
      statement: [{ ...rowFor(sale, 7), amount: amountOf(900n) }],
      terminals: [{ terminal: TILL, status: "active", nextNumber: 2 }],
    });
    const total = '"rows":1,"claimed":"900","counted":"1000","difference":"-100"}';
    const terminal = '"terminal":"0x0000000000000000000000000000000000000001","number":1';
    assert.equal(
      decode((await statementDocument(result)).bytes),
      `{"format":"annona-statement-1","chainId":"31337","programme":"0x00000000000000000000000000000000000000aa","shop":4,"cycle":3,` +
        `"currency":"XOF","decimals":0,"total":{${total},"classes":[{"class":"AmountDiffers",${total}],` +
        `"lastReceipts":[{${terminal}}],"rows":[{${terminal},"class":"AmountDiffers","claimed":"900","counted":"1000"}]}`,
    );
  });

  it("says nothing of households, and nothing that a shop wrote", async () => {
    const books = agreeingBooks();
    PLANTERS.UnknownTerminal(books, 1, 0);
    const text = decode((await statementDocument(reconcile(books))).bytes);
    assert.doesNotMatch(text, /account|till at the back/);
    assert.match(text, /"terminal":null/);
  });
});

describe("the table of results", () => {
  it("has all rows, amounts in the currency, and reads back as written", () => {
    const books = agreeingBooks();
    PLANTERS.MissingInStatement(books, 0, 0);
    PLANTERS.AmountDiffers(books, 2, 0);
    const result = reconcile({ ...books, scope: { ...books.scope, currency: { code: "USD", decimals: 2 } } });
    const { data, meta } = Papa.parse(encodeResultCsv(result), { header: true, skipEmptyLines: true });
    assert.deepEqual(meta.fields, [...RESULT_COLUMNS]);
    assert.deepEqual(
      data,
      resultLines(result).map((line) => ({ ...line })),
    );
    const missing = resultLines(result).find((line) => line.class === "MissingInStatement");
    assert.deepEqual([missing?.claimed, missing?.counted, missing?.difference], ["0.00", "10.01", "-10.01"]);
    assert.deepEqual([missing?.correction, missing?.correction_amount], ["reverse", "10.01"]);
  });

  it("lets no spreadsheet run what a shop wrote", () => {
    const books = agreeingBooks();
    const terminal = { unknown: '=HYPERLINK("x")' };
    books.statement = [{ ...rowFor(receipt(TILL, 1)), terminal }];
    assert.match(encodeResultCsv(reconcile(books)), /"'=HYPERLINK\(""x""\)"/);
  });
});
