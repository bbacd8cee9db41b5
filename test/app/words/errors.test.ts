// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
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

/** Sources of errors that officers meet on a page. */
const SOURCES = [
  "app/src/shared/errors/codes.ts",
  "app/src/shared/config/errors.ts",
  "sdk/console/config.ts",
  "sdk/agency/AgencyError.ts",
  "sdk/households/errors.ts",
  "sdk/list/errors.ts",
  "sdk/office/lineErrors.ts",
  "server/office/errors.ts",
  "server/office/relayer/errors.ts",
  "server/history/api/errors.ts",
];
/** Said by a server on its own screen while it starts, and to programs only. */
const NOT_ON_A_PAGE = /^OFFICE-(208|209|8\d\d)$/;

/** An error as it is raised, with numbers in place of what is filled in. */
function raised({ code, summary, next }: ErrorEntry) {
  let number = 10;
  const fill = (text: string) => text.replace(PLACEHOLDER, () => String(++number));
  return { code, summary: fill(summary), next: fill(next) };
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

  for (const source of SOURCES) {
    test(`every error of ${source} has them`, async () => {
      const text = await readFile(join(PROJECT, source), "utf8");
      const entries = readEntries({ path: source, text }).filter(({ code }) => !NOT_ON_A_PAGE.test(code));
      assert.ok(entries.length > 0, source);
      const english = entries.filter((entry) => {
        const error = raised(entry);
        return translate(french, error).summary === error.summary;
      });
      assert.deepEqual(
        english.map(({ code }) => code),
        [],
      );
    });
  }

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
