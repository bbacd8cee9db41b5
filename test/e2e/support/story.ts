// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { terminalKey } from "#scripts/seed/people.ts";
import { issueUnits } from "#scripts/seed/programme.ts";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { decodeNamelessList, type NamelessEntry } from "#sdk/list/index.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { type Day, formatDay } from "#sdk/receipts/index.ts";
import { createVouchers } from "#test/support/vouchers.ts";
import { Ledger } from "./ledger.ts";
import { openOffice, type TestOffice } from "./office.ts";
import { type FileReceipt, receiptsCsv } from "./receiptFile.ts";

const DAY = 86_400;

/** The sample list of another system where it is at hand, otherwise our own of the same shape. */
const SAMPLE = new URL("../../../../shared/data/lists/121-excel-999.csv", import.meta.url);
const csv = existsSync(SAMPLE) ? readFileSync(SAMPLE, "utf8") : syntheticList({ households: 999 }).csv;
const [header = "", ...lines] = csv.trim().split(/\r?\n/);

/** The list of the story: its rows' cells by column. */
export const storyList = {
  households: lines.length,
  column: (name: string): string[] => {
    const place = header.split(";").indexOf(name);
    return lines.map((line) => line.split(";")[place] ?? "");
  },
};

/** What `annona redeem --json` says. */
export interface Redemption {
  readonly recorded: number;
  readonly countedBefore: number;
  readonly rejected: readonly { readonly number: number; readonly rejection: string }[];
}

/** What `annona reconcile --json` says, as far as the story looks. */
export interface Reconciled {
  readonly total: Readonly<Record<"claimed" | "counted" | "difference", string>>;
  readonly classes: readonly { readonly class: string; readonly rows: number }[];
  readonly unexplained: string | null;
}

/** An agency's month: its office, its programme, its own books, and what the shops have sent so far. */
export class Story {
  readonly books = new Ledger();
  readonly sent: FileReceipt[] = [];
  /** Of shop 1, of shop 1, of shop 2. */
  readonly tills = [1, 2, 3].map((n) => terminalKey(n).address) as [string, string, string];
  readonly office: TestOffice;
  readonly programme: ProgrammeHandle;
  readonly #firstDay: number;
  #entries: readonly NamelessEntry[] = [];

  private constructor(office: TestOffice, programme: ProgrammeHandle, firstDay: number) {
    this.office = office;
    this.programme = programme;
    this.#firstDay = firstDay;
  }

  /** An agency with a voucher programme in XOF that has no money, no shops and no cycles yet. */
  static async begin(): Promise<Story> {
    const office = await openOffice();
    const { suite, people, organisation, folder } = office;
    const { programme, unit } = await createVouchers(office, [
      { upTo: 150_000_000n, approvers: 1, needsRelease: false },
      { upTo: 1_000_000_000n, approvers: 2, needsRelease: true },
    ]);
    await issueUnits(suite, people, organisation, unit, 100_000_000n);
    await writeFile(join(folder, "list.csv"), csv);
    await writeFile(join(folder, "grant.txt"), "Grant agreement 2026-11");
    return new Story(office, programme, Math.floor((await timeOf(office)) / DAY));
  }

  /** Move the chain to the noon of a day of the story, the first being 0. */
  async travelTo(day: number): Promise<void> {
    const noon = this.dayOf(day) * DAY + DAY / 2;
    await this.office.chain.rpc("evm_increaseTime", noon - (await timeOf(this.office)));
    await this.office.chain.rpc("evm_mine");
  }

  dayOf(day: number): number {
    return this.#firstDay + day;
  }

  dateOf(day: number): string {
    return formatDay(this.dayOf(day) as Day);
  }

  /** Compare the books with the chain and with the history, to the unit. */
  ties(step: string): Promise<void> {
    const { suite, chain } = this.office;
    return this.books.assertTies(suite, chain.url, this.programme, step);
  }

