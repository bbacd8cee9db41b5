// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { publishApp } from "#scripts/app/publish.ts";
import { readConsoleConfig } from "#scripts/app/readConfig.ts";
import { contentPolicy, parseConsoleConfig } from "#sdk/console/index.ts";

const EXAMPLE = fileURLToPath(new URL("../../docs/examples/console.json", import.meta.url));

describe("publishing a console", () => {
  let folder: string;
  const place = (name: string) => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-publish-"));
    await mkdir(place("built/assets"), { recursive: true });
    const page = `<head><meta http-equiv="Content-Security-Policy" content="${contentPolicy().replaceAll("'", "&#39;")}"></head>`;
    await writeFile(place("built/index.html"), page);
    await writeFile(place("built/index.html.br"), "of the build");
    await writeFile(place("built/assets/index-1.js"), "start()");
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test("names the servers of the configuration in the policy, and no others, in every copy of the page", async () => {
    const config = await readConsoleConfig(EXAMPLE);
    await publishApp({ app: place("built"), config, out: place("out") });
    const page = await readFile(place("out/index.html"), "utf8");
    const connect = /connect-src ([^;]+);/.exec(page)?.[1];
    const servers = "https://node.example.org https://history.example.org https://office.example.org";
    assert.equal(connect, `'self' ${servers}`);
    assert.doesNotMatch(page, /unsafe-inline|unsafe-eval(?!')|\*/);
    assert.equal(brotliDecompressSync(await readFile(place("out/index.html.br"))).toString(), page);
    assert.equal(gunzipSync(await readFile(place("out/index.html.gz"))).toString(), page);
    assert.deepEqual(JSON.parse(await readFile(place("out/config.json"), "utf8")), config);
    assert.equal(await readFile(place("out/assets/index-1.js"), "utf8"), "start()");
  });

  test("replaces what was published there before, and nothing else", async () => {
    const config = await readConsoleConfig(EXAMPLE);
    await writeFile(place("out/old.txt"), "of the console before");
    await publishApp({ app: place("built"), config, out: place("out") });
    assert.ok(!(await readdir(place("out"))).includes("old.txt"));

    await mkdir(place("papers"));
    await writeFile(place("papers/budget.txt"), "not ours");
    const onto = publishApp({ app: place("built"), config, out: place("papers") });
    await assert.rejects(onto, { code: "CONFIG-202" });
    assert.deepEqual(await readdir(place("papers")), ["budget.txt"]);
  });

  test("an app that is not built is named with the next step", async () => {
    const config = await readConsoleConfig(EXAMPLE);
    const publishing = publishApp({ app: place("nothing"), config, out: place("out2") });
    await assert.rejects(publishing, { code: "CONFIG-201", next: /npm run build/ });
  });

  test("a configuration that does not fit is refused by its first wrong field", async () => {
    const config = await readConsoleConfig(EXAMPLE);
    const wrong: [unknown, RegExp][] = [
      [{ ...config, format: "annona-config-0" }, /format/],
      [{ ...config, officeUrl: "office.example.org" }, /officeUrl/],
      [{ ...config, organisation: 0 }, /organisation/],
      [{ ...config, chain: { ...config.chain, rpcUrl: "javascript:alert(1)" } }, /chain\.rpcUrl/],
      [null, /the file/],
    ];
    for (const [json, field] of wrong) {
      assert.throws(() => parseConsoleConfig(json), { code: "CONFIG-103", summary: field });
    }
    const elsewhere = { ...config, chain: { ...config.chain, id: 5 } };
    assert.throws(() => parseConsoleConfig(elsewhere), { code: "CONFIG-104" });
    await assert.rejects(readConsoleConfig(place("none.json")), { code: "CONFIG-203" });
  });
});
