// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { needs } from "#test/sdk/support/sharedData.ts";
import { type Ended, ending, openOffice, startCli, type TestOffice } from "./support/office.ts";

const NOBODY = "http://127.0.0.1:9";

interface Report {
  readonly rows: number;
  readonly accepted: number;
  readonly households: number;
  readonly total: string;
  readonly problems: { row: number; column: string; value: string; code: string; message: string }[];
}

describe("annona list check", () => {
  let folder: string;
  const cli = (...args: string[]): Promise<Ended> => ending(startCli(folder, NOBODY, args));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-cli-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function check(text: string, ...args: string[]): Promise<{ ended: Ended; report: Report }> {
    await writeFile(join(folder, "list.csv"), text);
    const ended = await cli("list", "check", "list.csv", ...args, "--json");
    return { ended, report: JSON.parse(ended.stdout) as Report };
  }

  test("a good list: counts and total, exit code 0, nothing but data on standard output", async () => {
    const { csv, members } = syntheticList({ households: 250 });
    const columns = ["--id", "nationalId", "--value", "30000", "--times", "totalHHSize", "--decimals", "0"];
    const { ended, report } = await check(csv, ...columns);
    const expected = {
      rows: 250,
      accepted: 250,
      households: 250,
      total: String(members * 30_000),
      problems: [],
    };
    assert.deepEqual(report, expected);
    assert.deepEqual([ended.code, ended.stderr], [0, ""]);
  });

  test("an amount column with decimals is exact", async () => {
    const { ended, report } = await check(
      "id,amount\nA1,0.10\nA2,0.20\nA3,12345678.99\n",
      "--id",
      "id",
      "--amount",
      "amount",
    );
    assert.equal(report.total, "12345679.29");
    assert.equal(ended.code, 0);
  });

  test("a bad list: every problem by cell, the good rows counted, exit code 1", async () => {
    const rows = [
      "id,amount",
      "A1,10.00",
      "A2,ten",
      "2.54708E+11,5.00",
      "A3,-4",
      "A1,10.00",
      "A4,1.005",
      "A5,7.50",
    ];
    const { ended, report } = await check(rows.join("\n"), "--id", "id", "--amount", "amount");
    assert.equal(ended.code, 1);
    assert.deepEqual([report.rows, report.accepted, report.total], [7, 2, "17.50"]);
    const found = report.problems.map(({ row, column, value, code }) => [row, column, value, code]);
    assert.deepEqual(found, [
      [3, "amount", "ten", "LIST-302"],
      [4, "id", "2.54708E+11", "LIST-202"],
      [5, "amount", "-4", "LIST-303"],
      [6, "id", "A1", "LIST-205"],
      [7, "amount", "1.005", "LIST-306"],
    ]);
    assert.ok(
      report.problems.every(({ message }) => message.split(/[.:] /).length >= 2),
      "each says what to do",
    );
  });

  test("a preset knows the columns of an export", async () => {
    const { csv, members } = syntheticList({ households: 20 });
    const { report } = await check(csv, "--preset", "121", "--value", "30000", "--decimals", "0");
    assert.equal(report.total, String(members * 30_000));
  });

  test("an empty file is a problem of the file, not a crash", async () => {
    const { ended, report } = await check("", "--id", "id", "--amount", "amount");
    assert.equal(ended.code, 1);
    assert.deepEqual(
      report.problems.map(({ code }) => code),
      ["LIST-101"],
    );
  });

  test("for people: lines instead of data", async () => {
    await writeFile(join(folder, "list.csv"), "id,amount\nA1,x\n");
    const { code, stdout } = await cli("list", "check", "list.csv", "--id", "id", "--amount", "amount");
    assert.equal(code, 1);
    assert.match(stdout, /1 rows, 0 accepted/);
    assert.match(stdout, /row 2, amount "x": LIST-302/);
  });

  test("a file that is not there: exit code 2 and an error with a number", async () => {
    const { code, stdout, stderr } = await cli(
      "list",
      "check",
      "nowhere.csv",
      "--id",
      "id",
      "--amount",
      "amount",
      "--json",
    );
    assert.equal(code, 2);
    assert.equal(JSON.parse(stdout).error.code, "CLI-103");
    assert.match(stderr, /^CLI-103: .*nowhere\.csv/);
  });

  test("wrong usage: exit code 2, and standard output stays empty", async () => {
    for (const args of [["list", "check"], ["list", "check", "x", "--colour", "red"], ["lists"], []]) {
      const { code, stdout } = await cli(...args, "--json");
      assert.deepEqual([code, stdout], [2, ""], args.join(" "));
    }
    const { code } = await cli("--help");
    assert.equal(code, 0);
  });

  test("no chain: exit code 3", async () => {
    const { code, stdout } = await cli("status", "--json");
    assert.equal(code, 3);
    assert.equal(JSON.parse(stdout).error.code, "CLI-301");
  });

  test("the 121 sample: 999 households, 118,650,000 XOF", needs("lists/121-excel-999.csv"), async () => {
    const file = new URL("../../../shared/data/lists/121-excel-999.csv", import.meta.url).pathname;
    const columns = ["--id", "nationalId", "--value", "30000", "--times", "totalHHSize", "--decimals", "0"];
    const { code, stdout } = await cli("list", "check", file, ...columns, "--json");
    assert.equal(code, 0);
    const expected = { rows: 999, accepted: 999, households: 999, total: "118650000", problems: [] };
    assert.deepEqual(JSON.parse(stdout), expected);
  });
});

