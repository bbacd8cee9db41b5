// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ReceiptProblemName } from "#sdk/formats/receiptsCsvProblems.ts";

import { code, parse, row, T1 } from "./receiptsCsvFile.ts";

describe("a bad cell in a file of receipts", () => {
  const BAD_CELLS: readonly (readonly [string, string | number, ReceiptProblemName])[] = [
    ["terminal", "", "missing"],
    ["terminal", "till 3", "badTerminal"],
    ["terminal", `${T1.slice(0, -1)}`, "badTerminal"],
    ["terminal", "0x52908400098527886E0F7030069857D2E4169Ee7", "badTerminal"],
    ["number", "", "missing"],
    ["number", "0", "badNumber"],
    ["number", "-4", "badNumber"],
    ["number", "1.5", "badNumber"],
    ["number", "4294967296", "badNumber"],
    ["number", "Amina", "badNumber"],
    ["cycle", "0", "badCycle"],
    ["cycle", "", "missing"],
    ["account", "", "missing"],
    ["account", "12", "badAccount"],
    ["account", "Amina", "badAccount"],
    ["account", "4294967296", "badAccount"],
    ["amount", "", "missing"],
    ["amount", "Amina", "notANumber"],
    ["amount", "-5", "negativeAmount"],
    ["amount", "0", "zeroAmount"],
    ["amount", "0.00", "zeroAmount"],
    ["amount", "2.54708E+11", "scientificAmount"],
    ["amount", "1.2345", "tooManyDecimals"],
    ["amount", "720575940379279.36", "amountTooLarge"],
    ["amount", "9".repeat(60), "amountTooLarge"],
    ["date", "", "missing"],
    ["date", "21/11/2026", "ambiguousDate"],
    ["date", "3.4.2026", "ambiguousDate"],
    ["date", "2026-02-30", "notADate"],
    ["date", "2026-13-01", "notADate"],
    ["date", "1969-12-31", "notADate"],
    ["date", "46347", "notADate"],
    ["date", "21/11/26", "notADate"],
    ["date", "yesterday", "notADate"],
    ["date", "2026-11-21T23:30:00Z", "notADate"],
    ["kind", "gift", "badKind"],
    ["sale_number", "4", "needlessSaleNumber"],
    ["recognition", "", "missing"],
    ["recognition", "smile", "badRecognition"],
  ];

  for (const [column, value, name] of BAD_CELLS) {
    it(`names ${column} "${value}" by cell and keeps the other rows`, async () => {
      const read = await parse([row({ number: 7 }), row({ [column]: value }), row({ number: 8 })]);
      assert.deepEqual(
        read.problems.map(({ row: at, column: where, value: what, code: is }) => [at, where, what, is]),
        [[3, column, String(value), code(name)]],
      );
      assert.deepEqual(
        read.receipts.map(({ receipt }) => receipt.number),
        [7, 8],
      );
      assert.equal(read.rows, 3);
    });
  }
});
