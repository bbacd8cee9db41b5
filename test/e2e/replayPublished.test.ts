// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type IDonorFund, IDonorFund__factory } from "#bindings/index.ts";
import { publishApp } from "#scripts/app/publish.ts";
import { createFund } from "#scripts/seed/donorFund.ts";
import { createProgramme, deployDollar } from "#scripts/seed/programme.ts";
import { freshConsole } from "#scripts/start/builds.ts";
import { freePort } from "#scripts/start/ports.ts";
import type { FundSummary, OverviewView, Page, TimelineEntry } from "#sdk/history/shapes/index.ts";
import { type HistoryServer, startHistoryServer } from "#server/history/server.ts";
import { needs } from "#test/sdk/support/sharedData.ts";
import { noBrowser, openBrowser, visit } from "./appBrowser.ts";
import { openOffice, type TestOffice } from "./support/office.ts";

const FILE = "iati/UNHCR-Activities-2023.xml.gz";
const REAL_FILE = fileURLToPath(new URL(`../../../shared/data/${FILE}`, import.meta.url));
const FUND = "Published contributions";
/** USD 5,219,239,504.275 in millionths. */
const TOTAL = 5_219_239_504_275_000n;
const CONTRIBUTIONS = 2_678;

interface Replayed {
  readonly activities: number;
  readonly incoming: string;
  readonly contributions: number;
  readonly total: string;
  readonly leftOut: readonly unknown[];
  readonly sent: number;
  readonly before: number;
}

describe("a real published file, replayed as contributions", needs(FILE), () => {
  let office: TestOffice;
  let fund: IDonorFund;
  let server: HistoryServer;

  before(async () => {
    office = await openOffice();
    const { suite, people, organisation } = office;
    const dollar = await deployDollar(people);
    // A programme says what the token stands for.
    await createProgramme(suite, people, {
      organisation,
      name: "Refugee response",
      asset: dollar,
      currency: "USD",
      step: 1n,
      modality: "cash",
      purpose: "72010",
      bands: [{ upTo: 1n, approvers: 1, needsRelease: false }],
    });
    fund = IDonorFund__factory.connect(await createFund(office, dollar, FUND), suite.provider);
    server = await startHistoryServer({
      port: await freePort(),
      rpcUrl: office.chain.url,
      deployment: suite.deployment,
      database: { sqliteFile: join(office.folder, "history.sqlite") },
      staticFolder: await publishPages(office),
      pollEvery: 200,
    });
  });
  after(async () => {
    await server?.stop();
    await office?.stop();
  });

  const replay = (...more: string[]) =>
    office.data<Replayed>("replay", "iati", REAL_FILE, "--fund", FUND, "--mint", ...more);

  async function ask<T>(path: string): Promise<T> {
    const answer = await fetch(`${server.url}${path}`);
    assert.equal(answer.status, 200, path);
    return (await answer.json()) as T;
  }

  test("every transaction becomes a contribution, to the thousandth of a dollar, and none twice", async () => {
    const dry = await replay("--dry-run");
    assert.deepEqual([dry.contributions, dry.total, dry.sent], [CONTRIBUTIONS, "5219239504.275", 0]);
    assert.equal((await fund.totals()).contributed, 0n);

    const first = await replay();
    assert.deepEqual([first.activities, first.incoming, first.leftOut], [134, "11", []]);
    assert.deepEqual([first.sent, first.before], [CONTRIBUTIONS, 0]);
    const again = await replay();
    assert.deepEqual([again.sent, again.before], [0, CONTRIBUTIONS]);

    assert.equal((await fund.totals()).contributed, TOTAL);
    assert.equal(await fund.nextContributionId(), BigInt(CONTRIBUTIONS + 1));
    const events = await fund.queryFilter(fund.filters.Contributed());
    assert.equal(events.length, CONTRIBUTIONS);
    assert.equal(
      events.reduce((sum, { args }) => sum + args.amount, 0n),
      TOTAL,
    );
  });

  test("the history has the same total: overview, fund, and the entries that add up to it", async () => {
    await indexed();
    const { assets, funds } = await ask<OverviewView>("/api/overview");
    const [asset, ...others] = assets;
    assert.ok(asset);
    assert.deepEqual([others.length, funds], [0, 1]);
    const contributed = asset.states.find(({ state }) => state === "contributed");
    assert.equal(contributed?.amount, String(TOTAL));
    assert.equal(contributed.entries, CONTRIBUTIONS);
    assert.deepEqual([asset.whereabouts.inFunds, asset.unexplained], [String(TOTAL), "0"]);
    const { items } = await ask<Page<FundSummary>>("/api/funds");
    assert.equal(items[0]?.contributed, String(TOTAL));
    assert.equal(await sumOfEntries(asset.asset), TOTAL);
  });

  test("the donors' overview shows that total, and it opens to the contributions", {
    skip: noBrowser,
  }, async () => {
    const browser = await openBrowser();
    try {
      const { page, complaints } = await visit(browser, `${server.url}/`);
      const number = page.getByRole("link", {
        name: /^Contributed: 5,219,239,504\.275\sUSD, 2,678 entries$/,
      });
      await number.click();
      await page.waitForURL(/\/timeline\?/);
      await page.getByRole("heading", { level: 1 }).waitFor();
      // The list begins with this entry, whichever way it runs.
      const { items } = await ask<Page<TimelineEntry>>("/api/timeline?state=contributed&limit=1");
      await page
        .getByText(items[0]?.note ?? "no reference")
        .first()
        .waitFor({ state: "attached" });
      assert.deepEqual(complaints, []);
    } finally {
      await browser.close();
    }
  });

  /** Wait until the history has every block. */
  async function indexed(): Promise<void> {
    const head = await office.suite.provider.getBlockNumber();
    for (;;) {
      const { indexedTo } = await ask<{ indexedTo: { number: number } | null }>("/api/status");
      if ((indexedTo?.number ?? -1) >= head) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function sumOfEntries(asset: string): Promise<bigint> {
    let sum = 0n;
    let cursor: string | null = "";
    while (cursor !== null) {
      const from: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page<TimelineEntry> = await ask(
        `/api/timeline?asset=${asset}&state=contributed&limit=500${from}`,
      );
      for (const { amount } of page.items) sum += BigInt(amount ?? "0");
      cursor = page.nextCursor;
    }
    return sum;
  }
});

/** The built app for this chain, served by the history server itself. */
async function publishPages({ folder, chain, suite, organisation }: TestOffice): Promise<string> {
  const out = join(folder, "pages");
  await publishApp({
    app: process.env.ANNONA_TEST_CONSOLE ?? (await freshConsole(() => undefined)),
    out,
    config: {
      format: "annona-config-1",
      chain: { id: suite.chainId, name: "Test ledger", rpcUrl: chain.url },
      historyUrl: "",
      officeUrl: null,
      organisation,
      deployment: suite.deployment,
    },
  });
  return out;
}
