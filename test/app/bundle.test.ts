// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type BuiltApp, heaviest, measureBundle } from "#scripts/bench/bundle/measure.ts";

/** JavaScript that a page for everybody needs before it is there, compressed: what a donor's slow line pays for. */
const LARGEST_PUBLIC_BYTES = 170_000;
/** The same for the console, before the ledger's library that comes with the pages that write. */
const LARGEST_CONSOLE_BYTES = 230_000;

/** A word of the contracts' bindings, one of the library for wallets, and one of the ledger's. */
const OF_THE_DAILY_WORK = ["Cycles_OtherCycleId", "eip6963:requestProvider", "JsonRpcProvider"];

describe("the built console", () => {
  let app: BuiltApp;

  before(async () => {
    app = await measureBundle();
  });

  test("brings little JavaScript to a page for everybody", () => {
    const { feature, bytes, files } = heaviest(app.pages, "public");
    assert.ok(
      bytes > 100_000 && bytes < LARGEST_PUBLIC_BYTES,
      `${feature}: ${bytes} bytes: ${files.join(", ")}`,
    );
  });

  test("starts with little JavaScript", () => {
    const { bytes, files } = app.consoleStart;
    assert.ok(bytes > 100_000 && bytes < LARGEST_CONSOLE_BYTES, `${bytes} bytes: ${files.join(", ")}`);
  });

  test("keeps what reads and signs on the ledger out of the pages for everybody", () => {
    for (const word of OF_THE_DAILY_WORK) {
      const heavy = [...app.scripts].filter(([, text]) => text.includes(word)).map(([name]) => name);
      assert.ok(heavy.length > 0, `${word} is somewhere`);
      const pages = app.pages.filter(({ audience }) => audience === "public");
      const spoilt = pages.filter(({ files }) => heavy.some((name) => files.includes(name)));
      assert.deepEqual(
        spoilt.map(({ feature }) => feature),
        [],
        word,
      );
    }
  });

  test("has nothing of the demonstration", () => {
    for (const [name, text] of app.scripts) {
      assert.ok(!text.includes("demo.json"), `${name} reads the demonstration's keys`);
      assert.ok(!text.includes("annona-demo-2"), `${name} knows the demonstration`);
    }
  });
});
