// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseSync } from "vite";

const APP = fileURLToPath(new URL("../../../app/src/", import.meta.url));

/** Attributes that a reader sees or hears. */
const SPOKEN = new Set(["label", "title", "placeholder", "alt", "aria-label", "description", "hint"]);
const LETTERS = /\p{L}{2,}/u;
const ENTITY = /&\w+;/g;
/** Names, and words that are the same in both languages. */
const SAME = /^(?:Annona|IATI 2\.03 \(XML\)|[A-Z0-9_/. -]+)$/;

/** Forms of words by number that only Arabic has; they stand beside the form for one. */
const ARABIC_FORM = /\.(?:zero|two|few|many):/;
const ARABIC = /\p{Script=Arabic}/u;

/** Words of a feature that asks for its words in Arabic as well; what is in the header alone may have fewer. */
function isForEverybody(folder: string): boolean {
  return readFileSync(join(folder, "index.ts"), "utf8").includes("publicWordsOf");
}

type Tree = { readonly [key: string]: unknown };

async function wordsIn(file: string): Promise<Tree> {
  const { default: words, ...named } = (await import(pathToFileURL(file).href)) as { default?: Tree };
  return words ?? named;
}

/** Every word's place with its kind: "columns.shop: string", "found: function of 1". */
function shapeOf(value: unknown, place = ""): string[] {
  if (typeof value === "function") return [`${place}: function`];
  if (typeof value !== "object" || value === null) return [`${place}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    shapeOf(inner, place === "" ? key : `${place}.${key}`),
  );
}

/** Codes of errors stand beside their English words only. */
function isSpoken(word: string): boolean {
  return !word.endsWith(".code: string");
}

function textsOf(value: unknown, place = ""): [place: string, text: string][] {
  if (typeof value === "string") return [[place, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${place}.${key}`));
}

describe("the words of the pages", () => {
  const folders = globSync("**/words/index.ts", { cwd: APP }).map((path) => join(APP, dirname(path)));

  test("stand in folders of their own", () => assert.ok(folders.length > 10, `${folders.length} folders`));

  for (const folder of folders) {
    const name = folder.slice(APP.length);
    test(`${name}: French says everything that English says`, async () => {
      const [en, fr] = await Promise.all(["en.ts", "fr.ts"].map((file) => wordsIn(join(folder, file))));
      assert.deepEqual(shapeOf(fr).filter(isSpoken).sort(), shapeOf(en).filter(isSpoken).sort());
      const french = new Map(textsOf(fr));
      const empty = textsOf(en).filter(([place, text]) => text !== "" && french.get(place)?.trim() === "");
      assert.deepEqual(empty, [], "empty words");
      const untranslated = textsOf(en).filter(
        ([place, text]) => text.split(" ").length > 3 && !SAME.test(text) && french.get(place) === text,
      );
      assert.deepEqual(untranslated, [], "sentences that are still English");
    });
    if (existsSync(join(folder, "ar.ts"))) {
      test(`${name}: Arabic says nothing that English does not say`, async () => {
        const [en, ar] = await Promise.all(["en.ts", "ar.ts"].map((file) => wordsIn(join(folder, file))));
        const known = new Set(shapeOf(en));
        const unknown = shapeOf(ar).filter((word) => !known.has(word.replace(ARABIC_FORM, ".one:")));
        assert.deepEqual(unknown, []);
      });
    }
    if (isForEverybody(folder)) {
      test(`${name}: Arabic says everything, for it is on pages for everybody`, async () => {
        const [en, ar] = await Promise.all(["en.ts", "ar.ts"].map((file) => wordsIn(join(folder, file))));
        const said = new Set(shapeOf(ar));
        assert.deepEqual(
          shapeOf(en)
            .filter(isSpoken)
            .filter((word) => !said.has(word)),
          [],
        );
        const arabic = new Map(textsOf(ar));
        const missing = textsOf(en).filter(
          ([place, text]) =>
            text.split(" ").length > 2 && !SAME.test(text) && !ARABIC.test(arabic.get(place) ?? ""),
        );
        assert.deepEqual(missing, [], "sentences without an Arabic letter");
      });
    }
  }

  test("are nowhere else: no component spells out what a reader sees", async () => {
    const found: string[] = [];
    for (const path of globSync("**/*.tsx", { cwd: APP })) {
      const text = await readFile(join(APP, path), "utf8");
      for (const literal of spokenLiterals(parseSync(path, text).program)) found.push(`${path}: ${literal}`);
    }
    assert.deepEqual(found, []);
  });
});

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** Texts between tags, and texts of attributes that are read out or shown. */
function spokenLiterals(root: unknown): string[] {
  const found: string[] = [];
  const open: unknown[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isNode(node)) continue;
    const text = spokenText(node);
    if (text !== undefined && LETTERS.test(text.replace(ENTITY, " "))) found.push(text.trim());
    for (const field of Object.values(node))
      open.push(...(Array.isArray(field) ? field : [field]).filter(isNode));
  }
  return found;
}

function spokenText(node: Node): string | undefined {
  if (node.type === "JSXText") return String(node.value);
  if (node.type !== "JSXAttribute" || !isNode(node.name) || !isNode(node.value)) return undefined;
  const isSpoken = SPOKEN.has(String(node.name.name));
  return isSpoken && node.value.type === "Literal" ? String(node.value.value) : undefined;
}
