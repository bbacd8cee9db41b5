// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from "playwright-core";
import { demoPlayers, ORGANISATIONS } from "#scripts/seed/cast.ts";

/** At whose desk a picture is taken, and how the page looks there. */
export interface DeskChoice {
  /** As the seed calls the officer; nobody on public pages. */
  readonly officer?: string;
  readonly scheme?: "light" | "dark";
  readonly width?: number;
  readonly language?: "en-GB" | "fr-FR" | "ar";
}

export const DESK_WIDTH = 1280;
export const PHONE_WIDTH = 360;
const HEIGHT = 900;
/** A first page may wait for its code, for the ledger and for the office. */
const PATIENCE = 40_000;

/** Open browser windows, one for each way of looking at the pages; an officer signs in once in each. */
export class Desks {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #open = new Map<string, Page>();

  constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  /** The window for a picture. */
  async at(choice: DeskChoice): Promise<Page> {
    const { officer, scheme = "light", width = DESK_WIDTH, language = "en-GB" } = choice;
    const key = [officer, scheme, width, language].join(" ");
    const known = this.#open.get(key);
    if (known !== undefined) return known;
    const context = await this.#browser.newContext({
      baseURL: this.#url,
      viewport: { width, height: HEIGHT },
      colorScheme: scheme,
      locale: language,
      timezoneId: "UTC",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    if (officer !== undefined) await playAs(page, officer);
    this.#open.set(key, page);
    return page;
  }
}

/** Be one of the demonstration's officers, in any language: the console offers them in the order of the seed. */
export async function playAs(page: Page, officer: string): Promise<void> {
  const players = demoPlayers();
  const place = players.findIndex(({ name }) => name === officer);
  const player = players[place];
  if (player === undefined) throw new Error(`The demonstration has no officer "${officer}".`);
  await page.goto("/console");
  const main = page.getByRole("main");
  // Buttons that can be pressed down stand here for the officers only.
  const officers = main.locator("button[aria-pressed]");
  await officers.nth(place).click();
  await officers.first().waitFor({ state: "detached" });
  // The demonstration's one office is Baobab's, where the partner's people have files, too.
  if (player.group === ORGANISATIONS.partner) await signInAtTheTop(page);
  if (player.group !== ORGANISATIONS.baobab) return;
  // The first button of the page is then the one that signs in there.
  const signIn = main.getByRole("button").first();
  await signIn.click();
  await signIn.waitFor({ state: "detached" });
}

/** For those to whom the first page of the console does not offer it: in the panel of the header, in the words of the English pages. */
async function signInAtTheTop(page: Page): Promise<void> {
  const header = page.getByRole("banner");
  await header.getByRole("button", { name: /0x/ }).first().click();
  await header.getByRole("button", { name: "Sign in to the office" }).click();
  await header.getByRole("button", { name: "Sign out" }).waitFor();
  await page.keyboard.press("Escape");
}
