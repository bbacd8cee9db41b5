// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import type { Browser } from "playwright-core";
import { desk, visit } from "../appBrowser.ts";

const AGREES = /^All [\d,]+ figures agree with the ledger$/;
const DIFFERS = /figures? of [\d,]+ do not agree with the ledger$/;

/** A site that a visitor checks against a node. */
export interface CheckedSite {
  readonly browser: Browser;
  readonly url: string;
  /** Of the node. */
  readonly rpc: string;
}

/** A row of the history database, and what somebody makes of it behind the server's back. */
export interface Changed {
  readonly table: string;
  readonly column: string;
  readonly key: Readonly<Record<string, string | number>>;
  readonly change: (honest: string) => string | number;
  /** What the line of the differing figure says, by what was written there before and after. */
  readonly named: (honest: string, changed: string) => readonly string[];
}

/** Have a visitor check, who comes for the first time: what a browser has kept is not what the site says now. */
export async function everythingAgrees(site: CheckedSite): Promise<void> {
  const { differing, close } = await check(site, AGREES);
  assert.deepEqual(differing, []);
  await close();
}

/** Change one value in the database, check, put it back, check. */
export async function turnsRed(
  site: CheckedSite,
  file: string,
  { table, column, key, change, named }: Changed,
): Promise<void> {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  try {
    const where = Object.keys(key)
      .map((name) => `"${name}" = ?`)
      .join(" and ");
    const write = database.prepare(`update "${table}" set "${column}" = ? where ${where}`);
    const values = Object.values(key);
    const held = database
      .prepare(`select "${column}" as value from "${table}" where ${where}`)
      .get(...values);
    const honest = held?.value;
    assert.ok(typeof honest === "string" || typeof honest === "number", `${table}: ${honest}`);
    const changed = change(String(honest));
    assert.equal(write.run(changed, ...values).changes, 1, table);
    const { differing, close } = await check(site, DIFFERS);
    for (const figure of named(String(honest), String(changed)))
      assert.ok(
        differing.some((line) => line.includes(figure)),
        `${table}.${column}: ${figure} in ${differing.join("\n")}`,
      );
    await close();
    write.run(honest, ...values);
  } finally {
    database.close();
  }
  await everythingAgrees(site);
}

interface Checked {
  /** Texts of the lines that differ. */
  readonly differing: readonly string[];
  close(): Promise<void>;
}

async function check({ browser, url, rpc }: CheckedSite, verdict: RegExp): Promise<Checked> {
  const { page } = await visit(browser, `${url}/verify`, desk);
  await page.getByLabel("Web address of a node").fill(rpc);
  await page.getByRole("button", { name: "Check all figures" }).click();
  await page.getByRole("heading", { name: verdict }).waitFor();
  const lines = page.getByRole("row").filter({ has: page.getByText("differs", { exact: true }) });
  return { differing: await lines.allTextContents(), close: () => page.context().close() };
}
