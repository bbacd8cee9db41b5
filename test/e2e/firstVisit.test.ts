// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { ASKED_EVERYWHERE, PUBLIC_PAGES } from "#app/early/pages.ts";
import { type PublicAddress, publicAddresses } from "#scripts/bench/lighthouse/pages.ts";
import { noBrowser, openBrowser } from "./appBrowser.ts";
import { visitFirst } from "./support/firstVisit.ts";
import { startWorld, type World } from "./support/world.ts";

/** A page took sixty before they were put together. */
const MOST_FILES = 30;
/** French pages need all that English ones need, and their own words of errors. */
const LOCALES = ["fr-FR", "ar"];

describe("the first visit of a page for everybody", { skip: noBrowser }, () => {
  let world: World;
  let browser: Browser;
  let addresses: readonly PublicAddress[];

  before(async () => {
    [world, browser] = await Promise.all([startWorld(), openBrowser()]);
    addresses = await publicAddresses(world.url);
  });

  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  test("every page of the router that is not the console's is sent for ahead", async () => {
    const router = await readFile(new URL("../../app/src/router.tsx", import.meta.url), "utf8");
    const paths = [...router.matchAll(/path: "([^"]+)"/g)].map(([, path = ""]) => path);
    const forEverybody = paths.filter((path) => !path.startsWith("/console"));
    assert.deepEqual(PUBLIC_PAGES.map(({ path }) => path).sort(), forEverybody.sort());
  });

  for (const { path: page, asks } of PUBLIC_PAGES) {
    test(`${page} asks for what its first script has sent for, for nothing else, and once`, async () => {
      const path = addresses.find((known) => known.page === page)?.path;
      assert.ok(path, `${page} is among the pages that are measured`);
      const address = path.split("/").at(-1) ?? "";
      const named = [...ASKED_EVERYWHERE, ...asks.map((ask) => ask.replace("$address", address))];
      for (const locale of page === "/" ? LOCALES : LOCALES.slice(0, 1)) {
        const { questions, unused, lateScripts, files } = await visitFirst(browser, world.url, path, locale);
        // How often the status is asked is a matter of seconds, not of pages.
        const figures = questions.filter((url, i) => url !== "/api/status" || questions.indexOf(url) === i);
        assert.deepEqual(figures.toSorted(), named.toSorted(), `${path} in ${locale}`);
        assert.deepEqual(unused, [], `${path} in ${locale}: sent for in vain`);
        assert.deepEqual(lateScripts, [], `${path} in ${locale}: scripts that came after others`);
        assert.ok(files.length <= MOST_FILES, `${files.length} files: ${files.join(" ")}`);
      }
    });
  }
});
