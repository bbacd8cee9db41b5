// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { OverviewView } from "#sdk/history/shapes/index.ts";
import { assertSoundInViews, desk, noBrowser, phone, visit } from "./appBrowser.ts";
import { picture } from "./console/support/council.ts";
import { liveThrough, type MonthDone, type MonthPlan } from "./console/support/manyMonths.ts";
import { openWorld, type World } from "./console/support/world.ts";
import { caughtUp } from "./support/historyProcess.ts";

/** A year and two months: lean ones, one in which nothing happens, and a great gift. */
const PLANS: readonly MonthPlan[] = [
  { given: 2_000n, allocated: 1_500n, households: 2, settles: true },
  { given: 3_500n, allocated: 2_000n, households: 3, settles: true },
  { given: 1_250n, allocated: 2_250n, households: 4, settles: false },
  { given: 4_000n, allocated: 3_000n, households: 3, settles: true },
  { given: 0n, allocated: 0n, households: 0, settles: false },
  { given: 2_750n, allocated: 1_000n, households: 2, settles: true },
  { given: 9_600n, allocated: 4_500n, households: 4, settles: false },
  { given: 1_100n, allocated: 3_200n, households: 5, settles: true },
  { given: 2_400n, allocated: 2_800n, households: 3, settles: true },
  { given: 150n, allocated: 2_600n, households: 2, settles: true },
  { given: 5_200n, allocated: 3_900n, households: 4, settles: true },
  { given: 4_300n, allocated: 4_100n, households: 3, settles: false },
  { given: 3_800n, allocated: 3_600n, households: 2, settles: true },
  { given: 2_900n, allocated: 2_500n, households: 2, settles: true },
];
const STATES = ["contributed", "allocated", "redeemed", "settled"] as const;
const HEADING = "Month by month (USD)";

describe("the overview's chart of many months, with its table", { skip: noBrowser }, () => {
  let world: World;
  let months: readonly MonthDone[];

  before(async () => {
    world = await openWorld();
    months = byMonth(await liveThrough(world, PLANS));
    await caughtUp(world, world.history.url);
  });
  after(() => world?.stop());

  test("the table has every month, the latest first, and each amount to the cent", async () => {
    const { page } = await visit(world.browser, world.url, desk);
    const region = page.getByRole("region", { name: HEADING });
    await region.getByText("The chart's figures as a table").click();
    const rows = region.getByRole("row");
    await rows.nth(months.length).waitFor();
    assert.equal(await rows.count(), months.length + 1, "a row for each month, and the headings");
    const shown = (await rows.allTextContents()).slice(1);
    assert.deepEqual(shown, months.map(rowText).toReversed());
    await page.context().close();
  });

  test("all months together are the totals of the states", async () => {
    const { assets } = (await (await fetch(`${world.history.url}/api/overview`)).json()) as OverviewView;
    const [dollars] = assets;
    assert.ok(dollars);
    for (const state of STATES) {
      const total: string | undefined = dollars.states.find((one) => one.state === state)?.amount;
      assert.equal(total, String(months.reduce((sum, month) => sum + month[state], 0n)), state);
    }
  });

  test("the latest twelve are drawn against one scale, each bar as high as its amount", async () => {
    const { page } = await visit(world.browser, world.url, desk);
    const region = page.getByRole("region", { name: HEADING });
    await region.getByText("The latest 12 months are drawn; the table has all of them.").waitFor();
    const heights = await region
      .locator("ol > li")
      .evaluateAll((items) =>
        items.map((item) =>
          [...item.querySelectorAll("[data-state]")].map((bar) => bar.getBoundingClientRect().height),
        ),
      );
    const drawn = months.slice(-12);
    assert.equal(heights.length, drawn.length);
    const [largest, highest] = [
      Math.max(...drawn.flatMap((month) => STATES.map((state) => Number(month[state])))),
      Math.max(...heights.flat()),
    ];
    for (const [i, month] of drawn.entries())
      for (const [j, state] of STATES.entries()) {
        const expected = (Number(month[state]) / largest) * highest;
        assert.ok(Math.abs((heights[i]?.[j] ?? -1) - expected) < 1, `${month.month} ${state}`);
      }
    await page.context().close();
  });

  test("nothing is too wide and axe finds nothing, in English and from right to left", async () => {
    const opened = await visit(world.browser, world.url, phone);
    await opened.page.getByRole("region", { name: HEADING }).waitFor();
    await assertSoundInViews(opened, "many months", {
      also: async ({ width, scheme }) => picture(opened, "months", `${width}-${scheme}`),
    });
    await opened.page.context().close();
    const context = await world.browser.newContext({ locale: "ar", viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    await page.goto(world.url);
    await page.locator("ol > li").nth(11).waitFor({ state: "attached" });
    await assertSoundInViews({ page, complaints: [] }, "many months in Arabic", {
      also: async ({ width, scheme }) => picture({ page }, "months-ar", `${width}-${scheme}`),
    });
    await context.close();
  });
});

/** One entry a month, quiet ones between included. */
function byMonth(done: readonly MonthDone[]): MonthDone[] {
  const known = new Map<string, MonthDone>();
  for (const { month, ...amounts } of done) {
    const sum = known.get(month) ?? quiet(month);
    for (const state of STATES) sum[state] += amounts[state];
    known.set(month, sum);
  }
  const numbers = [...known.keys()].map(numberOf);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return Array.from({ length: last - first + 1 }, (_, i) => textOf(first + i)).map(
    (month) => known.get(month) ?? quiet(month),
  );
}

function quiet(month: string): MonthDone {
  return { month, contributed: 0n, allocated: 0n, redeemed: 0n, settled: 0n };
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function textOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** As the table shows it. */
function rowText(done: MonthDone): string {
  const date = new Date(`${done.month}-01T00:00:00Z`);
  const month = date.toLocaleDateString("en", { month: "long", year: "numeric", timeZone: "UTC" });
  const amounts = STATES.map((state) =>
    (Number(done[state]) / 1_000_000).toLocaleString("en", { minimumFractionDigits: 2 }),
  );
  return [month, ...amounts].join("");
}