describe("annona on a chain", () => {
  let office: TestOffice;
  before(async () => {
    office = await openOffice();
    await writeFile(join(office.folder, "list.csv"), syntheticList({ households: 12 }).csv);
  });
  after(() => office?.stop());

  const errorOf = ({ stdout }: Ended): { code: string; message: string; next: string; details?: string } =>
    JSON.parse(stdout).error;

  test("without a programme every command says so", async () => {
    const ended = await office.cli("shop", "list", "--json");
    assert.equal(ended.code, 1);
    assert.equal(errorOf(ended).code, "CLI-304");
  });

  test("a consortium key other than the published one opens nothing", async () => {
    await writeFile(join(office.folder, "wrong.key"), "11".repeat(32));
    const ended = await office.cli(
      "accounts",
      "open",
      "list.csv",
      "--id",
      "nationalId",
      "--consortium-key",
      "wrong.key",
      "--json",
    );
    assert.equal(ended.code, 1);
    assert.equal(errorOf(ended).code, "LIST-507");
    assert.equal(await office.suite.accounts.nextOpeningId(), 1n);
  });

  test("a contract's refusal comes by name, with values and a next step, and nothing is signed", async () => {
    const before = await office.suite.provider.getBlockNumber();
    const open = ["accounts", "open", "list.csv", "--id", "nationalId", "--organisation", "1", "--json"];
    const ended = await office.cli(...open, "--as", "preparer");
    assert.equal(ended.code, 1);
    const error = errorOf(ended);
    assert.equal(error.code, "Consortium_MissingRole");
    assert.match(error.message, /does not hold the role custodian/);
    assert.match(error.details ?? "", new RegExp(office.people.preparer.address));
    assert.equal(await office.suite.provider.getBlockNumber(), before);
  });

  test("opening accounts again changes nothing", async () => {
    const open = ["accounts", "open", "list.csv", "--id", "nationalId", "--organisation", "1"];
    const first = await office.data<{ opened: number; known: number }>(...open);
    assert.deepEqual([first.opened, first.known], [12, 0]);
    const block = await office.suite.provider.getBlockNumber();
    const second = await office.data<{ opened: number; known: number }>(...open);
    assert.deepEqual([second.opened, second.known], [0, 12]);
    assert.equal(await office.suite.provider.getBlockNumber(), block);
  });

  test("a new terminal key goes into the key file, readable by its owner only", async () => {
    const { address } = await office.data<{ address: string }>("terminal", "new", "till-9");
    assert.match(address, /^0x[0-9a-fA-F]{40}$/);
    const { mode } = await stat(join(office.folder, "demo", "keys.json"));
    assert.equal(mode & 0o077, 0);
    const again = await office.cli("terminal", "new", "till-9", "--json");
    assert.equal(errorOf(again).code, "CLI-203");
  });

  test("a key that this machine does not have", async () => {
    const open = ["accounts", "open", "list.csv", "--id", "nationalId", "--organisation", "1", "--json"];
    await writeFile(join(office.folder, "list.csv"), syntheticList({ households: 3, seed: 9 }).csv);
    const ended = await office.cli(...open, "--as", "somebody");
    assert.equal(ended.code, 2);
    assert.equal(errorOf(ended).code, "CLI-201");
  });
});
