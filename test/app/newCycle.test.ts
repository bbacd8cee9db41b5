// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FIND_OUT, missingFields, NO_COLUMNS, optionsOf } from "#app/features/newCycle/list/choice.ts";
import { problemsCsv } from "#app/features/newCycle/list/problemsCsv.ts";
import { fingerprintOf, recogniseColumns } from "#app/features/newCycle/list/recognise.ts";
import { templateCsv } from "#app/features/newCycle/list/template.ts";
import { ImportSession } from "#app/features/newCycle/worker/ImportSession.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { amountOf } from "#sdk/money/index.ts";
import { processorTime } from "#test/support/processorTime.ts";

const XOF = { code: "XOF", decimals: 0 };
const money = { currency: XOF, step: amountOf(5n) };
const BY_AMOUNT = { ...NO_COLUMNS, id: "id", amount: "amount" };

function file(...lines: string[]): Blob {
  return new Blob([`${lines.join("\n")}\n`]);
}

/** A session in which a list with the columns id, amount and area was read. */
async function sessionWith(...rows: string[]) {
  const session = new ImportSession();
  await session.open({ file: file("id,amount,area", ...rows), reading: FIND_OUT });
  const options = optionsOf(BY_AMOUNT, FIND_OUT, money);
  assert.ok(options);
  return { session, result: session.read({ options, phone: "", name: "" }) };
}

describe("columns of a list are recognised", () => {
  const cases = [
    ["121", "referenceId;phoneNumber;paymentAmountMultiplier;totalHHSize;scope", "times", "referenceId"],
    ["sdp", "phone;id;amount;verification;paymentID", "amount", "id"],
    ["hope", "payment_id;household_id;household_size;entitlement_quantity;village", "amount", "household_id"],
  ] as const;
  for (const [preset, header, gets, id] of cases) {
    it(`as an export of ${preset}`, () => {
      const found = recogniseColumns(header.split(";"), "");
      assert.equal(found.by, "preset");
      assert.equal(found.by === "preset" && found.preset, preset);
      assert.deepEqual([found.choice.gets, found.choice.id], [gets, id]);
    });
  }

  it("by usual names, in French too, when no system made the file", () => {
    const found = recogniseColumns(["Identifiant", "Montant", "Commune", "Taille"], "");
    assert.equal(found.by, "names");
    const { id, amount, area, householdSize } = found.choice;
    assert.deepEqual([id, amount, area, householdSize], ["Identifiant", "Montant", "Commune", "Taille"]);
  });

  it("by a kept mapping before anything else, whatever the order of the columns", async () => {
    const choice = { ...BY_AMOUNT, id: "paymentID" };
    const saved = [
      { name: "Kaya", fingerprint: await fingerprintOf(["amount", "id", "phone", "paymentID"]), choice },
    ];
    const header = ["phone", "ID", "amount", "paymentID"];
    const found = recogniseColumns(header, await fingerprintOf(header), saved);
    assert.deepEqual(found, { by: "saved", name: "Kaya", choice });
    const other = recogniseColumns([...header, "x"], await fingerprintOf([...header, "x"]), saved);
    assert.notEqual(other.by, "saved");
  });

  it("and the template comes back recognised, with no household in it", async () => {
    const session = new ImportSession();
    const answer = await session.open({ file: new Blob([templateCsv(";")]), reading: FIND_OUT });
    assert.equal("problem" in answer && answer.problem.code, "LIST-102");
  });
});

describe("a choice of columns", () => {
  it("says what is missing, and never takes a value that can mean two things", () => {
    assert.deepEqual(missingFields(NO_COLUMNS, money), ["id", "amount"]);
    const times = { ...NO_COLUMNS, id: "id", gets: "times", times: "size" } as const;
    for (const value of ["", "0", "-5", "1.234", "12.5"]) {
      assert.deepEqual(missingFields({ ...times, value }, money), ["value"], value);
    }
    assert.deepEqual(optionsOf({ ...times, value: "1 500" }, FIND_OUT, money)?.mapping, {
      id: "id",
      value: "1500",
      times: "size",
    });
  });
});

