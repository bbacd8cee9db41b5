// SPDX-License-Identifier: Apache-2.0

import type { BrowserContext, Page } from "playwright-core";
import type { PersonName } from "#scripts/seed/people.ts";
import { desk as deskView, type View } from "../../appBrowser.ts";
import { TestWallet } from "./wallet.ts";
import type { World } from "./world.ts";

const PATIENCE = 30_000;

/** An officer at their own browser, with their own wallet. */
export interface Desk {
  readonly world: World;
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly wallet: TestWallet;
  /** Everything that the page wrote into the browser's console. */
  readonly said: string[];
  /** Errors of scripts and everything that the content policy refused. */
  readonly complaints: string[];
  /** Every address that the browser asked for or showed. */
  readonly visited: string[];
  /** Text of every sheet that was printed. */
  readonly printed: string[];
  /** Everything that the browser sent, as hex. */
  readonly sent: string[];
  /** What the browser keeps. */
  readonly kept: () => Promise<string>;
  leave(): Promise<void>;
}

export interface DeskOptions {
  readonly view?: View;
  readonly locale?: string;
  /** Further keys of the wallet after the officer's own. */
  readonly otherAccounts?: readonly PersonName[];
  /** Chain on which the wallet is in the beginning. */
  readonly chainId?: number;
}

/** Every desk that is open, so that a failing test can show them. */
const open = new Set<Desk>();
/** What desks that were left had said, asked for, sent and kept. */
const left: DeskTraces[] = [];

/** What an officer's browser let out, or keeps. */
export interface DeskTraces {
  readonly texts: readonly string[];
  /** Bodies of requests, as hex. */
  readonly sent: readonly string[];
}

/** Everything that the browsers of this file's tests let out or keep. */
export async function tracesOfDesks(): Promise<DeskTraces[]> {
  return [...left, ...(await Promise.all([...open].map(tracesOf)))];
}

async function tracesOf({ said, complaints, visited, sent, kept }: Desk): Promise<DeskTraces> {
  return { texts: [...said, ...complaints, ...visited, await kept()], sent };
}

export function openDesks(): readonly Desk[] {
  return [...open];
}

/** Sit down at a browser that nobody has used before. Nobody is connected or signed in yet. */
export async function sitDown(world: World, name: PersonName, options: DeskOptions = {}): Promise<Desk> {
  const { view = deskView, locale = "en-GB", otherAccounts = [], chainId } = options;
  const wallet = await TestWallet.open({
    rpc: world.chain.url,
    keys: [name, ...otherAccounts].map((who) => world.people[who].privateKey),
    ...(chainId === undefined ? {} : { chainId }),
  });
  const context = await world.browser.newContext({
    viewport: { width: view.width, height: 900 },
    colorScheme: view.scheme,
    locale,
    timezoneId: "UTC",
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE);
  await wallet.installIn(context);
  const printed: string[] = [];
  await context.exposeFunction("annonaTestPrints", (text: string) => void printed.push(text));
  await context.addInitScript(printIntoTest);
  await context.addInitScript(runAhead, world.ahead() * 1_000);
  const page = await context.newPage();
  const desk: Desk = {
    world,
    name,
    page,
    context,
    wallet,
    printed,
    ...watch(page, context),
    kept: async () => JSON.stringify([await context.storageState(), await page.evaluate(dumpStorage)]),
    async leave() {
      try {
        left.push(await tracesOf(desk));
      } finally {
        open.delete(desk);
        wallet.close();
        await context.close();
      }
    },
  };
  open.add(desk);
  return desk;
}

function watch(page: Page, context: BrowserContext): Pick<Desk, "said" | "complaints" | "visited" | "sent"> {
  const sent: string[] = [];
  const said: string[] = [];
  const complaints: string[] = [];
  const visited: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    said.push(message.text());
    // Servers that do not answer or refuse are part of the tests; what the policy refuses never is.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(message.text());
    }
  });
  context.on("request", (request) => {
    visited.push(request.url());
    const body = request.postDataBuffer();
    if (body !== null) sent.push(`0x${body.toString("hex")}`);
  });
  page.on("framenavigated", (frame) => visited.push(frame.url()));
  return { said, complaints, visited, sent };
}

