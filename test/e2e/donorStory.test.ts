// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { decodeBytes32String } from "ethers";
import type { Browser } from "playwright-core";
import { IDonorFund__factory } from "#bindings/index.ts";
import { openSuite } from "#scripts/cli/suite.ts";
import { homeAt } from "#scripts/start/home.ts";
import { listProgrammes, type ProgrammeHandle, readEvents, type Suite } from "#sdk/agency/index.ts";
import type { FollowView, FundSummary, Page as ListPage } from "#sdk/history/shapes/index.ts";
import { assertSound, noBrowser, openBrowser, phone, visit } from "./appBrowser.ts";
import { everythingAgrees, turnsRed } from "./support/verdict.ts";
import { startWorld, type World } from "./support/world.ts";

/** 250.00 dollars in millionths. */
const GIFT = 250_000_000n;
const REFERENCE = "GIFT-250";

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
    const site = { browser, url: world.url, rpc: world.rpc };
    await everythingAgrees(site);
    const [fund] = (await ask<ListPage<FundSummary>>("/api/funds")).items;
    assert.ok(fund);
    const raisedByACent = {
      change: (honest: string) => String(BigInt(honest) + 10_000n),
      named: (honest: string, raised: string) => [honest, raised].map(inDollars),
    };
    const { history } = homeAt(world.folder);
    const programme = market.address;
    await turnsRed(site, history, {
      ...raisedByACent,
      table: "settlements",
      column: "payment",
      key: { programme, id: 1 },
    });
    await turnsRed(site, history, {
      ...raisedByACent,
      table: "receipts",
      column: "amount",
      key: { programme, position: 1 },
    });
    await turnsRed(site, history, {
      ...raisedByACent,
      table: "funds",
      column: "contributed",
      key: { address: fund.address },
    });
  });

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
