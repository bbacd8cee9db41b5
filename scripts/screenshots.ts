// SPDX-License-Identifier: Apache-2.0
// `npm run screenshots`: starts a fresh demonstration aside and writes the pictures of its pages to docs/images.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { z } from "zod";
import { browserFlags, findBrowser } from "./house/browser.ts";
import { projectFolder } from "./house/run.ts";
import { homeAt } from "./start/home.ts";
import { freePort } from "./start/ports.ts";
import { startAnnona } from "./start/run.ts";

interface Picture {
  readonly name: string;
  /** Page from the address of the app. */
  readonly path: string;
  readonly scheme: "light" | "dark";
  readonly width: number;
  readonly height: number;
  /** Heading to scroll to; the top when there is none. */
  readonly heading?: string;
}

const IMAGES = join(projectFolder, "docs", "images");
const DESK = 1280;
const PHONE = 360;

const settlementsSchema = z.object({ items: z.array(z.object({ statement: z.string() })) });
const programmesSchema = z.object({ items: z.array(z.object({ address: z.string(), name: z.string() })) });

const executablePath = findBrowser();
if (executablePath === undefined) {
  console.error("There is no Chromium or Chrome on this machine. Install one, or name it with CHROME_PATH.");
  process.exitCode = 1;
} else {
  await takeAll(executablePath);
}

async function takeAll(executablePath: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "annona-screenshots-"));
  const annona = await startAnnona({
    home: homeAt(folder),
    deployments: join(folder, "deployments"),
    appPort: await freePort(),
    chainPort: await freePort(),
    officePort: await freePort(),
    tell: (line) => console.log(`  ${line}`),
  });
  try {
    const browser = await chromium.launch({ executablePath, args: [...browserFlags] });
    await mkdir(IMAGES, { recursive: true });
    for (const picture of await pictures(annona.url)) await take(browser, annona.url, picture);
    await browser.close();
  } finally {
    await annona.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function pictures(url: string): Promise<Picture[]> {
  const { items } = await ask(`${url}/api/programmes`, programmesSchema);
  // The voucher programme shows every kind of money at once.
  const shown = items.find(({ name }) => name.startsWith("Food vouchers")) ?? items[0];
  const settled = await ask(`${url}/api/programmes/${shown?.address}/settlements`, settlementsSchema);
  const programme = `/programmes/${shown?.address}`;
  const document = `/documents?hash=${settled.items[0]?.statement}`;
  return [
    { name: "programmes", path: "/programmes", scheme: "light", width: DESK, height: 520 },
    { name: "programme", path: programme, scheme: "light", width: DESK, height: 960 },
    { name: "programme-dark", path: programme, scheme: "dark", width: DESK, height: 960 },
    { name: "receipts", path: programme, scheme: "light", width: DESK, height: 700, heading: "Receipts" },
    { name: "programme-phone", path: programme, scheme: "light", width: PHONE, height: 800 },
    { name: "documents", path: document, scheme: "light", width: DESK, height: 760 },
  ];
}

async function ask<T>(url: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await (await fetch(url)).json());
}

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { name, path, scheme, width, height, heading } = picture;
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  if (heading !== undefined) {
    const place = page.getByRole("heading", { level: 2, name: heading });
    await place.evaluate((element) => element.scrollIntoView({ block: "start" }));
  }
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  await context.close();
  console.log(`docs/images/${name}.png`);
}