describe("an import", () => {
  it("counts good rows and rows with problems, and ties out", async () => {
    const { result } = await sessionWith("a1,100,North", "a2,,North", "a3,7,South", "a1,100,South", ",x,");
    assert.deepEqual([result.rows, result.households, result.badRows, result.total], [5, 1, 4, 100n]);
    const codes = result.kinds.map(({ code, count }) => `${code} ${count}`);
    assert.deepEqual(codes.sort(), ["LIST-201 1", "LIST-205 1", "LIST-301 1", "LIST-302 1", "LIST-307 1"]);
    assert.deepEqual(
      result.preview.map(({ good, problems }) => [good !== undefined, problems.length]),
      [
        [true, 0],
        [false, 1],
        [false, 1],
        [false, 1],
        [false, 2],
      ],
    );
  });

  it("hands out problems in stretches, by kind too", async () => {
    const { session } = await sessionWith("a1,,", "a2,0,", "a3,,", "a4,,");
    assert.deepEqual(
      session.problems({ code: undefined, from: 1, count: 2 }).map(({ row }) => row),
      [3, 4],
    );
    assert.deepEqual(
      session.problems({ code: "LIST-301", from: 1, count: 9 }).map(({ row }) => row),
      [4, 5],
    );
  });

  it("refuses a header without the chosen column, and counts no row as good", async () => {
    const session = new ImportSession();
    await session.open({ file: file("id,sum", "a1,100"), reading: FIND_OUT });
    const options = optionsOf(BY_AMOUNT, FIND_OUT, money);
    const result = session.read({ options: options as NonNullable<typeof options>, phone: "", name: "" });
    assert.deepEqual(
      result.refusals.map(({ code }) => code),
      ["LIST-105"],
    );
    assert.deepEqual([result.households, result.badRows], [0, 1]);
  });

  it("writes problems as CSV in the reader's language, which no spreadsheet runs as a formula", async () => {
    const { session } = await sessionWith("a1,=1+1,", "a1,5,");
    const { bytes } = session.problemsCsv({
      header: ["Ligne", "Colonne", "Valeur", "Code", "Problème", "Suite"],
      sentences: { "LIST-206": ["Aussi en ligne {first}.", "Gardez la bonne."] },
      delimiter: ";",
    });
    const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\r\n");
    assert.equal(lines[0], "\ufeffLigne;Colonne;Valeur;Code;Problème;Suite");
    assert.match(lines.join("\n"), /2;amount;'=1\+1;LIST-302;/);
    assert.match(lines.join("\n"), /3;id;a1;LIST-206;Aussi en ligne 2\.;Gardez la bonne\./);
    assert.equal(
      problemsCsv([], { header: ["a", "b", "c", "d", "e", "f"], sentences: {}, delimiter: "," }).trim(),
      "\ufeffa,b,c,d,e,f".trim(),
    );
  });
});

describe("a corrected file", () => {
  it("is compared household by household, whatever the order of its rows", async () => {
    const { session } = await sessionWith("a1,100,N", "a2,,N", "a3,200,S", "a4,300,S", "2.5E+9,400,S");
    const corrected = file(
      "id,amount,area",
      "a4,300,S",
      "a2,150,N",
      "a1,100,N",
      "2547081234,400,S",
      "a9,500,W",
    );
    const answer = await session.correct({ file: corrected, reading: FIND_OUT });
    assert.ok("difference" in answer);
    assert.deepEqual(answer.difference, {
      added: 1,
      removed: 1,
      changed: 2,
      unchanged: 2,
      solved: 2,
      fresh: 0,
      remaining: 0,
      householdsBefore: 3,
      totalBefore: 600n,
    });
    const [first, second] = session.rowChanges({ kind: "changed", from: 0, count: 9 });
    assert.deepEqual(first, {
      kind: "changed",
      before: 3,
      after: 3,
      cells: [{ column: "amount", before: "", after: "150" }],
    });
    assert.deepEqual(second?.cells, [{ column: "id", before: "2.5E+9", after: "2547081234" }]);
    assert.deepEqual(
      session
        .rowChanges({ kind: "removed", from: 0, count: 9 })
        .map((change) => change.kind === "removed" && change.before),
      [4],
    );
  });

  it("names problems that are new, and those that are still there", async () => {
    const { session } = await sessionWith("a1,100,", "a2,,", "a3,0,");
    const answer = await session.correct({
      file: file("id,amount,area", "a1,-5,", "a2,10,", "a3,0,"),
      reading: FIND_OUT,
    });
    assert.ok("difference" in answer);
    const { solved, fresh, remaining } = answer.difference;
    assert.deepEqual([solved, fresh, remaining], [1, 1, 1]);
    assert.deepEqual(
      session.problemChanges({ kind: "fresh", from: 0, count: 9 }).map(({ row, code }) => [row, code]),
      [[2, "LIST-303"]],
    );
  });

  it("is undone, and the file before counts again", async () => {
    const { session, result } = await sessionWith("a1,100,", "a2,,");
    await session.correct({ file: file("id,amount,area", "a1,5,"), reading: FIND_OUT });
    assert.deepEqual(session.undoCorrection().result, result);
    assert.equal(session.goodRows({ from: 0, count: 9 })[0]?.amount, 100n);
  });

  it("is not taken when the chosen columns are gone", async () => {
    const { session, result } = await sessionWith("a1,100,", "a2,,");
    const answer = await session.correct({ file: file("id,total", "a1,5"), reading: FIND_OUT });
    assert.equal("problem" in answer && answer.problem.code, "LIST-105");
    assert.equal(session.goodRows({ from: 0, count: 9 }).length, result.households);
  });

  it("of 20,000 rows is compared in a second", async () => {
    const { csv } = syntheticList({ households: 20_000 });
    const session = new ImportSession();
    await session.open({ file: new Blob([csv]), reading: FIND_OUT });
    const choice = {
      ...NO_COLUMNS,
      id: "nationalId",
      gets: "times",
      value: "30",
      times: "totalHHSize",
    } as const;
    const options = optionsOf(choice, FIND_OUT, money);
    session.read({ options: options as NonNullable<typeof options>, phone: "", name: "" });
    const started = processorTime();
    const answer = await session.correct({
      file: new Blob([csv.split("\r\n").toSpliced(5, 1).join("\r\n")]),
      reading: FIND_OUT,
    });
    assert.ok("difference" in answer);
    assert.deepEqual([answer.difference.removed, answer.difference.unchanged], [1, 19_999]);
    assert.ok(processorTime() - started < 5_000);
  });
});
