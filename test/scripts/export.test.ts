// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { writeDeployment } from "#scripts/deploy/deploymentFiles.ts";
import { readActivities } from "#sdk/formats/iati/index.ts";
import { type HistoryServer, startHistoryServer } from "#server/history/server.ts";
import { type Ended, ending, startCli } from "#test/e2e/support/office.ts";
import { sample } from "#test/sdk/formats/support/books.ts";
import { programme } from "#test/sdk/history/support/logs.ts";
import { Replay, simulatedDeployment } from "#test/server/history/support/replay.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";

describe("exports on the command line, with nothing but a chain", () => {
  let folder = "";
  let anvil: Anvil;
  const cli = (...args: string[]): Promise<Ended> => ending(startCli(folder, anvil.url, args));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-export-"));
    await writeDeployment(join(folder, "deployments"), simulatedDeployment());
    anvil = await startAnvil();
    const replay = await Replay.begin(anvil);
    await replay.emit(sample(60).writer.logs);
  });
  after(async () => {
    await anvil?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("writes the same bytes as the history server hands out", async () => {
    const server: HistoryServer = await startHistoryServer({
      port: 0,
      rpcUrl: anvil.url,
      deployment: simulatedDeployment(),
      database: { sqliteFile: join(folder, "history.sqlite") },
      pollEvery: 50,
    });
    try {
      const cases = [
        ["iati.xml", "iati"],
        ["cycles.hxl.csv", "hxl"],
        ["settlements.csv", "csv", "--table", "settlements"],
        ["funding.json", "json", "--table", "funding"],
      ] as const;
      await untilReady(server.url);
      for (const [name, ...args] of cases) {
        const { code, stdout, stderr } = await cli("export", ...args, "--all");
        assert.deepEqual([code, stderr], [0, ""], name);
        assert.equal(stdout, await (await fetch(`${server.url}/api/v1/export/${name}`)).text(), name);
      }
    } finally {
      await server.stop();
    }
  });

  it("takes from a profile what the ledger does not know", async () => {
    await writeFile(
      join(folder, "profile.json"),
      JSON.stringify({ country: "NE", organisations: { 1: { type: "21" } } }),
    );
    const { stdout } = await cli("export", "iati", "--all", "--profile", "profile.json");
    assert.deepEqual(readActivities(stdout)[0]?.countries, ["NE"]);
    assert.match(stdout, /<reporting-org ref="XM-1" type="21">/);
    const option = await cli("export", "iati", "--all", "--country", "TD");
    assert.deepEqual(readActivities(option.stdout)[0]?.countries, ["TD"]);
  });

  it("names what is wrong with the options", async () => {
    await writeFile(join(folder, "broken.json"), "{");
    const cases: [string[], RegExp][] = [
      [["export", "csv", "--all", "--table", "households"], /^CLI-101: --table is households/],
      [["export", "iati", "--all", "--country", "Niger"], /^CLI-101: --country is Niger/],
      [["export", "iati", "--all", "--profile", "missing.json"], /^CLI-103/],
      [["export", "iati", "--all", "--profile", "broken.json"], /^EXPORT-102/],
    ];
    const said = await Promise.all(cases.map(([args]) => cli(...args)));
    for (const [index, { code, stdout, stderr }] of said.entries()) {
      assert.notEqual(code, 0);
      assert.equal(stdout, "");
      assert.match(stderr, cases[index]?.[1] ?? /$^/);
    }
  });

  it("writes a snapshot of everything", async () => {
    const { code, stdout } = await cli("snapshot", "--out", "public", "--json");
    assert.equal(code, 0);
    const { files, refused } = JSON.parse(stdout) as { files: number; refused: string[] };
    assert.ok(files > 40);
    assert.deepEqual(refused, []);
    const one = join(folder, "public", "api", "programmes", programme);
    assert.ok(existsSync(`${one}.json`));
    const cycles = JSON.parse(await readFile(join(one, "cycles.json"), "utf8")) as { items: unknown[] };
    assert.ok(cycles.items.length > 0);
    assert.ok(existsSync(join(one, "export", "iati.xml")));
  });
});

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const { lag } = (await (await fetch(`${url}/ready`)).json()) as { lag: number | null };
    if (lag === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  assert.fail("the server did not become ready");
}
