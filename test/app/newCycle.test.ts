// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type FlowEvent, reduce } from "#app/features/newCycle/flow/reduce.ts";
import { type FlowState, START } from "#app/features/newCycle/flow/state.ts";
import { isReachable, nearestStep, STEPS } from "#app/features/newCycle/flow/steps.ts";
import { FIND_OUT, missingFields, NO_COLUMNS, optionsOf } from "#app/features/newCycle/list/choice.ts";
import { problemsCsv } from "#app/features/newCycle/list/problemsCsv.ts";
import { fingerprintOf, recogniseColumns } from "#app/features/newCycle/list/recognise.ts";
import { templateCsv } from "#app/features/newCycle/list/template.ts";
import { dayNumber, dayText, periodAfter } from "#app/features/newCycle/plan/days.ts";
import { defaultPlan, type KnownCycle, planFaults, planTerms } from "#app/features/newCycle/plan/plan.ts";
import { ImportSession } from "#app/features/newCycle/worker/ImportSession.ts";
import { findOverlaps } from "#app/features/newCycle/worker/overlaps.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { amountOf } from "#sdk/money/index.ts";

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
    const started = performance.now();
    const answer = await session.correct({
      file: new Blob([csv.split("\r\n").toSpliced(5, 1).join("\r\n")]),
      reading: FIND_OUT,
    });
    assert.ok("difference" in answer);
    assert.deepEqual([answer.difference.removed, answer.difference.unchanged], [1, 19_999]);
    assert.ok(performance.now() - started < 5_000);
  });
});

describe("the flow", () => {
  const result = {
    rows: 3,
    households: 2,
    total: amountOf(30n),
    badRows: 1,
    problems: 1,
    kinds: [],
    refusals: [],
    preview: [],
    byArea: [],
    byHouseholdSize: [],
    byGroup: [],
    largest: [],
  };
  const opened = {
    rows: 3,
    bytes: 10,
    columns: [],
    headerRow: 1,
    delimiter: ",",
    encoding: "utf-8",
    fingerprint: "",
  } as const;
  const recognition = { by: "nothing", choice: BY_AMOUNT } as const;
  const accounts = { households: 2, open: 1, total: amountOf(10n), unopened: 1, linkedTwice: 0 };
  const plan = defaultPlan("Regular", [], dayNumber("2026-11-21") ?? 0);

  function flow(...events: FlowEvent[]): FlowState {
    return events.reduce(reduce, START);
  }
  const upToRead: FlowEvent[] = [
    { type: "fileChosen", name: "list.csv" },
    { type: "fileOpened", opened, recognition },
    { type: "read", choice: BY_AMOUNT, result },
  ];

  it("opens step after step, and never past problems that nobody decided on", () => {
    assert.deepEqual(
      STEPS.filter((step) => isReachable(flow(), step)),
      ["file"],
    );
    const read = flow(...upToRead);
    assert.deepEqual(
      STEPS.filter((step) => isReachable(read, step)),
      ["file", "columns", "problems"],
    );
    assert.equal(reduce(read, { type: "went", step: "accounts" }).step, "columns");
    const decided = reduce(read, { type: "leftOut", isLeftOut: true });
    assert.equal(reduce(decided, { type: "went", step: "accounts" }).step, "accounts");
  });

  it("forgets a decision to leave rows out when the columns or the file change", () => {
    const decided = flow(...upToRead, { type: "leftOut", isLeftOut: true });
    assert.equal(
      reduce(decided, { type: "columnsChosen", choice: { ...BY_AMOUNT, area: "area" } }).isLeftOut,
      false,
    );
    const corrected = reduce(decided, {
      type: "corrected",
      name: "b.csv",
      opened,
      result,
      difference: {
        added: 0,
        removed: 0,
        changed: 1,
        unchanged: 2,
        solved: 0,
        fresh: 0,
        remaining: 1,
        householdsBefore: 2,
        totalBefore: amountOf(30n),
      },
    });
    assert.deepEqual([corrected.isLeftOut, corrected.step], [false, "problems"]);
  });

  it("does not hear an answer to columns that were changed since", () => {
    const changed = flow(upToRead[0] as FlowEvent, upToRead[1] as FlowEvent, {
      type: "columnsChosen",
      choice: { ...BY_AMOUNT },
    });
    assert.equal(reduce(changed, { type: "read", choice: BY_AMOUNT, result }).result, undefined);
  });

  it("waits while households have no account, unless they are left out by name", () => {
    const waiting = flow(
      ...upToRead,
      { type: "leftOut", isLeftOut: true },
      { type: "accountsFound", accounts },
    );
    assert.equal(isReachable(waiting, "plan"), false);
    const without = reduce(waiting, { type: "wentWithoutUnopened", isWithout: true });
    assert.equal(isReachable(without, "plan"), true);
    const more = reduce(without, {
      type: "accountsFound",
      accounts: { ...accounts, households: 3, unopened: 2 },
    });
    assert.equal(more.isWithoutUnopened, false);
  });

  it("works the control sheet out again after a change of accounts or plan", () => {
    const checked = { sheet: {} as never, overlaps: [] };
    const ready = flow(
      ...upToRead,
      { type: "leftOut", isLeftOut: true },
      { type: "accountsFound", accounts: { ...accounts, open: 2, unopened: 0 } },
      { type: "planned", plan, isFine: true },
      { type: "checked", checked },
    );
    assert.equal(nearestStep(ready, "sign"), "sign");
    assert.equal(nearestStep(reduce(ready, { type: "planned", plan, isFine: false }), "sign"), "plan");
    assert.equal(nearestStep(reduce(ready, { type: "accountsFound", accounts }), "sign"), "accounts");
  });

  it("changes nothing any more once the cycle is prepared", () => {
    const prepared = flow(...upToRead, { type: "prepared", cycle: 4 });
    assert.equal(reduce(prepared, { type: "fileChosen", name: "x.csv" }), prepared);
    assert.deepEqual(
      STEPS.filter((step) => isReachable(prepared, step)),
      ["sign"],
    );
  });
});

