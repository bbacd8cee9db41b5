// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import french from "#app/shared/errors/french/index.ts";
import { translate } from "#app/shared/errors/translate.ts";
import { type ErrorEntry, readEntries } from "#scripts/docs/entries.ts";
import { CONTRACT_SENTENCES } from "#sdk/errors/contractSentences.ts";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const PLACEHOLDER = /\{(\w+)(?::\w+)?\}/g;

/** Sources of everything that officers can meet on a page. */
const SOURCES = globSync(
  ["app/src/**/*.ts", "sdk/**/*.ts", "server/office/**/*.ts", "server/history/api/errors.ts"],
  { cwd: PROJECT, exclude: (path) => /generated|french|words/.test(path) },
).sort();

/** Said on a server's own screen or to programs only, and read by nobody but who runs it. */
const NOT_ON_A_PAGE = /^OFFICE-(208|209|70\d|8\d\d)$|^(CONFIG-2|DEPLOY|HIST-[89]|LIST-60)/;
/** Their French stands among the words of their page, where another test looks for it. */
const AMONG_THE_WORDS = /^ACT-|^APP-4|^LIST-[234]|^LIST-70/;

/** An error as it is raised, with numbers in place of what is filled in. */
function raised({ code, summary, next }: ErrorEntry) {
  let number = 10;
  const fill = (text: string) => text.replace(PLACEHOLDER, () => String(++number));
  return { code, summary: fill(summary), next: fill(next) };
}

async function entriesOnPages(): Promise<ErrorEntry[]> {
  const read = SOURCES.map(async (path) =>
    readEntries({ path, text: await readFile(join(PROJECT, path), "utf8") }),
  );
  const all = (await Promise.all(read)).flat();
  return all.filter(({ code }) => !NOT_ON_A_PAGE.test(code) && !AMONG_THE_WORDS.test(code));
}

describe("the French words of errors", () => {
  test("every refusal of a contract has them, with no value that the contract does not give", () => {
    for (const [code, [summary, next]] of Object.entries(CONTRACT_SENTENCES)) {
      const given = new Set([...`${summary} ${next}`.matchAll(PLACEHOLDER)].map(([, name]) => name));
      const values = Object.fromEntries([...given].map((name) => [name, "1790000000"]));
      const told = translate(french, { code, summary, next }, values);
      assert.notEqual(told.summary, summary, `${code} stays English`);
      assert.doesNotMatch(`${told.summary} ${told.next}`, /[{}]/, code);
    }
  });

  test("every error that a page can show has them", async () => {
    const entries = await entriesOnPages();
    assert.ok(entries.length > 150, `${entries.length} errors`);
    const english = entries.filter((entry) => {
      const error = raised(entry);
      return translate(french, error).summary === error.summary;
    });
    assert.deepEqual(
      english.map(({ code }) => code),
      [],
    );
  });

  test("nothing in them is left to fill in", async () => {
    for (const entry of await entriesOnPages()) {
      const { summary, next } = translate(french, raised(entry));
      assert.doesNotMatch(`${summary} ${next}`, /[{}]/, entry.code);
    }
  });

  test("values of the English sentence stand in the French one", () => {
    const told = translate(french, {
      code: "OFFICE-612",
      summary: "The node does not answer; 7 of 12 are on the ledger.",
      next: "Nothing has to be done: the relayer goes on by itself when the node answers.",
    });
    assert.equal(told.summary, "Le nœud ne répond pas ; 7 sur 12 sont dans le registre.");
  });

  test("a sentence whose value is not known is not used", () => {
    const english = { code: "Cycles_NotOpenYet", summary: "Cycle 3 opens on some day.", next: "Wait." };
    assert.deepEqual(translate(french, english), english);
  });
});
