// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, test } from "node:test";
import { decodeBytes32String } from "ethers";
import type { Browser } from "playwright-core";
import { IDonorFund__factory } from "#bindings/index.ts";
import { openSuite } from "#scripts/cli/suite.ts";
import { homeAt } from "#scripts/start/home.ts";
import { listProgrammes, type ProgrammeHandle, readEvents, type Suite } from "#sdk/agency/index.ts";
import type { FollowView, FundSummary, Page as ListPage } from "#sdk/history/shapes/index.ts";
import { assertSound, desk, noBrowser, openBrowser, phone, visit } from "./appBrowser.ts";
import { startWorld, type World } from "./support/world.ts";

/** 250.00 dollars in millionths. */
const GIFT = 250_000_000n;
const REFERENCE = "GIFT-250";

const AGREES = /^All [\d,]+ figures agree with the ledger$/;
const DIFFERS = /figures? of [\d,]+ do not agree with the ledger$/;

interface Payment {
  readonly shop: string;
  readonly amount: bigint;
  readonly transaction: string;
}

describe("a donor's story, from the demonstration as npm start makes it", { skip: noBrowser }, () => {
  let world: World;
  let browser: Browser;
  let suite: Suite;
  let market: ProgrammeHandle;

  before(async () => {
    [world, browser] = await Promise.all([startWorld(), openBrowser()]);
    suite = await openSuite({ rpc: world.rpc, deployments: world.deployments });
    const found = (await listProgrammes(suite)).find(({ name }) => name === "Market vouchers, river valley");
    assert.ok(found);
    market = found;
  });
  after(async () => {
    suite?.provider.destroy();
    await browser?.close();
    await world?.stop();
  });

  /** Whom the programme's first money has paid, read from the ledger alone: the gift was the first that it got. */
  async function paidFromTheGift(): Promise<Payment[]> {
    const { contract } = market;
    const made = await readEvents(suite, contract, contract.filters.SettlementMade());
    const payments: Payment[] = [];
    let left = GIFT;
    for (const { args, transactionHash } of made) {
      const amount = args.payment < left ? args.payment : left;
      if (amount === 0n) break;
      payments.push({ shop: await codeOf(args.shop), amount, transaction: transactionHash });
      left -= amount;
    }
    return payments;
  }

  async function codeOf(shop: bigint): Promise<string> {
    const events = await readEvents(suite, market.contract, market.contract.filters.ShopRegistered(shop));
    return decodeBytes32String(events[0]?.args.code ?? "");
  }

  test("250.00 are followed to the shops, to the cent, with the transaction of every payment", async () => {
    const payments = await paidFromTheGift();
    assert.equal(
      payments.reduce((sum, { amount }) => sum + amount, 0n),
      GIFT,
    );
    assert.ok(payments.length > 1, "the gift went to more than one shop");

    const opened = await visit(browser, `${world.url}/`);
    const { page } = opened;
    await page.getByRole("link", { name: "Follow my contribution" }).first().click();
    await page.getByLabel("Your reference").fill(REFERENCE);
    await page.getByRole("button", { name: "Show the way of my money" }).click();
    await page.getByRole("heading", { name: "You gave 250.00 USD" }).waitFor();
    await page.getByText("Together 250.00 USD: all that you gave, and not a cent more.").waitFor();
    const arrived = page
      .getByRole("table", { name: "Where it is now" })
      .getByRole("row", { name: /^Arrived/ });
    assert.match((await arrived.textContent()) ?? "", /250\.00/);

    const rows = page
      .getByRole("table", { name: "In detail" })
      .getByRole("row")
      .filter({ hasText: "Arrived" });
    assert.equal(await rows.count(), payments.length);
    for (const { shop, amount } of payments) {
      const row = rows.filter({ hasText: shop });
      const text = (await row.textContent()) ?? "";
      assert.ok(text.includes(`${inDollars(amount)}\u00a0USD`), `${shop}: ${text}`);
    }
    const answer = await followed();
    assert.deepEqual(
      answer.parts.map(({ shop, amount, transaction }) => [shop?.code, BigInt(amount), transaction]).sort(),
      payments.map(({ shop, amount, transaction }) => [shop, amount, transaction]).sort(),
    );
    await page.waitForLoadState("networkidle");
    await assertSound(opened, "follow");
    await page.context().close();
  });

  test("the same address shows the same way again, also on a phone, and a wrong reference finds nothing", async () => {
    const [fund] = (await ask<ListPage<FundSummary>>("/api/funds")).items;
    assert.ok(fund);
    const opened = await visit(
      browser,
      `${world.url}/follow?fund=${fund.address}&reference=${REFERENCE}`,
      phone,
    );
    await opened.page.getByText("Together 250.00 USD: all that you gave, and not a cent more.").waitFor();
    await opened.page.waitForLoadState("networkidle");
    await assertSound(opened, "follow on a phone");
    await opened.page.getByLabel("Your reference").fill("gift-250");
    await opened.page.getByRole("button", { name: "Show the way of my money" }).click();
    await opened.page.getByRole("alert").waitFor();
    assert.equal(await opened.page.getByRole("heading", { name: /^You gave/ }).count(), 0);
    await opened.page.context().close();
  });

  test("one changed row of the history database turns the check red, and names the figure", async () => {
    await verdictIs(AGREES);
    const [fund] = (await ask<ListPage<FundSummary>>("/api/funds")).items;
    assert.ok(fund);
    const database = new DatabaseSync(homeAt(world.folder).history, { timeout: 10_000 });
    try {
      await turnsRed(database, {
        table: "settlements",
        column: "payment",
        key: { programme: market.address, id: 1 },
      });
      await turnsRed(database, {
        table: "receipts",
        column: "amount",
        key: { programme: market.address, position: 1 },
      });
      await turnsRed(database, { table: "funds", column: "contributed", key: { address: fund.address } });
    } finally {
      database.close();
    }
  });

  interface Changed {
    readonly table: string;
    /** Holds money as decimal text. */
    readonly column: string;
    readonly key: Readonly<Record<string, string | number>>;
  }

  /** Raise the figure in the database by a cent, check, put it back, check. */
  async function turnsRed(database: DatabaseSync, { table, column, key }: Changed): Promise<void> {
    const where = Object.keys(key)
      .map((name) => `"${name}" = ?`)
      .join(" and ");
    const held = database.prepare(`select "${column}" as value from "${table}" where ${where}`);
    const write = database.prepare(`update "${table}" set "${column}" = ? where ${where}`);
    const values = Object.values(key);
    const honest = String(held.get(...values)?.value);
    assert.match(honest, /^\d+$/, table);
    const raised = String(BigInt(honest) + 10_000n);
    assert.equal(write.run(raised, ...values).changes, 1, table);
    await verdictIs(DIFFERS, [honest, raised].map(inDollars));
    write.run(honest, ...values);
    await verdictIs(AGREES);
  }

  /** Have a visitor check, who comes for the first time: what a browser has kept is not what the site says now. */
  async function verdictIs(verdict: RegExp, named: readonly string[] = []): Promise<void> {
    const { page } = await visit(browser, `${world.url}/verify`, desk);
    await page.getByLabel("Web address of a node").fill(world.rpc);
    await page.getByRole("button", { name: "Check all figures" }).click();
    await page.getByRole("heading", { name: verdict }).waitFor();
    const differing = page.getByRole("row").filter({ has: page.getByText("differs", { exact: true }) });
    assert.equal((await differing.count()) > 0, named.length > 0);
    const texts = (await differing.allTextContents()).join("\n");
    for (const figure of named) assert.ok(texts.includes(figure), `${figure} in ${texts}`);
    await page.context().close();
  }

  async function ask<T>(path: string): Promise<T> {
    const answer = await fetch(`${world.url}${path}`);
    assert.equal(answer.status, 200, path);
    return (await answer.json()) as T;
  }

  async function followed(): Promise<FollowView> {
    const [fund] = (await ask<ListPage<FundSummary>>("/api/funds")).items;
    assert.ok(fund);
    // The books of the contract say the same of the first step.
    const contract = IDonorFund__factory.connect(fund.address, suite.provider);
    assert.deepEqual([...(await contract.overlap(1, 1))], [GIFT, 0n]);
    return await ask<FollowView>(`/api/follow/${fund.address}/${REFERENCE}`);
  }
});

/** Millionths of a dollar, on the cent, as pages show them. */
function inDollars(amount: bigint | string): string {
  const cents = BigInt(amount) / 10_000n;
  return `${(cents / 100n).toLocaleString("en")}.${String(cents % 100n).padStart(2, "0")}`;
}
