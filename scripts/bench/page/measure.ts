// SPDX-License-Identifier: Apache-2.0

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { publishApp } from "#scripts/app/publish.ts";
import { browserFlags, findBrowser } from "#scripts/house/browser.ts";
import { freshConsole } from "#scripts/start/builds.ts";
import { startHistoryServer } from "#server/history/server.ts";
import { type Agency, foundBenchAgency } from "../scale/agency.ts";
import { officeList } from "./officeList.ts";
import { announceWallet, WALLET_NAME } from "./wallet.ts";
import { scrollThrough, seenImport, watchImport } from "./watch.ts";

/** Milliseconds, megabytes or counts, by name. */
export type Figures = Record<string, number>;

const MONEY = 1_000_000n;
const TERMINALS = 1;
const PATIENCE = 120_000;

/** Import a list on the built console's own page and scroll through it. @throws Error without a browser on this machine. */
export async function measurePage(households: number): Promise<Figures> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error("No Chromium or Chrome was found; name one in CHROME_PATH.");
  const agency = await foundBenchAgency(MONEY, TERMINALS);
  try {
    const pages = await publishConsole(agency);
    const history = await serve(agency, pages);
    const browser = await chromium.launch({ executablePath, args: [...browserFlags] });
    try {
      return await measureImport(browser, { agency, url: history.url, households });
    } finally {
      await browser.close();
      await history.stop();
    }
  } finally {
    await agency.stop();
  }
}

async function publishConsole({ office, folder }: Agency): Promise<string> {
  const { suite, programme } = office;
  const out = join(folder, "pages");
  const app = await freshConsole((line) => process.stderr.write(`${line}\n`));
  await publishApp({
    app,
    out,
    config: {
      format: "annona-config-1",
      chain: { id: suite.deployment.chainId, name: "Bench Ledger", rpcUrl: rpcOf(suite) },
      historyUrl: "",
      officeUrl: null,
      organisation: programme.organisation,
      deployment: suite.deployment,
    },
  });
  return out;
}

function serve({ office: { suite }, folder }: Agency, staticFolder: string) {
  return startHistoryServer({
    port: 0,
    rpcUrl: rpcOf(suite),
    deployment: suite.deployment,
    database: { sqliteFile: join(folder, "history.sqlite") },
    staticFolder,
  });
}

function rpcOf({ provider }: Agency["office"]["suite"]): string {
  return provider._getConnection().url;
}

interface Scene {
  readonly agency: Agency;
  readonly url: string;
  readonly households: number;
}

async function measureImport(browser: Browser, { agency, url, households }: Scene): Promise<Figures> {
  const { suite, programme, people } = agency.office;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  page.setDefaultTimeout(PATIENCE);
  const chainId = `0x${suite.deployment.chainId.toString(16)}`;
  await page.addInitScript(announceWallet, { address: people.preparer.address, chainId });
  await page.addInitScript(watchImport, `${households.toLocaleString("en-GB")} household`);
  await page.goto(`${url}/console/programmes/${programme.address}/new-cycle`);
  await connect(page);

  // From a file, as an officer has it: one that is handed over in memory is first unpacked in the page.
  const csv = officeList(households);
  const file = join(agency.folder, "list.csv");
  await writeFile(file, csv);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await choosing).setFiles(file);
  const seen = await (await page.waitForFunction(seenImport)).jsonValue();
  if (seen === undefined) throw new Error("The page saw no import.");

  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("Every row is good.").waitFor();
  const table = page.getByRole("table", { name: "Good rows" });
  const { late, rows } = await table.locator("..").evaluate(scrollThrough);
  return {
    households,
    file_mb: Number((csv.length / 1e6).toFixed(1)),
    import_ms: Math.round(seen.import_ms),
    longest_block_ms: Math.round(seen.longest_block_ms),
    scrolled_rows: rows,
    frames_over_50ms: late,
  };
}

async function connect(page: Page): Promise<void> {
  const header = page.getByRole("banner");
  await header.getByRole("button", { name: "Connect", exact: true }).click();
  await header.getByRole("button", { name: `Connect with ${WALLET_NAME}` }).click();
  await page.getByRole("button", { name: "Choose a file" }).waitFor();
  await page.keyboard.press("Escape");
}
