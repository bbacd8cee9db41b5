// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { isPublishedCurrency } from "#sdk/formats/currencyCodes.ts";
import { formatDecimal } from "#sdk/formats/decimal.ts";
import { exportAgreement, exportFund } from "#sdk/formats/exportDonors.ts";
import { exportFile } from "#sdk/formats/exportFile.ts";
import { NO_PROFILE, parseExportProfile } from "#sdk/formats/exportProfile.ts";
import {
  type IatiActivity,
  inPublishedCurrency,
  readActivities,
  totalsByCurrency,
} from "#sdk/formats/iati/index.ts";
import { booksOf, donorBooks, donorSample, sample } from "./support/books.ts";
import { needsXmllint, xmllint } from "./support/xmllint.ts";

const relief = { organisations: { 1: { identifier: "XM-DAC-41140", name: "Relief" } } };
const profile = parseExportProfile(relief);
const withRates = (rates: Record<string, string>) =>
  parseExportProfile({ ...relief, currencies: { ETH: { code: "USD", rates } } });

const inEther = async () => {
  const { ofFund, ofAgreement } = await donorBooks(donorSample());
  const currency = { code: "ETH", decimals: 6 };
  return {
    ofFund: { ...ofFund, fund: { ...ofFund.fund, name: "Ether for wells", currency } },
    ofAgreement: { ...ofAgreement, agreement: { ...ofAgreement.agreement, title: "Solar pumps", currency } },
  };
};

