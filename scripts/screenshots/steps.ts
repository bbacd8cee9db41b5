// SPDX-License-Identifier: Apache-2.0
import { Wallet } from "ethers";
import type { Page } from "playwright-core";
import { z } from "zod";
import { ORGANISATIONS } from "#scripts/seed/cast.ts";
import { demoFiles } from "#scripts/seed/lists.ts";
import { DEMO_PASSPHRASE, DEMO_PIN } from "#scripts/seed/office.ts";
import { keyOf } from "#scripts/seed/people.ts";
import { playAs } from "./desks.ts";

/** What is done on a page before its picture is taken, in the words of the English pages. */
export type Step = (page: Page) => Promise<void>;

/** Type the office's passphrase where household ids are needed. */
export const unlock: Step = async (page) => {
  const locked = page.getByRole("heading", { name: "Household ids are locked" }).first();
  await page.getByRole("textbox", { name: "Office passphrase" }).first().fill(DEMO_PASSPHRASE);
  await page.getByRole("button", { name: "Unlock" }).first().click();
  await locked.waitFor({ state: "detached" });
};

/** Every figure of the site recomputed from the ledger, as far as the verdict. */
export const showCheck: Step = async (page) => {
  await page.getByRole("button", { name: "Check all figures" }).click();
  await page.getByRole("heading", { name: /agree with the ledger$/ }).waitFor();
};

/** The newest proposal with its reasons, compared with their fingerprint. */
export const showProposal: Step = async (page) => {
  await page.locator("summary").first().click();
  await page.getByText("This browser compared the text with its fingerprint").waitFor();
};

/** What a team answers for which a ledger is right, in the order of the questions; nothing is said about how to adapt. */
const ANSWERS = [
  ...["Yes", "Yes", "Yes", "No", "Yes", "Yes", "Yes"],
  ...["Yes", "No", "Yes", "Yes", "Yes", "Yes", "Yes"],
  ...["Everybody", "The parties, several nodes", "Yes", "Yes"],
];

/** A team's answers, with what is still to be done. */
export const showAssessment: Step = async (page) => {
  await page.getByLabel("Programme", { exact: true }).fill("Food vouchers, northern districts");
  await page.getByLabel("Organisation", { exact: true }).fill(ORGANISATIONS.baobab);
  for (const [at, name] of ANSWERS.entries()) {
    await page.getByRole("group").nth(at).getByRole("radio", { name, exact: true }).check();
  }
};

/** The newest proposal, on which the council still votes. */
export const openProposal: Step = async (page) => {
  await page
    .getByRole("link", { name: /^Proposal \d+$/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: /^Proposal / }).waitFor();
};

/** A proposal that is composed and tried, and not yet sent. */
export const composeProposal: Step = async (page) => {
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Elm Society");
  await page.getByRole("textbox", { name: "IATI identifier" }).fill("XI-DEMO-7");
  await page.getByRole("textbox", { name: "Administrator" }).fill(new Wallet(keyOf("donor-3")).address);
  await page.getByRole("button", { name: "Add to the proposal" }).click();
  await page.getByText("Every call goes through.").waitFor();
};

/** Messages as households would get them. */
export const showMessages: Step = async (page) => {
  await unlock(page);
  await page.getByRole("heading", { level: 2, name: "Preview" }).waitFor();
};

/** A list with a few mistakes, read as far as its problems. */
export const showProblems: Step = async (page) => {
  await choose(page, "Choose a file", "arrivals.csv", withMistakes(demoFiles.arrivals.csv));
  await page.getByRole("radio", { name: "A value times a number" }).check();
  await page.getByRole("textbox", { name: "Value", exact: true }).fill(demoFiles.arrivals.value);
  await page.getByLabel("Times the number in").selectOption("totalHHSize");
  await page.getByLabel("Household id").selectOption("nationalId");
  await page.getByLabel("Area").selectOption("scope");
  await page.getByLabel("Household size").selectOption("totalHHSize");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { level: 2, name: "What the list comes to" }).waitFor();
};

/** What registration systems get wrong: a lost size, a size in words, a household twice. */
function withMistakes(csv: string): string {
  const [header = "", ...rows] = csv.trim().split("\r\n");
  const size = header.split(";").indexOf("totalHHSize");
  const withSize = (row: string, text: string) => {
    const cells = row.split(";");
    cells[size] = text;
    return cells.join(";");
  };
  const changed = rows.map((row, i) => (i === 3 ? withSize(row, "") : i === 7 ? withSize(row, "six") : row));
  return [header, ...changed, rows[0] ?? ""].join("\r\n");
}

const receiptsSchema = z.object({
  items: z.array(z.object({ terminal: z.string(), number: z.int(), account: z.int(), amount: z.string() })),
});

/** A shop's statement that leaves out one receipt and claims more for another, compared. */
export function showComparison(receiptsOf: string): Step {
  return async (page) => {
    const answer = await page.request.get(receiptsOf);
    const [, second, ...rest] = receiptsSchema.parse(await answer.json()).items;
    if (second === undefined) throw new Error("The demonstration's shop has no receipts.");
    const rows = [{ ...second, amount: `${second.amount}0` }, ...rest];
    const lines = rows.map(({ terminal, number, account, amount }) =>
      [terminal, number, account, amount].join(","),
    );
    const csv = ["terminal,number,account,amount", ...lines].join("\n");
    await choose(page, "Choose the statement", "statement.csv", csv);
    await page.getByRole("heading", { level: 2, name: "Result" }).waitFor();
  };
}

/** A device becomes a point of sale of shop 1 and sells, with both sides of it played in one browser. */
export function showSale(desk: string): Step {
  return async (page) => {
    const main = page.getByRole("main");
    await page.getByRole("button", { name: "Set up this device" }).click();
    await page.getByRole("heading", { name: "A custodian has to authorise this device" }).waitFor();
    const device = /0x[0-9a-fA-F]{40}/.exec((await main.textContent()) ?? "")?.[0] ?? "";
    await playAs(page, "custodian");
    const card = await cardOf(page);
    await page.goto(`${desk}/shops?shop=1`);
    await page.getByRole("textbox", { name: "Address that the device shows" }).fill(device);
    await page.getByRole("button", { name: "Authorise at once" }).click();
    await main.getByText("Done: the ledger shows it.").waitFor();
    await page.goto(`${desk}/terminal`);
    await page.getByRole("textbox", { name: "Card number" }).fill(card);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByLabel("The household's PIN").fill(DEMO_PIN);
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("textbox", { name: "Amount of the sale" }).fill("15000");
  };
}

/** The number on the card of an account that has something left. */
async function cardOf(page: Page): Promise<string> {
  for (let account = 256; account < 268; account += 1) {
    await page.goto(`/console/accounts?account=${account}`);
    await page.getByRole("heading", { level: 2, name: "Card" }).waitFor();
    const text = await page.getByText(/Card \d+-\d+, issued/).textContent();
    const number = /\d+-\d+/.exec(text ?? "")?.[0];
    const canSpend = await page.getByText(/can be spent now/).isVisible();
    if (number !== undefined && canSpend) return number;
  }
  throw new Error("No card of the demonstration can buy anything.");
}

async function choose(page: Page, button: string, name: string, content: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  const chooser = await choosing;
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}