describe("a plan", () => {
  const today = dayNumber("2026-11-21") ?? 0;
  const november: KnownCycle = {
    id: 3,
    kind: "Regular",
    state: "Approved",
    periodFirstDay: dayNumber("2026-11-01") ?? 0,
    periodLastDay: dayNumber("2026-11-30") ?? 0,
    expiresAt: 0,
  };

  it("proposes the month after the last regular cycle", () => {
    const plan = defaultPlan("Regular", [november], today);
    assert.deepEqual(plan, {
      kind: "Regular",
      parent: 0,
      periodFirst: "2026-12-01",
      periodLast: "2026-12-31",
      opens: "2026-12-01",
      expires: "2026-12-31",
      grace: "2027-01-14",
    });
    assert.deepEqual(planFaults(plan, today), {});
  });

  it("does not take a cycle that never paid as an example", () => {
    const returned = { ...november, id: 4, state: "Returned", periodFirstDay: 1, periodLastDay: 2 };
    assert.equal(defaultPlan("Regular", [november, returned], today).periodFirst, "2026-12-01");
  });

  it("gives a top-up the period of the cycle that it belongs to", () => {
    const plan = defaultPlan("TopUp", [november], today);
    assert.deepEqual(
      [plan.parent, plan.periodFirst, plan.opens, plan.expires],
      [3, "2026-11-01", "2026-11-21", "2026-11-30"],
    );
  });

  it("goes on by whole months after whole months, else by as many days", () => {
    const day = (text: string) => dayNumber(text) ?? 0;
    const next = periodAfter({ first: day("2026-01-01"), last: day("2026-03-31") });
    assert.deepEqual([dayText(next.first), dayText(next.last)], ["2026-04-01", "2026-06-30"]);
    const weeks = periodAfter({ first: day("2026-01-05"), last: day("2026-01-18") });
    assert.deepEqual([dayText(weeks.first), dayText(weeks.last)], ["2026-01-19", "2026-02-01"]);
  });

  it("names each field that is wrong", () => {
    const plan = {
      ...defaultPlan("Corrective", [], today),
      periodLast: "2026-02-30",
      expires: "2026-01-01",
      grace: "2025-01-01",
    };
    const faults = planFaults(plan, today);
    assert.deepEqual(faults, {
      periodLast: "notADay",
      expires: "beforeOpening",
      grace: "beforeExpiry",
      parent: "noParent",
    });
  });

  it("becomes terms with whole days of UTC", () => {
    const terms = planTerms(defaultPlan("Regular", [november], today));
    assert.equal(terms?.opensAt, Date.UTC(2026, 11, 1) / 1000);
    assert.equal(terms?.expiresAt, Date.UTC(2027, 0, 1) / 1000 - 1);
    assert.equal(terms?.graceEndsAt, Date.UTC(2027, 0, 15) / 1000 - 1);
    assert.deepEqual([terms?.kind, terms?.parent], [0, 0]);
  });
});

describe("overlaps", () => {
  it("count the households that other cycles pay too, with both sums", () => {
    const entry = (account: number, amount: bigint) => ({
      account: accountNumberOf(account),
      amount: amountOf(amount),
    });
    const own = [entry(256, 10n), entry(257, 20n), entry(300, 5n)];
    const overlaps = findOverlaps(own, [
      { programme: "A", cycle: 1, currency: XOF, entries: [entry(999, 1n)] },
      { programme: "B", cycle: 2, currency: XOF, entries: [entry(257, 7n), entry(300, 8n)] },
    ]);
    assert.deepEqual(overlaps, [
      { programme: "B", cycle: 2, households: 2, here: 25n, there: 15n, currency: XOF },
    ]);
  });
});