  /** Run a command, its words parted by spaces, that must succeed. */
  run<T>(command: string): Promise<T> {
    return this.office.data<T>(...command.split(" "));
  }

  /** Run a command that must be refused, and return the error's code. */
  async refusalOf(command: string): Promise<string> {
    const { code, data } = await this.office.json<{ error?: { code: string } }>(...command.split(" "));
    assert.equal(code, 1, command);
    return data.error?.code ?? "none";
  }

  /** Run a command that proposes an act, and have a second officer approve it. */
  async together(command: string): Promise<void> {
    const { actId } = await this.run<{ actId: string }>(command);
    await this.run(`acts approve ${actId}`);
  }

  async write(name: string, text: string): Promise<void> {
    await writeFile(join(this.office.folder, name), text);
  }

  /** Read the nameless list that officers approved. */
  readEntries(folder: string): readonly NamelessEntry[] {
    this.#entries = decodeNamelessList(readFileSync(join(this.office.folder, folder, "list.csv"), "utf8"));
    return this.#entries;
  }

  entry(index: number): NamelessEntry {
    const found = this.#entries[index];
    assert.ok(found, `no household ${index}`);
    return found;
  }

  /** A household that has bought nothing and is entitled to so much. */
  untouched(amount: bigint): NamelessEntry {
    const found = this.#entries.slice(700).find((entry) => entry.amount >= amount);
    assert.ok(found);
    return found;
  }

  /** A sale to the n-th household of the list, of all that it is entitled to unless an amount is given. */
  sale(
    [terminal, number]: readonly [terminal: string, number: number],
    cycle: number,
    household: number,
    day: number,
    amount?: bigint,
  ): FileReceipt {
    const { account, amount: entitled } = this.entry(household);
    return {
      terminal,
      number,
      cycle,
      account,
      amount: amount ?? entitled,
      day: this.dayOf(day),
      kind: "sale",
    };
  }

  /** A receipt that a terminal has sent. */
  receipt(terminal: string, number: number): FileReceipt {
    const found = this.sent.find((receipt) => receipt.terminal === terminal && receipt.number === number);
    assert.ok(found, `no receipt ${number}`);
    return found;
  }

  shopOf(terminal: string): number {
    return terminal === this.tills[2] ? 2 : 1;
  }

  /** What a shop has sent of a cycle: its own file, if it makes no mistake. */
  ownReceipts(shop: number, cycle: number): FileReceipt[] {
    return this.sent.filter((receipt) => receipt.cycle === cycle && this.shopOf(receipt.terminal) === shop);
  }

  /** Enter receipts that count into the books. */
  enter(receipts: readonly FileReceipt[]): void {
    for (const { terminal, cycle, amount, kind } of receipts) {
      if (kind === "sale") this.books.sell(this.shopOf(terminal), cycle, amount);
      else this.books.takeBack(this.shopOf(terminal), cycle, amount);
    }
    this.sent.push(...receipts);
  }

  async redeem(receipts: readonly FileReceipt[]): Promise<Redemption & { readonly code: number | null }> {
    await this.write("receipts.csv", receiptsCsv(receipts));
    const { code, data } = await this.office.json<Redemption>("redeem", "receipts.csv");
    return { code, ...data };
  }

  /** Reconcile a shop's statement; the statement document is written to `file`. */
  async reconcile(shop: number, cycle: number, statement: readonly FileReceipt[]) {
    await this.write("statement.csv", receiptsCsv(statement));
    const file = `statement-${shop}-${cycle}.json`;
    const command = `reconcile statement.csv --shop ${shop} --cycle ${cycle} --out ${file}`;
    const { code, data } = await this.office.json<Reconciled>(...command.split(" "));
    const found = Object.fromEntries(data.classes.map((line) => [line.class, line.rows]));
    return { code, file, found, ...data };
  }
}

async function timeOf({ suite }: TestOffice): Promise<number> {
  const block = await suite.provider.getBlock("latest");
  return block?.timestamp ?? 0;
}
