// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page as BrowserPage } from "playwright-core";
import { openSuite } from "#scripts/cli/suite.ts";
import {
  type AgreementSummary,
  type CouncilView,
  type FundSummary,
  type OverviewView,
  type Page,
  rpcChain,
} from "#sdk/history/index.ts";
import { parseAmount } from "#sdk/money/index.ts";
import { Follower } from "#server/history/follower.ts";
import { identityOf } from "#server/history/server.ts";
import { writeSnapshot } from "#server/history/snapshot/writeSnapshot.ts";
import { SqlStore } from "#server/history/store/sqlStore.ts";
import { type StaticSite, startStaticSite } from "../support/staticSite.ts";
import {
  assertSoundInViews,
  desk,
  noBrowser,
  type OpenedPage,
  openBrowser,
  phone,
  type View,
  visit,
} from "./appBrowser.ts";
import { startWorld, type World } from "./support/world.ts";

/** Nobody listens here. */
const NOBODY = "http://127.0.0.1:9";

describe("what anybody can check without a wallet", { skip: noBrowser }, () => {
  let world: World;
  let browser: Browser;
  let folder: string;
  let site: StaticSite;

  before(async () => {
    [world, browser] = await Promise.all([startWorld(), openBrowser()]);
    folder = await mkdtemp(join(tmpdir(), "annona-donor-"));
    await publishStatic(world, folder);
    site = await startStaticSite(folder);
  });

  after(async () => {
    await browser?.close();
    await site?.stop();
    await world?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  async function checkWith(page: BrowserPage, node: string): Promise<void> {
    await page.getByLabel("Web address of a node").fill(node);
    await page.getByRole("button", { name: /^Check (all figures|again)$/ }).click();
  }

  test("every figure of the site agrees with the ledger, computed in the browser", async () => {
    const { page, complaints } = await visit(browser, `${world.url}/verify`);
    await checkWith(page, world.rpc);
    const verdict = page.getByRole("heading", { name: /^All [\d,]+ figures agree with the ledger$/ });
    await verdict.waitFor();
    assert.ok(
      Number(((await verdict.textContent()) ?? "").replace(/\D/g, "")) > 1_000,
      (await verdict.textContent()) ?? "",
    );
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test("a node that is none, another ledger's, or not as far, is told by number", async () => {
    const { page } = await visit(browser, `${world.url}/verify`);
    await checkWith(page, "node");
    await page.getByText(/not the web address of a node/).waitFor();
    await checkWith(page, NOBODY);
    await page.getByText("Error APP-463").waitFor();
    const nonsense = await startNode(() => "nonsense");
    await checkWith(page, nonsense.url);
    await page.getByText("Error APP-465").waitFor();

    const behind = await startNode((method) => (method === "eth_chainId" ? "0x7a69" : "0x1"));
    await checkWith(page, behind.url);
    await page.getByText("Error APP-467").waitFor();
    const other = await startNode(() => "0x1");
    await checkWith(page, other.url);
    await page.getByText("Error APP-466").waitFor();
    await Promise.all([nonsense.stop(), behind.stop(), other.stop(), page.context().close()]);
  });

  test("a check that was stopped leaves nothing behind, and can be begun again", async () => {
    const silent = await startNode(() => new Promise(() => undefined));
    const { page } = await visit(browser, `${world.url}/verify`);
    await checkWith(page, silent.url);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Check all figures" }).waitFor();
    assert.equal(await page.getByRole("heading", { name: "Checking" }).count(), 0);
    await checkWith(page, world.rpc);
    await page.getByRole("heading", { name: /agree with the ledger$/ }).waitFor();
    await Promise.all([silent.stop(), page.context().close()]);
  });

  test("the pages run on a snapshot without any server, say how old it is, and it can be checked, too", async () => {
    const { page, complaints } = await visit(browser, `${site.url}/programmes`);
    await page.getByText("A snapshot, not live figures.").waitFor();
    await page.getByText(/It was taken .* and shows the ledger to block/).waitFor();
    await page.getByRole("link", { name: "Food vouchers, northern districts" }).click();
    await page.getByRole("heading", { name: "Receipts" }).waitFor();
    await page.getByRole("button", { name: "Show older" }).first().click();
    await page.goto(`${site.url}/verify`);
    await checkWith(page, world.rpc);
    await page.getByRole("heading", { name: /^All [\d,]+ figures agree/ }).waitFor();
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test("one changed figure of the snapshot turns the check red, and is named with both numbers", async () => {
    const file = join(folder, "snapshot", "api", "programmes.json");
    const { items } = JSON.parse(await readFile(file, "utf8")) as { items: { address: string }[] };
    const detail = join(folder, "snapshot", "api", "programmes", `${items[0]?.address}.json`);
    const honest = await readFile(detail, "utf8");
    const free = /"free":"(\d+)"/.exec(honest)?.[1];
    assert.ok(free, "the programme has free money");
    const raised = (BigInt(free) + 1_000_000n).toString();
    await writeFile(detail, honest.replace(`"free":"${free}"`, `"free":"${raised}"`));
    const { page } = await visit(browser, `${site.url}/verify`);
    await checkWith(page, world.rpc);
    await page.getByRole("heading", { name: /^1 figure of [\d,]+ do not agree/ }).waitFor();
    const row = page.getByRole("row").filter({ hasText: "differs" });
    assert.equal(await row.count(), 1);
    const grouped = (digits: string) => Number(digits).toLocaleString("en-GB");
    const text = (await row.textContent()) ?? "";
    assert.ok(text.includes(grouped(free)) || text.includes("."), text);
    await writeFile(detail, honest);
    await page.context().close();
  });

  test("each number of the overview opens the entries that add up to it", async () => {
    const { assets } = await ask<OverviewView>("/api/overview");
    const overview = assets.find(({ currency }) => currency.code === "USD");
    assert.ok(overview, "money in dollars");
    const redeemed = overview.states.find(({ state }) => state === "redeemed");
    assert.ok(redeemed && redeemed.entries > 0, "households have spent some");
    const { page } = await visit(browser, world.url);
    await page.getByRole("heading", { name: "Where the money goes" }).waitFor();
    await page
      .getByRole("region", { name: "Money in USD" })
      .getByRole("link", { name: /^Redeemed: / })
      .click();
    await page.getByRole("heading", { level: 1, name: "What makes up “Redeemed”" }).waitFor();
    const rows = page.getByRole("region", { name: "Entries" }).getByRole("row");
    await page.getByRole("rowheader").first().waitFor();
    const amounts = await rows.locator("td:nth-child(4)").allTextContents();
    assert.equal(amounts.length, redeemed.entries);
    const cents = amounts.map((text) => parseAmount(text.replace(/[^\d.-]/g, ""), overview.currency));
    assert.equal(
      cents.reduce((sum, amount) => sum + amount, 0n),
      BigInt(redeemed.amount),
    );
    await page.context().close();
  });

  test("a donor follows a reference on static pages, too, and one that nobody gave is told by number", async () => {
    const { page, complaints } = await visit(browser, `${site.url}/follow`);
    await page.getByLabel("Your reference").fill("GIFT-250");
    await page.getByRole("button", { name: "Show the way of my money" }).click();
    await page.getByRole("heading", { name: /^You gave 250\.00\sUSD$/ }).waitFor();
    await page.getByText(/Together 250\.00\sUSD: all that you gave, and not a cent more\./).waitFor();
    await page.getByLabel("Your reference").fill("GIFT-251");
    await page.getByRole("button", { name: "Show the way of my money" }).click();
    await page.getByText("Error APP-105").waitFor();
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test("who governs and what they decided is read on static pages, too, and put into words there", async () => {
    const { page, complaints } = await visit(browser, `${site.url}/council`);
    await page.getByRole("heading", { level: 1, name: "How it is governed" }).waitFor();
    const { members, proposals } = await ask<CouncilView>("/api/council");
    const rows = page.getByRole("table", { name: "Members" }).getByRole("row");
    await rows.filter({ hasText: "Acacia Aid" }).waitFor();
    assert.equal(await rows.count(), members.length + 1);
    const open = page.getByRole("region", { name: "To be decided" });
    await open.locator("summary").first().click();
    await open
      .getByText("This browser compared the text with its fingerprint: they agree.")
      .first()
      .waitFor();
    assert.equal(await page.getByText(/^Proposal \d+$/).count(), proposals.length);
    assert.equal(await page.getByText("An unknown call").count(), 0);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test("pages for everybody are sound: in English, in French and, from right to left, in Arabic", async () => {
    const [fund] = (await ask<Page<FundSummary>>("/api/funds")).items;
    const [agreement] = (await ask<Page<AgreementSummary>>("/api/agreements")).items;
    assert.ok(fund && agreement, "the demonstration has a fund and an agreement");
    const paths = [
      "/",
      "/programmes",
      "/funds",
      `/funds/${fund.address}`,
      "/agreements",
      `/agreements/${agreement.address}`,
      "/council",
      "/timeline",
      `/follow?fund=${fund.address}&reference=GIFT-250`,
      "/verify",
      "/documents",
    ];
    await seenIn("ar", paths, [phone, desk]);
    await seenIn("fr", paths, [{ width: 360, scheme: "light" }]);
    await seenIn("en", paths, [{ width: 1280, scheme: "dark" }]);
  });

  async function ask<Answer>(path: string): Promise<Answer> {
    const response = await fetch(`${world.url}${path}`);
    assert.equal(response.status, 200, path);
    return (await response.json()) as Answer;
  }

  /** A visitor of one language goes from page to page by their addresses. */
  async function seenIn(language: string, paths: readonly string[], seen: readonly View[]): Promise<void> {
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    for (const path of paths) await seenAt({ page, complaints }, language, path, seen);
    await context.close();
  }

  async function seenAt(
    { page, complaints }: OpenedPage,
    language: string,
    path: string,
    seen: readonly View[],
  ): Promise<void> {
    await page.goto(`${world.url}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    const main = page.getByRole("main");
    assert.equal(await main.getAttribute("lang"), language);
    assert.equal(await main.getAttribute("dir"), language === "ar" ? "rtl" : "ltr");
    // A heading may be a name that an organisation gave in another language.
    if (language === "ar") assert.match((await main.textContent()) ?? "", /\p{Script=Arabic}{3}/u);
    await assertSoundInViews({ page, complaints }, `${path} in ${language}`, { seen });
  }
});

/** The app of the world and a snapshot of its ledger, for a host that knows nothing but files. */
async function publishStatic(world: World, out: string): Promise<void> {
  await cp(join(world.folder, "app"), out, { recursive: true });
  const config = JSON.parse(await readFile(join(out, "config.json"), "utf8"));
  const changed = { ...config, historyUrl: null, snapshotUrl: "/snapshot", officeUrl: null };
  await writeFile(join(out, "config.json"), JSON.stringify(changed));
  const { deployment } = await openSuite(world);
  const store = await SqlStore.open({ sqliteFile: join(out, "index.sqlite") }, identityOf(deployment));
  try {
    const follower = new Follower({ chain: rpcChain(world.rpc), store, deployment });
    await follower.catchUp();
    await writeSnapshot({ store, follower, deployment, out: join(out, "snapshot") });
  } finally {
    await store.close();
  }
}

/** Something that answers like a node, with what a test wants it to say. */
async function startNode(answer: (method: string) => unknown): Promise<StaticSite> {
  const server = createServer((request, response) => {
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    if (request.method === "OPTIONS") return void response.writeHead(204, headers).end();
    let body = "";
    request.on("data", (piece: Buffer) => {
      body += piece.toString();
    });
    request.on("end", async () => {
      const { id, method } = JSON.parse(body) as { id: number; method: string };
      const result = await answer(method);
      response.writeHead(200, { ...headers, "content-type": "application/json" });
      response.end(JSON.stringify({ jsonrpc: "2.0", id, result }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