/** In the page: everything in its storages, as text. */
async function dumpStorage(): Promise<string> {
  const parts: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
      parts.push(name, store, rows);
    }
    database.close();
  }
  return JSON.stringify(parts, (_, value) => (typeof value === "bigint" ? String(value) : value));
}

/** In the page: what would go to the printer goes to the test; a sheet printed by itself is the last thing on the page. */
function printIntoTest(): void {
  const told = window as unknown as { annonaTestPrints: (text: string) => void };
  window.print = () => {
    for (const sheet of document.querySelectorAll<HTMLElement>("body > div:last-of-type")) {
      told.annonaTestPrints(sheet.textContent);
    }
    window.dispatchEvent(new Event("afterprint"));
  };
}

/** In the page: the clock of a machine on which the world's days have passed. */
function runAhead(milliseconds: number): void {
  if (milliseconds === 0) return;
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: [] | [number]) {
      super(given.length === 0 ? Real.now() + milliseconds : (given[0] as number));
    }

    static override now(): number {
      return Real.now() + milliseconds;
    }
  } as DateConstructor;
}

/** What the header's buttons are called. */
interface HeaderWords {
  readonly connect: string;
  readonly connectWith: (wallet: string) => string;
  readonly signIn: string;
  readonly signOut: string;
}

const ENGLISH: HeaderWords = {
  connect: "Connect",
  connectWith: (wallet) => `Connect with ${wallet}`,
  signIn: "Sign in to the office",
  signOut: "Sign out",
};

export const FRENCH: HeaderWords = {
  connect: "Se connecter",
  connectWith: (wallet) => `Se connecter avec ${wallet}`,
  signIn: "Se connecter au bureau",
  signOut: "Quitter le bureau",
};

/** Connect the wallet, by the menu in the header, which stays open. */
export async function connect({ page, wallet }: Desk, words = ENGLISH): Promise<void> {
  const header = page.getByRole("banner");
  await header.getByRole("button", { name: words.connect, exact: true }).click();
  await header.getByRole("button", { name: words.connectWith(wallet.name) }).click();
  await header.getByRole("button", { name: /0x/ }).first().waitFor();
}

/** Sign in to the office, by the button that the page itself shows. */
export async function signIn({ page }: Desk): Promise<void> {
  const asking = page.getByRole("main").getByRole("button", { name: ENGLISH.signIn });
  await asking.first().click();
  await asking.first().waitFor({ state: "detached" });
}

/** Open the console, connect, and sign in to the office, all in the officer's panel of the header; then close it. */
export async function comeToWork(desk: Desk, words = ENGLISH): Promise<void> {
  const { page, world } = desk;
  await page.goto(`${world.url}/console`);
  await connect(desk, words);
  const header = page.getByRole("banner");
  await header.getByRole("button", { name: words.signIn }).click();
  await header.getByRole("button", { name: words.signOut }).waitFor();
  await page.keyboard.press("Escape");
  await header.getByRole("button", { name: words.signOut }).waitFor({ state: "hidden" });
}

/** An officer comes to work: opens the console and signs in. */
export async function signInAs(world: World, name: PersonName, options: DeskOptions = {}): Promise<Desk> {
  const desk = await sitDown(world, name, options);
  await comeToWork(desk);
  return desk;
}

/** Wait for the page's heading. */
export async function heading({ page }: Desk, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Open a page of the console by its address, as with a bookmark. */
export async function goTo(desk: Desk, path: string, title?: string | RegExp): Promise<void> {
  await desk.page.goto(`${desk.world.url}${path}`);
  if (title !== undefined) await heading(desk, title);
}
