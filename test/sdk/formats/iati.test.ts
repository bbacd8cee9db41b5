// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { formatDecimal, sumDecimals } from "#sdk/formats/decimal.ts";
import { NO_PROFILE, parseExportProfile } from "#sdk/formats/exportProfile.ts";
import {
  type IatiActivity,
  type IatiTransaction,
  programmeActivity,
  readActivities,
  totalIn,
  writeActivities,
} from "#sdk/formats/iati/index.ts";
import type { ProgrammeBooks } from "#sdk/formats/programmeBooks.ts";
import { Simulation, steps } from "#test/sdk/history/support/simulate.ts";
import { needs, readShared } from "#test/sdk/support/sharedData.ts";
import { booksOf, sample } from "./support/books.ts";
import { needsXmllint, xmllint } from "./support/xmllint.ts";

const REAL_FILE = "iati/UNHCR-Activities-2023.xml.gz";
const DAY = "2026-11-21";

const profile = parseExportProfile({
  country: "NE",
  organisations: { 1: { identifier: "XM-DAC-41140", name: "Relief" } },
  humanitarianScope: { type: "1", vocabulary: "1-2", code: "EP-2026-000001-NER" },
});

function ofType(type: string, { transactions }: Pick<IatiActivity, "transactions">): IatiTransaction[] {
  return transactions.filter((transaction) => transaction.type === type);
}