describe("money in a currency that no code list knows", () => {
  it("is no currency of a published file: ether, and no currency at all", () => {
    for (const code of ["USD", "EUR", "XOF", "XAF", "XDR", "SSP", "SYP", "UAH"])
      assert.ok(isPublishedCurrency(code), code);
    for (const code of ["ETH", "XXX", "DEM", "usd", "", "USD EUR"])
      assert.ok(!isPublishedCurrency(code), code);
  });

  it("is refused as IATI, by the name of what it is about, with what to do", async () => {
    const { ofFund, ofAgreement } = await inEther();
    assert.throws(() => exportFund("iati.xml", ofFund, profile), {
      code: "EXPORT-103",
      message: /“Ether for wells” is kept in ETH/,
    });
    assert.throws(() => exportAgreement("iati.xml", ofAgreement, profile), {
      code: "EXPORT-103",
      message: /“Solar pumps” is kept in ETH/,
    });
    const books = await booksOf(sample());
    const unnamed = { ...books, programme: { ...books.programme, currency: "XXX" } };
    assert.throws(() => exportFile("iati.xml", [unnamed], profile), { code: "EXPORT-103", message: /XXX/ });
  });

  it("is stated exactly in the currency and at the rates of the organisation", async () => {
    const { ofFund, ofAgreement } = await inEther();
    const rates = withRates({ "1970-01-01": "3120.55" });
    const [activity] = readActivities(exportFund("iati.xml", ofFund, rates).text);
    const [given] = totalsByCurrency(activity?.transactions.filter(({ type }) => type === "1") ?? []);
    const contributed = BigInt(ofFund.fund.contributed);
    assert.ok(contributed > 0n);
    assert.equal(given?.[0], "USD");
    assert.equal(
      formatDecimal(given?.[1] ?? { units: 0n, scale: 0 }),
      formatDecimal({ units: contributed * 312_055n, scale: 8 }),
    );
    for (const xml of [
      exportFund("iati.xml", ofFund, rates),
      exportAgreement("iati.xml", ofAgreement, rates),
    ]) {
      assert.match(xml.text, /default-currency="USD"/);
      assert.doesNotMatch(xml.text, /currency="ETH"/);
      assert.match(xml.text, /\d ETH at 3120\.55 USD\)/);
    }
  });

  it("gives files that are valid against the schema", needsXmllint(), async () => {
    const { ofFund, ofAgreement } = await inEther();
    const rates = withRates({ "1970-01-01": "3120.55" });
    for (const { text } of [
      exportFund("iati.xml", ofFund, rates),
      exportAgreement("iati.xml", ofAgreement, rates),
    ])
      assert.deepEqual(xmllint(text), { status: 0, complaint: "" });
  });

  it("takes the last rate that was known on the day, and no later one", () => {
    const rates = { "2026-11-01": "3000", "2026-11-20": "3120.5" };
    const rate = (day: string) => {
      const { transactions } = inPublishedCurrency(activityOn(day), withRates(rates));
      return transactions.map(({ value, currency, description }) => [
        formatDecimal(value),
        currency,
        description,
      ]);
    };
    assert.deepEqual(rate("2026-11-01"), [["3750", "USD", "A gift (1.25 ETH at 3000 USD)"]]);
    assert.deepEqual(rate("2026-11-19"), [["3750", "USD", "A gift (1.25 ETH at 3000 USD)"]]);
    assert.deepEqual(rate("2027-01-01"), [["3900.625", "USD", "A gift (1.25 ETH at 3120.5 USD)"]]);
    assert.throws(() => rate("2026-10-31"), { code: "EXPORT-104", message: /no rate for ETH on 2026-10-31/ });
  });

  it("loses and adds nothing, whatever the amounts and the rate", () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.integer({ min: 1, max: 10 ** 9 }),
        (units, rate) => {
          const activity = activityOn("2026-11-01", units);
          const [converted] = inPublishedCurrency(
            activity,
            withRates({ "2026-11-01": String(rate) }),
          ).transactions;
          assert.deepEqual(converted?.value, { units: units * BigInt(rate), scale: 6 });
        },
      ),
    );
  });

  it("changes nothing where the currency is known", () => {
    const activity = { ...activityOn("2026-11-01"), defaultCurrency: "XOF", transactions: [] };
    assert.deepEqual(inPublishedCurrency(activity, NO_PROFILE), activity);
  });

  it("is stated as it is in tables, and tagged as a name, not as a code", async () => {
    const { ofFund, ofAgreement } = await inEther();
    const tags = (text: string) => text.split(/\r?\n/)[1] ?? "";
    const known = await donorBooks(donorSample());
    for (const [ether, dollars] of [
      [
        exportFund("contributions.hxl.csv", ofFund, profile),
        exportFund("contributions.hxl.csv", known.ofFund, profile),
      ],
      [
        exportAgreement("payments.hxl.csv", ofAgreement, profile),
        exportAgreement("payments.hxl.csv", known.ofAgreement, profile),
      ],
    ] as const) {
      assert.match(tags(ether.text), /#currency\+name/);
      assert.match(tags(dollars.text), /#currency\+code/);
      assert.match(ether.text, /,ETH,/);
    }
    const books = await booksOf(sample());
    const ether = { ...books, programme: { ...books.programme, currency: "ETH" } };
    assert.match(tags(exportFile("cycles.hxl.csv", [books, ether], profile).text), /#currency\+name/);
  });

  it("is described in the profile by a currency that IATI knows, days and rates", () => {
    const cases: [unknown, RegExp][] = [
      [{ ETH: { code: "XBX", rates: {} } }, /currencies\.ETH\.code: is no currency/],
      [{ ETH: { code: "USD", rates: { "2026-13-01": "1" } } }, /currencies\.ETH\.rates\.2026-13-01/],
      [{ ETH: { code: "USD", rates: { "2026-11-01": "0.00" } } }, /is no rate/],
      [{ ETH: { code: "USD", rates: { "2026-11-01": "1e3" } } }, /is no rate/],
      [{ ether: { code: "USD", rates: {} } }, /currencies\.ether/],
    ];
    for (const [currencies, message] of cases)
      assert.throws(() => parseExportProfile({ currencies }), { code: "EXPORT-102", message });
  });
});

function activityOn(day: string, units = 1_250_000n): IatiActivity {
  return {
    identifier: "XM-DAC-41140-1",
    reportingOrg: { ref: "XM-DAC-41140" },
    title: "Wells",
    description: "Wells",
    participants: [],
    status: "2",
    dates: [],
    recipient: { region: "998" },
    sector: "72010",
    aidTypes: [],
    defaultCurrency: "ETH",
    isHumanitarian: true,
    language: "en",
    transactions: [{ type: "1", day, currency: "ETH", value: { units, scale: 6 }, description: "A gift" }],
  };
}
