// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { decodeBytes32String } from "ethers";
import { type IDonorFund, IDonorFund__factory } from "#bindings/index.ts";
import { createFund } from "#scripts/seed/donorFund.ts";
import { deployDollar } from "#scripts/seed/programme.ts";
import { openOffice, type TestOffice } from "./support/office.ts";

interface Replayed {
  readonly contributions: number;
  readonly total: string;
  readonly leftOut: { reason: string; transactions: number; totals: Record<string, string> }[];
  readonly sent: number;
  readonly before: number;
}

describe("annona replay iati", () => {
  let office: TestOffice;
  let dollar: string;

  before(async () => {
    office = await openOffice();
    dollar = await deployDollar(office.people);
  });
  after(() => office?.stop());

  async function newFund(name: string): Promise<IDonorFund> {
    return IDonorFund__factory.connect(await createFund(office, dollar, name), office.suite.provider);
  }

  const replay = (file: string, fund: string, ...more: string[]) =>
    office.data<Replayed>("replay", "iati", file, "--fund", fund, "--mint", ...more);

  test("what is no incoming money of the fund's currency is left out and said", async () => {
    const fund = await newFund("Trial");
    await writeFile(join(office.folder, "trial.xml"), TRIAL);
    const { contributions, total, leftOut, sent } = await replay("trial.xml", "Trial");
    assert.deepEqual([contributions, total, sent], [3, "360.755", 3]);
    assert.deepEqual(leftOut, [
      { reason: "notPositive", transactions: 2, totals: { USD: "-40" } },
      { reason: "otherCurrency", transactions: 1, totals: { EUR: "80" } },
      { reason: "tooFine", transactions: 1, totals: { USD: "1.0000005" } },
      { reason: "otherType", transactions: 1, totals: { USD: "75" } },
    ]);
    const given = await fund.queryFilter(fund.filters.Contributed());
    assert.deepEqual(
      given.map(({ args }) => [decodeBytes32String(args.donorReference), args.amount, args.donor]),
      [
        ["GRANT-1", 250_000_000n, office.people.donor.address],
        ["A1/T2", 100_255_000n, office.people.donor.address],
        ["A2/T1", 10_500_000n, office.people.donor.address],
      ],
    );
  });

  test("a file with money received and money promised needs to be told which, and nothing is sent", async () => {
    const fund = await newFund("Undecided");
    await writeFile(join(office.folder, "both.xml"), BOTH);
    const { code, data } = await office.json<{ error: { code: string } }>(
      ...["replay", "iati", "both.xml", "--fund", "Undecided", "--mint"],
    );
    assert.deepEqual([code, data.error.code], [1, "EXPORT-203"]);
    assert.equal((await fund.totals()).contributed, 0n);
    const received = await replay("both.xml", "Undecided", "--incoming", "1");
    assert.deepEqual([received.total, received.leftOut[0]?.reason], ["30", "otherType"]);
  });

  test("one that was cut off goes on, and another file is refused", async () => {
    await newFund("Cut off");
    await writeFile(join(office.folder, "begun.xml"), activities(transaction("1", "USD", "5")));
    await writeFile(
      join(office.folder, "whole.xml"),
      activities(`${transaction("1", "USD", "5")}${transaction("1", "USD", "6")}`),
    );
    await writeFile(join(office.folder, "other.xml"), activities(transaction("1", "USD", "7")));
    await replay("begun.xml", "Cut off");
    const { sent, before } = await replay("whole.xml", "Cut off");
    assert.deepEqual([sent, before], [1, 1]);
    const { code, data } = await office.json<{ error: { code: string } }>(
      ...["replay", "iati", "other.xml", "--fund", "Cut off", "--mint"],
    );
    assert.deepEqual([code, data.error.code], [1, "CLI-410"]);
  });

  test("without tokens and without a fund the command says what to do", async () => {
    await newFund("Poor");
    const ask = async (...args: string[]) =>
      (await office.json<{ error: { code: string } }>("replay", "iati", "trial.xml", ...args)).data.error
        .code;
    assert.equal(await ask("--fund", "Poor", "--as", "donor-2"), "CLI-409");
    assert.equal(await ask("--fund", "Nobody's"), "CLI-309");
  });
});

function transaction(type: string, currency: string, value: string, more = ""): string {
  return `<transaction>
    <transaction-type code="${type}"/><transaction-date iso-date="2023-05-08"/>
    <value currency="${currency}" value-date="2023-05-08">${value}</value>${more}
  </transaction>`;
}

function activities(...contents: string[]): string {
  const each = contents.map(
    (content, i) => `<iati-activity default-currency="USD" xmlns:own="urn:own">
      <iati-identifier>XX-TRIAL-${i + 1}</iati-identifier><title><narrative>Trial</narrative></title>
      ${content}</iati-activity>`,
  );
  return `<iati-activities version="2.03">${each.join("")}</iati-activities>`;
}

const TRIAL = activities(
  [
    transaction("11", "USD", "250").replace("<transaction>", '<transaction ref="GRANT-1">'),
    transaction("11", "USD", "100.255"),
    transaction("11", "USD", "-40"),
    transaction("11", "USD", "0"),
    transaction("11", "EUR", "80"),
    transaction("11", "USD", "1.0000005"),
  ].join(""),
  [transaction("11", "EUR", "9", "<own:value-USD>10.5</own:value-USD>"), transaction("3", "USD", "75")].join(
    "",
  ),
);
const BOTH = activities(`${transaction("1", "USD", "30")}${transaction("11", "USD", "40")}`);