function units(transactions: readonly IatiTransaction[]): bigint {
  const { units: sum, scale } = sumDecimals(transactions.map(({ value }) => value));
  assert.equal(scale, 0);
  return sum;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

describe("reading IATI activities", () => {
  it(
    "reads every activity and transaction of a real file, and its total to the last digit",
    needs(REAL_FILE),
    () => {
      const activities = readActivities(gunzipSync(readShared(REAL_FILE)).toString("utf8"));
      const transactions = activities.flatMap((activity) => activity.transactions);
      assert.deepEqual([activities.length, transactions.length], [134, 2_678]);
      const { total, uncounted } = totalIn("USD", transactions);
      assert.equal(formatDecimal(total), "5219239504.275");
      assert.equal(uncounted, 0);
      const [first] = activities;
      assert.equal(first?.identifier, "XM-DAC-41121-2023");
      assert.equal(first?.reportingOrg.ref, "XM-DAC-41121");
      assert.ok(activities.some(({ countries }) => countries.length > 0));
    },
  );

  it("says how many transactions have no value in the currency asked for", async () => {
    const written = writeActivities([programmeActivity(await booksOf(sample()), profile)], DAY);
    const [activity] = readActivities(written);
    assert.ok(activity);
    const { total, uncounted } = totalIn("USD", activity.transactions);
    assert.deepEqual(total, { units: 0n, scale: 0 });
    assert.equal(uncounted, activity.transactions.length);
  });

  it("refuses what is no IATI file of version 2, and definitions that could blow up", () => {
    const cases = [
      "<other/>",
      "not xml",
      '<iati-activities version="1.05"></iati-activities>',
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><iati-activities version="2.03">&a;</iati-activities>',
      '<iati-activities version="2.03"><iati-activity></iati-activities>',
    ];
    for (const text of cases) assert.throws(() => readActivities(text), { code: "EXPORT-201" }, text);
  });

  it("names the activity and the transaction that cannot be used, and never guesses an amount", () => {
    const file = (value: string, date = "2026-01-31", currency = 'currency="USD"') =>
      `<iati-activities version="2.03"><iati-activity><iati-identifier>XX-1</iati-identifier><transaction>
        <transaction-type code="3"/><transaction-date iso-date="${date}"/><value ${currency}>${value}</value>
      </transaction></iati-activity></iati-activities>`;
    for (const value of ["", "1e3", "1,000", "0x10", "ten", "1.2.3", "."])
      assert.throws(() => readActivities(file(value)), {
        code: "EXPORT-202",
        message: /XX-1.*value of transaction 1/,
      });
    assert.throws(() => readActivities(file("1", "31/01/2026")), { code: "EXPORT-202", message: /date/ });
    assert.throws(() => readActivities(file("1", "2026-01-31", "")), {
      code: "EXPORT-202",
      message: /currency/,
    });
    const [activity] = readActivities(file("-0012.50"));
    assert.deepEqual(activity?.transactions[0]?.value, { units: -1250n, scale: 2 });
  });
});

describe("a programme as an IATI activity", () => {
  it("adds up: money in, commitments, and expenditure as it was really paid", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const simulation = new Simulation().run(all);
        const books = await booksOf(simulation);
        const activity = programmeActivity(books, profile);
        assert.equal(units(ofType("1", activity)), simulation.funded - simulation.returned);
        assert.equal(units(ofType("2", activity)), sum(books.reservations.map(({ amount }) => amount)));
        const isReportable = largestPaid(books) >= 10;
        assert.equal(units(ofType("4", activity)), isReportable ? simulation.paid : 0n);
        assert.deepEqual(ofType("3", activity), []);
      }),
      { numRuns: 50 },
    );
  });

  it("commits what reserved and spent money is now", async () => {
    const simulation = sample();
    const { reservations, cycles } = await booksOf(simulation);
    const left = sum(cycles.map(({ total, freed, state }) => (state === "Cancelled" ? 0n : total - freed)));
    const redeemed = sum(cycles.map((cycle) => cycle.redeemed - cycle.refunded));
    assert.ok(
      cycles.some(({ state }) => state === "Closed") && cycles.some(({ state }) => state === "Approved"),
    );
    assert.equal(sum(reservations.map(({ amount }) => amount)), simulation.reserved + redeemed);
    assert.ok(left > 0n);
  });

  it("shows no transaction that stands for fewer than 10 households", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const books = await booksOf(new Simulation().run(all));
        const households = new Map(books.cycles.map((cycle) => [cycle.id, cycle.households]));
        for (const { type, description = "" } of programmeActivity(books, profile).transactions) {
          if (type === "1") continue;
          const named = /cycles? ([\d, ]+)$/.exec(description)?.[1]?.split(", ").map(Number) ?? [];
          assert.ok(named.length > 0);
          assert.ok(Math.max(...named.map((cycle) => households.get(cycle) ?? 0)) >= 10, description);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("is valid against the schema of IATI 2.03, whatever stands on chain", needsXmllint(), async () => {
    const books = await booksOf(sample());
    const strange = { ...books.programme, name: 'A <b> & "c" \u0001\u{1f33e}\ud800', purpose: "unknown" };
    const activities = [
      programmeActivity(books, profile),
      programmeActivity({ ...books, programme: strange }, NO_PROFILE),
      programmeActivity({ ...books, funding: [], settlements: [], reservations: [], cycles: [] }, NO_PROFILE),
    ];
    const xml = writeActivities(activities, DAY);
    assert.deepEqual(xmllint(xml), { status: 0, complaint: "" });
    assert.deepEqual(
      readActivities(xml).map(({ title }) => title),
      ["Food for Kaya", 'A <b> & "c" \ufffd\u{1f33e}\ufffd', "Food for Kaya"],
    );
    assert.notEqual(xmllint(xml.replace("<reporting-org", "<nobody")).status, 0);
  });

  it("says in full what the standard asks for", async () => {
    const activity = programmeActivity(await booksOf(sample()), profile);
    assert.match(activity.identifier, /^XM-DAC-41140-ANNONA-31337-0x[0-9a-fA-F]{40}$/);
    assert.deepEqual(activity.reportingOrg, { ref: "XM-DAC-41140", type: "40", name: "Relief" });
    assert.deepEqual(activity.recipient, { country: "NE" });
    assert.equal(activity.sector, "72010");
    assert.equal(activity.isHumanitarian, true);
    assert.deepEqual(activity.aidTypes.at(-1), { vocabulary: "4", code: "2" });
    const xml = writeActivities([activity], DAY);
    assert.match(xml, /default-currency="XOF" humanitarian="1"/);
    assert.match(xml, /<default-aid-type code="2" vocabulary="4"\/>/);
    assert.match(xml, /<humanitarian-scope type="1" vocabulary="1-2" code="EP-2026-000001-NER"\/>/);
    assert.match(xml, /<recipient-country code="NE"\/>/);
    assert.equal(/T(?!00:00:00Z)\d\d:/.test(xml), false, "days, no times");
    const roles = activity.participants.map(({ role }) => role);
    assert.deepEqual(roles, ["1", "2", "4"]);
  });

  it("is read back as it was written", async () => {
    const activity = programmeActivity(await booksOf(sample()), profile);
    const [read] = readActivities(writeActivities([activity], DAY));
    assert.deepEqual(
      read?.transactions.map(({ ref, type, day, currency, value }) => [
        ref,
        type,
        day,
        currency,
        value.units,
      ]),
      activity.transactions.map(({ ref, type, day, currency, value }) => [
        ref,
        type,
        day,
        currency,
        value.units,
      ]),
    );
  });

  it("writes amounts with the decimals of the programme", async () => {
    const books = await booksOf(sample());
    const inCents = { ...books, programme: { ...books.programme, decimals: 2 } };
    const [first] = programmeActivity(inCents, profile).transactions;
    assert.ok(first);
    assert.equal(first.value.scale, 2);
    const xml = writeActivities([programmeActivity(inCents, profile)], DAY);
    assert.ok(xml.includes(`>${formatDecimal(first.value)}</value>`));
  });

  it("refuses a publisher without identifier, and says what to do", async () => {
    const books = await booksOf(sample());
    const nameless = books.organisations.map((organisation) => ({ ...organisation, iatiIdentifier: "" }));
    assert.throws(() => programmeActivity({ ...books, organisations: nameless }, NO_PROFILE), {
      code: "EXPORT-101",
      message: /Relief/,
    });
  });

  it("names a source only as the profile does", async () => {
    const books = await booksOf(sample());
    const source = books.funding.find(({ kind }) => kind === "funded")?.source ?? "";
    const told = parseExportProfile({
      sources: { [source]: { name: "A ministry", identifier: "XM-DAC-7", type: "10" } },
    });
    const providers = (all: typeof profile) =>
      new Set(ofType("1", programmeActivity(books, all)).map(({ provider }) => JSON.stringify(provider)));
    assert.deepEqual(
      [...providers(told)],
      [JSON.stringify({ ref: "XM-DAC-7", type: "10", name: "A ministry" })],
    );
    assert.deepEqual([...providers(NO_PROFILE)], [JSON.stringify({ name: `Recorded source ${source}` })]);
  });
});

describe("the export profile", () => {
  it("refuses what it does not know, naming the entry", () => {
    const cases: [unknown, RegExp][] = [
      [undefined, /the file/],
      [{ country: "Niger" }, /country: is not a country code/],
      [{ sector: "food" }, /sector/],
      [{ programmes: { "0x12": {} } }, /programmes/],
      [{ organisations: { 1: { identifier: "a/b?" } } }, /organisations.1.identifier/],
      [{ contry: "NE" }, /contry/],
    ];
    for (const [json, message] of cases)
      assert.throws(() => parseExportProfile(json), { code: "EXPORT-102", message });
  });
});

/** Households of the largest cycle with a paid settlement. */
function largestPaid({ settlements, cycles }: ProgrammeBooks): number {
  const paid = new Set(settlements.filter(({ state }) => state === "Paid").map(({ cycle }) => cycle));
  return Math.max(0, ...cycles.filter(({ id }) => paid.has(id)).map(({ households }) => households));
}
