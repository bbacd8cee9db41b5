// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { id as keccakOfText } from "ethers";
import { databaseValues, haystackOf, searchFor } from "../support/search.ts";
import { asTextToo, textsOfBackup } from "./support/traces.ts";

const ID = "46 913-810a";
const PHONE = "254826725646";
const NAME = "Zoë  Abareko";

/** Each way in which somebody of a list could be written. */
const FORMS: Readonly<Record<string, string>> = {
  "the identifier": ID,
  "the identifier in normal form": "46913810A",
  "the phone": PHONE,
  "the phone as it is dialled": `+${PHONE}`,
  "the name": NAME,
  "the name in capitals": "ZOE ABAREKO",
};

const hash = (algorithm: string) => (text: string) => createHash(algorithm).update(text).digest("hex");
const HASHES: Readonly<Record<string, (text: string) => string>> = {
  keccak256: (text) => keccakOfText(text).slice(2),
  sha256: hash("sha256"),
  sha1: hash("sha1"),
  md5: hash("md5"),
};

const search = searchFor([ID, PHONE, NAME]);
const sees = (texts: readonly string[]): boolean =>
  search(haystackOf(["before", ...texts, "after"])).length > 0;
const hexOf = (text: string): string => Buffer.from(text).toString("hex");

/*
 * The last chapter of story.test.ts looks for everybody of its list in everything that a month left behind. Here the same search is
 * shown what it must not miss.
 */
test("the search finds a person as text, as bytes and as Base64", () => {
  for (const [what, text] of Object.entries(FORMS)) {
    assert.ok(sees([`{"note":"${text}"}`]), what);
    assert.ok(sees([`0x00${hexOf(text)}00`]), `bytes of ${what}`);
  }
  for (const text of [ID, PHONE, NAME])
    assert.ok(sees([`data:${Buffer.from(text).toString("base64")}`]), text);
});

test("the search finds each bare hash of each form, in calldata and in text", () => {
  for (const [what, text] of Object.entries(FORMS)) {
    for (const [name, hashOf] of Object.entries(HASHES)) {
      assert.ok(sees([`0xa9059cbb${hashOf(text)}`]), `${name} of ${what} in calldata`);
      assert.ok(
        sees([`https://office.test/x?h=${hashOf(text).toUpperCase()}`]),
        `${name} of ${what} in an address`,
      );
    }
  }
});

test("the search reads the columns of a database, texts and bytes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "annona-search-"));
  try {
    const file = join(folder, "office.sqlite");
    const database = new DatabaseSync(file);
    database.exec("create table kept (note text, content blob)");
    const insert = (note: string, content: string) => {
      database.exec("delete from kept");
      database.prepare("insert into kept values (?, ?)").run(note, Buffer.from(content));
    };
    const read = () => databaseValues(file).flatMap(asTextToo);
    insert("a draft", "sealed");
    assert.equal(sees(read()), false);
    insert(`draft of ${NAME}`, "sealed");
    assert.equal(sees(read()), true);
    insert("a draft", `\u0000household;${PHONE};`);
    assert.equal(sees(read()), true);
    database.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the search reads a backup through its compression, texts and bytes", () => {
  const backup = (...row: readonly string[]) =>
    textsOfBackup(
      gzipSync(`{"format":"annona-office-backup"}\n${JSON.stringify(["drafts", ...row])}\n{"rows":{}}\n`),
    );
  const bytes = (text: string) => Buffer.from(text).toString("base64");
  assert.equal(sees(backup("a draft", bytes("sealed"))), false);
  assert.equal(sees(backup(NAME, bytes("sealed"))), true);
  assert.equal(sees(backup("a draft", bytes(`row 1;${NAME};`))), true);
  assert.equal(sees(backup("a draft", bytes(`\u0001\u0002${HASHES.sha1?.(PHONE)}`))), true);
});

test("chance is no leak: a number inside of a longer one, or half of a hash", () => {
  assert.equal(sees([`7${PHONE}`, hash("sha256")(PHONE).slice(0, 32), "Zoë"]), false);
});
