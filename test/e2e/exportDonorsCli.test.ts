// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import Papa from "papaparse";
import { type AgreementHandle, listAgreements } from "#sdk/agreements/index.ts";
import { type ReadActivity, readActivities } from "#sdk/formats/iati/index.ts";
import { type FundHandle, listFunds, readFund } from "#sdk/funds/desk/index.ts";
import { amountOf, type Currency, parseAmount } from "#sdk/money/index.ts";
import { needsXmllint, xmllint } from "#test/sdk/formats/support/xmllint.ts";
import { type DemoChain, startDemoChain } from "./support/demoChain.ts";
import { type Ended, ending, startCli } from "./support/office.ts";

/** Numbers of IATI's transaction types. */
const [INCOMING, COMMITMENT, DISBURSEMENT] = ["1", "2", "3"];

/** Files about donors' money, held against what the contracts themselves say. */
describe("annona export of a fund and of an agreement", () => {
  let chain: DemoChain;
  let fund: FundHandle;
  let agreement: AgreementHandle;
  const cli = (...args: string[]): Promise<Ended> =>
    ending(startCli(chain.folder, chain.url, ["export", ...args]));

  async function written(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await cli(...args);
    assert.deepEqual([code, stderr], [0, ""], args.join(" "));
    return stdout;
  }

  before(async () => {
    chain = await startDemoChain();
    const funds = await listFunds(chain.suite);
    const agreements = await listAgreements(chain.suite);
    const isInDollars = ({ currency }: { readonly currency: Currency }) => currency.code === "USD";
    const [first, partner] = [funds.find(isInDollars), agreements.find(isInDollars)];
    assert.ok(first && partner, "the demonstration has a fund and an agreement in dollars");
    [fund, agreement] = [first, partner];
  });
  after(() => chain?.stop());

  test("IATI of a fund is correct in sum", async () => {
    const xml = await written("iati", "--fund", fund.name.toUpperCase(), "--country", "NE");
    const [activity, ...more] = readActivities(xml);
    assert.ok(activity && more.length === 0);
    const { money } = await readFund(chain.suite, fund);
    assert.ok(money.contributed > 0n && money.allocated > 0n);
    assert.equal(sumOf(activity, INCOMING, fund.currency), money.contributed);
    assert.equal(sumOf(activity, DISBURSEMENT, fund.currency), money.allocated - money.returned);
    assert.deepEqual([activity.isHumanitarian, activity.countries], [true, ["NE"]]);
    // By its address it is the same file.
    assert.equal(await written("iati", "--fund", fund.address.toLowerCase(), "--country", "NE"), xml);
  });

  test("IATI of an agreement is correct in sum", async () => {
    const [activity] = readActivities(await written("iati", "--agreement", agreement.title));
    assert.ok(activity);
    const { escrowed, returned, paid, refunded } = await agreement.contract.money();
    assert.ok(paid > 0n);
    assert.equal(sumOf(activity, INCOMING, agreement.currency), escrowed - returned);
    assert.equal(sumOf(activity, COMMITMENT, agreement.currency), await committedIn(agreement));
    assert.equal(sumOf(activity, DISBURSEMENT, agreement.currency), paid - refunded);
  });

  test("both are valid against the standard's schema", needsXmllint(), async () => {
    for (const of of [
      ["--fund", fund.name],
      ["--agreement", agreement.title],
    ]) {
      assert.deepEqual(xmllint(await written("iati", ...of)), { status: 0, complaint: "" }, of.join(" "));
    }
  });

  test("tables of a fund: CSV, the same with hashtags, and JSON", async () => {
    const { money } = await readFund(chain.suite, fund);
    const sums = { contributions: money.contributed, allocations: money.allocated } as const;
    for (const [table, sum] of Object.entries(sums)) {
      const of = ["--fund", fund.name, "--table", table];
      const rows = await sameInAllFormats(of);
      assert.equal(columnSum(rows, "amount", fund.currency), sum, table);
    }
    const references = (await sameInAllFormats(["--fund", fund.name])).map(({ reference }) => reference);
    assert.ok(references.includes("GIFT-250"), "without a table: the contributions");
  });

  test("tables of an agreement: its milestones and what was paid for them", async () => {
    const { paid } = await agreement.contract.money();
    const of = ["--agreement", agreement.address];
    const milestones = await sameInAllFormats(of);
    assert.equal(milestones.length, Number(await agreement.contract.milestones()));
    assert.equal(columnSum(milestones, "paid", agreement.currency), paid);
    const payments = await sameInAllFormats([...of, "--table", "payments"]);
    assert.equal(columnSum(payments, "amount", agreement.currency), paid);
  });

  test("what is not there is named with what there is", async () => {
    const cases: [string[], RegExp][] = [
      [["csv", "--fund", "Nobody's fund"], new RegExp(`^CLI-101: --fund is .*\\n.*${fund.name}`)],
      [["csv", "--agreement", "Nothing"], new RegExp(`^CLI-101: --agreement is .*\\n.*${agreement.title}`)],
      [
        ["hxl", "--fund", fund.name, "--table", "payments"],
        /^CLI-101: --table is payments.*\n.*contributions/,
      ],
    ];
    const said = await Promise.all(cases.map(([args]) => cli(...args)));
    for (const [index, { code, stdout, stderr }] of said.entries()) {
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, cases[index]?.[1] ?? /$^/);
    }
  });

  type Cells = Readonly<Record<string, string>>;

  /** The rows of a table, which CSV, HXL and JSON have to agree on. */
  async function sameInAllFormats(of: readonly string[]): Promise<readonly Cells[]> {
    const [csv, hxl, json] = await Promise.all(
      ["csv", "hxl", "json"].map((format) => written(format, ...of)),
    );
    const { data, errors, meta } = Papa.parse<Cells>(csv ?? "", { header: true, skipEmptyLines: true });
    assert.deepEqual(errors, []);
    assert.ok(data.length > 0, of.join(" "));
    const [names = "", tags = "", ...lines] = (hxl ?? "").split("\n");
    assert.equal([names, ...lines].join("\n"), csv);
    assert.equal(tags.split(",").length, meta.fields?.length);
    for (const tag of tags.split(",")) assert.match(tag, /^#[a-z]+(\+[a-z0-9_]+)*$/);
    const items = JSON.parse(json ?? "") as Readonly<Record<string, unknown>>[];
    assert.deepEqual(
      items.map((item) => Object.values(item).map((cell) => String(cell ?? ""))),
      data.map((row) => Object.values(row)),
    );
    return data;
  }
});

async function committedIn({ contract }: AgreementHandle): Promise<bigint> {
  const ids = Array.from({ length: Number(await contract.milestones()) }, (_, i) => i + 1);
  const views = await Promise.all(ids.map((id) => contract.milestoneOf(id)));
  return views.reduce((sum, { amount }) => sum + amount, 0n);
}

function columnSum(
  rows: readonly Readonly<Record<string, string>>[],
  column: string,
  currency: Currency,
): bigint {
  return rows.reduce((sum, row) => sum + parseAmount(row[column] ?? "", currency), 0n);
}

/** Money of a type of transaction, in smallest units of the currency, to the last of them. */
function sumOf({ transactions }: ReadActivity, type: string | undefined, { decimals }: Currency): bigint {
  const ours = transactions.filter((transaction) => transaction.type === type);
  return ours.reduce((sum, { value }) => {
    assert.ok(value.scale <= decimals);
    return amountOf(sum + value.units * 10n ** BigInt(decimals - value.scale));
  }, 0n);
}
