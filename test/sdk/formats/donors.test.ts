// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { exportAgreement, exportFund } from "#sdk/formats/exportDonors.ts";
import { NO_PROFILE, parseExportProfile } from "#sdk/formats/exportProfile.ts";
import { agreementActivity, fundActivity, type IatiActivity } from "#sdk/formats/iati/index.ts";
import { DonorSimulation } from "#test/sdk/history/support/donors.ts";
import { address } from "#test/sdk/history/support/logs.ts";
import { steps } from "#test/sdk/history/support/simulate.ts";
import { donorBooks as booksOf, donorSample } from "./support/books.ts";
import { needsXmllint, xmllint } from "./support/xmllint.ts";

const profile = parseExportProfile({
  organisations: { 1: { identifier: "XM-DAC-41140", name: "Relief" } },
  sources: { [address(77)]: { name: "A ministry", type: "10" } },
});

function totalOf({ transactions }: IatiActivity, type: string): bigint {
  const ours = transactions.filter((transaction) => transaction.type === type);
  return ours.reduce((sum, { value }) => sum + value.units, 0n);
}

describe("donor funds and agreements as IATI activities", () => {
  it("say in sum what the books say", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { ofFund, ofAgreement } = await booksOf(new DonorSimulation().run(all));
        const { contributed, allocated, returned } = ofFund.fund;
        const ofDonors = fundActivity(ofFund, profile);
        assert.equal(totalOf(ofDonors, "1"), BigInt(contributed));
        assert.equal(totalOf(ofDonors, "3"), BigInt(allocated) - BigInt(returned));

        const { money } = ofAgreement.agreement;
        const ofPartner = agreementActivity(ofAgreement, profile);
        assert.equal(totalOf(ofPartner, "1"), BigInt(money.escrowed) - BigInt(money.returned));
        assert.equal(totalOf(ofPartner, "2"), BigInt(money.committed));
        assert.equal(totalOf(ofPartner, "3"), BigInt(money.paid) - BigInt(money.refunded));
      }),
      { numRuns: 40 },
    );
  });

  it("name each other, so that money is followed from one to the next", async () => {
    const { ofFund, ofAgreement } = await booksOf(donorSample());
    const ofDonors = fundActivity(ofFund, profile);
    const ofPartner = agreementActivity(ofAgreement, profile);
    assert.ok(ofDonors.transactions.some(({ receiver }) => receiver?.activity === ofPartner.identifier));
    assert.ok(ofPartner.transactions.some(({ provider }) => provider?.activity === ofDonors.identifier));
    assert.ok(ofDonors.participants.some(({ name, role }) => name === "A ministry" && role === "1"));
  });

  it("are valid against the schema of IATI 2.03", needsXmllint(), async () => {
    const { ofFund, ofAgreement } = await booksOf(donorSample());
    for (const one of [profile, NO_PROFILE]) {
      for (const { text } of [
        exportFund("iati.xml", ofFund, one),
        exportAgreement("iati.xml", ofAgreement, one),
      ]) {
        assert.deepEqual(xmllint(text), { status: 0, complaint: "" });
        assert.match(text, /humanitarian="1"/);
      }
    }
  });

  it("are refused where the organisation has no identifier", async () => {
    const { ofFund } = await booksOf(donorSample());
    const nameless = ofFund.organisations.map((one) => ({ ...one, iatiIdentifier: "" }));
    assert.throws(() => fundActivity({ ...ofFund, organisations: nameless }, NO_PROFILE), {
      code: "EXPORT-101",
    });
  });
});

describe("tables of donor funds and agreements", () => {
  it("have a row for each item under tagged headings, and money as decimals", async () => {
    const { ofFund, ofAgreement } = await booksOf(donorSample());
    const lines = (text: string): string[] => text.trimEnd().split(/\r?\n/);
    const contributions = lines(exportFund("contributions.hxl.csv", ofFund, profile).text);
    assert.equal(contributions.length, ofFund.contributions.length + 2);
    assert.match(contributions[1] ?? "", /#value\+received/);
    assert.equal(
      lines(exportFund("allocations.csv", ofFund, profile).text).length,
      ofFund.allocations.length + 1,
    );
    const milestones = JSON.parse(exportAgreement("milestones.json", ofAgreement, profile).text);
    assert.deepEqual(
      milestones.map((row: Record<string, unknown>) => [row.milestone, row.paid]),
      ofAgreement.agreement.items.map(({ id, paid }) => [id, paid]),
    );
    assert.equal(
      lines(exportAgreement("payments.csv", ofAgreement, profile).text).length,
      ofAgreement.payments.length + 1,
    );
  });
});
