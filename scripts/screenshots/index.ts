// SPDX-License-Identifier: Apache-2.0
// `npm run screenshots`: starts a fresh demonstration aside and writes pictures of all its pages to docs/images.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { browserFlags, findBrowser } from "../house/browser.ts";
import { projectFolder } from "../house/run.ts";
import { sign } from "../house/terminal.ts";
import { homeAt } from "../start/home.ts";
import { freePort } from "../start/ports.ts";
import { startAnnona } from "../start/run.ts";
import { DESK_WIDTH, Desks } from "./desks.ts";
import type { Picture } from "./picture.ts";
import { allPictures } from "./pictures.ts";

const IMAGES = join(projectFolder, "docs", "images");
/** Pages that ask the ledger and the office again and again never come to rest; this is how long a page may take to show all it has. */
const SETTLE = 1_200;

const executablePath = findBrowser();
/** Names of pictures, to take only these. */
const wanted = new Set(process.argv.slice(2));

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
    try {
      const desks = new Desks(browser, annona.url);
      await mkdir(IMAGES, { recursive: true });
      for (const picture of await allPictures(annona.url)) {
        if (wanted.size === 0 || wanted.has(picture.name)) await tryToTake(desks, picture);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await annona.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One page that has changed must not keep the others from being shown. */
async function tryToTake(desks: Desks, picture: Picture): Promise<void> {
  try {
    await take(await desks.at(picture), picture);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.exitCode = 1;
    console.error(`${sign.failed} ${picture.name}: ${error.message}`);
  }
}

async function take(
  page: Page,
  { name, path, heading, height, width = DESK_WIDTH, show }: Picture,
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForTimeout(SETTLE);
  await show?.(page);
  if (heading === undefined) await page.evaluate(() => window.scrollTo(0, 0));
  else {
    const place = page.getByRole("heading", { level: 2, name: heading });
    await place.evaluate((element) =>
      (element.closest("section") ?? element).scrollIntoView({ block: "start" }),
    );
  }
  if (show !== undefined) await page.waitForTimeout(SETTLE);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}
