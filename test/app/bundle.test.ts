// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** JavaScript that every page of the console needs before it draws, compressed: what a slow line pays for. */
const LARGEST_START_BYTES = 230_000;

const SCRIPT = /<script type="module"[^>]* src="\/([^"]+)"/;
const STATIC_IMPORT = /(?:^|[;}])import(?:[\w${},*\s]*?from)?\s*"\.\/([^"]+\.js)"/g;
/** A word of the contracts' bindings. */
const IN_BINDINGS = "Cycles_OtherCycleId";
const WORDS_OF_SHELL = /\/words-en-[^/]*\.js$/;

describe("the built console", () => {
  let folder: string;
  let files: ReadonlyMap<string, string>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-bundle-"));
    await build({
      root: join(PROJECT, "app"),
      configFile: join(PROJECT, "app", "vite.config.ts"),
      logLevel: "error",
      build: { outDir: folder, emptyOutDir: true },
    });
    files = await readScripts(join(folder, "assets"));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  test("starts with little JavaScript", async () => {
    const page = await readFile(join(folder, "index.html"), "utf8");
    const entry = SCRIPT.exec(page)?.[1];
    assert.ok(entry, "index.html names its script");
    const words = [...files.keys()].find((name) => WORDS_OF_SHELL.test(`/${name}`));
    assert.ok(words, "the words that all pages share stand in one file");
    const start = staticImports([entry.replace("assets/", ""), words], files);
    const bytes = [...start].reduce((sum, name) => sum + gzipSync(files.get(name) ?? "").length, 0);
    assert.ok(bytes > 100_000 && bytes < LARGEST_START_BYTES, `${bytes} bytes: ${[...start].join(", ")}`);
  });

  test("keeps what reads and signs on the ledger out of the start and of the pages for everybody", () => {
    const heavy = [...files].filter(([, text]) => text.includes(IN_BINDINGS)).map(([name]) => name);
    assert.ok(heavy.length > 0, "the bindings are somewhere");
    for (const page of ["index", "programmes", "programme", "documents"]) {
      const entry = [...files.keys()].find((name) => new RegExp(`^${page}-[\\w-]{8}\\.js$`).test(name));
      assert.ok(entry, page);
      const needed = staticImports([entry], files);
      assert.deepEqual(
        heavy.filter((name) => needed.has(name)),
        [],
        page,
      );
    }
  });

  test("has nothing of the demonstration", () => {
    for (const [name, text] of files) {
      assert.ok(!text.includes("demo.json"), `${name} reads the demonstration's keys`);
      assert.ok(!text.includes("annona-demo-2"), `${name} knows the demonstration`);
    }
  });
});

async function readScripts(assets: string): Promise<Map<string, string>> {
  const names = (await readdir(assets)).filter((name) => name.endsWith(".js"));
  const texts = await Promise.all(names.map((name) => readFile(join(assets, name), "utf8")));
  return new Map(names.map((name, i) => [name, texts[i] ?? ""]));
}

/** A script and everything that it imports before it runs. */
function staticImports(entries: readonly string[], files: ReadonlyMap<string, string>): Set<string> {
  const reached = new Set<string>();
  const open = [...entries];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    for (const [, imported] of (files.get(name) ?? "").matchAll(STATIC_IMPORT)) open.push(imported ?? "");
  }
  return reached;
}
