// SPDX-License-Identifier: Apache-2.0
// `npm run screenshots`: starts a fresh demonstration aside and writes pictures of all its pages to docs/images.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { browserFlags, findBrowser } from "../house/browser.ts";
import { projectFolder } from "../house/run.ts";
import { homeAt } from "../start/home.ts";
import { freePort } from "../start/ports.ts";
import { startAnnona } from "../start/run.ts";
import { allPictures, DESK, type Picture } from "./pictures.ts";

const IMAGES = join(projectFolder, "docs", "images");

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
    for (const picture of await allPictures(annona.url)) await take(browser, annona.url, picture);
    await browser.close();
  } finally {
    await annona.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const {
    name,
    path,
    officer,
    heading,
    scheme = "light",
    width = DESK,
    height,
    language = "en-GB",
  } = picture;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale: language,
  });
  const page = await context.newPage();
  if (officer !== undefined) await playAs(page, url, officer);
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

/** Be one of the demonstration's officers, through the switch in the header. Their order there is that of the seed, in any language. */
async function playAs(page: Page, url: string, officer: string): Promise<void> {
  await page.goto(`${url}/console`);
  await page.getByRole("banner").getByRole("button", { expanded: false }).last().click();
  const names = ["Administrator", "Preparer", "Approver", "Approver 2", "Finance", "Custodian", "Guardian"];
  await page
    .getByRole("banner")
    .getByRole("listitem")
    .getByRole("button")
    .nth(names.indexOf(officer))
    .click();
  await page.waitForLoadState("networkidle");
}
