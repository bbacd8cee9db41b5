// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { compareLayouts } from "#scripts/check/storage/compareLayouts.ts";
import { type Layout, readLayout } from "#scripts/check/storage/readLayout.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const SOURCES = globSync("contracts/**/*.sol", { cwd: PROJECT })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !/^contracts\/(testing|interfaces)\//.test(path));
const STATE = "contracts/programmes/ProgrammeState.sol";

const read = (path: string) => readFileSync(join(PROJECT, path), "utf8");

/** The layout of the sources with one change. */
function changed(file: string, from: string, to: string): Layout {
  const text = read(file);
  assert.ok(text.includes(from), `${file} has ${from}`);
  return readLayout(SOURCES, (path) => (path === file ? text.replace(from, to) : read(path)));
}

/** A namespace as a contract would bring its own. */
const OWN = "contracts/Own.sol";
const OWN_SOURCE = `pragma solidity ^0.8.37;
type Number is uint32;
struct Entry { Number latest; uint64 most; }
/// @custom:storage-location erc7201:annona.storage.Own
struct Own { mapping(Number => Entry) entries; }
bytes32 constant OWN = 0x638d7057356be6e2608e1dddaf1df9dfd976cf19459ec5e0ddc065d334459a00;
`;

/** What a change in it breaks. */
function ownBroken(from: string, to: string): readonly string[] {
  const [recorded, now] = [OWN_SOURCE, OWN_SOURCE.replace(from, to)].map((text) =>
    readLayout([OWN], (path) => (path === OWN ? text : read(path))),
  ) as [Layout, Layout];
  return compareLayouts(recorded, now).broken;
}

describe("the storage of upgradeable contracts", () => {
  let recorded: Layout;
  before(() => {
    recorded = JSON.parse(read("docs/storage-layout.json")) as Layout;
  });
  const brokenBy = (file: string, from: string, to: string) =>
    compareLayouts(recorded, changed(file, from, to)).broken;

  test("lies as it is recorded", () => {
    assert.deepEqual(compareLayouts(recorded, readLayout(SOURCES)), { broken: [], grown: [] });
  });

  test("a field that moves is found, with all that it moves along", () => {
    const broken = brokenBy(
      STATE,
      "    uint256 assetScale;\n",
      "    uint256 between;\n    uint256 assetScale;\n",
    );
    assert.match(broken[0] ?? "", /ProgrammeStorage: assetScale moved from slot \d+ to slot \d+/);
    assert.ok(broken.some((line) => line.includes("words moved")));
  });

  test("two fields that change places are found", () => {
    const broken = brokenBy(
      STATE,
      "    uint128 free;\n    uint128 committed;\n",
      "    uint128 committed;\n    uint128 free;\n",
    );
    assert.equal(broken.length, 2);
  });

  test("a field of another type is found, in a struct behind a mapping too", () => {
    assert.deepEqual(ownBroken("uint64 most;", "int64 most;"), [
      "struct Entry: most was uint64 (8 bytes) and is int64 (8 bytes)",
    ]);
    assert.deepEqual(ownBroken("mapping(Number => Entry) entries;", "mapping(address => Entry) entries;"), [
      "struct Own: entries was mapping(Number => struct Entry) (32 bytes) and is mapping(address => struct Entry) (32 bytes)",
    ]);
  });

  test("a number that gets wider is found wherever it is kept", () => {
    assert.deepEqual(ownBroken("type Number is uint32;", "type Number is uint64;"), [
      "struct Entry: latest was Number (4 bytes) and is Number (8 bytes)",
      "struct Entry: most moved from slot 0, byte 4 to slot 0, byte 8",
    ]);
  });

  test("a field that is gone or has another name is found", () => {
    assert.deepEqual(ownBroken("uint64 most;", "uint64 least;"), [
      "struct Entry: most is gone from slot 0, byte 4",
    ]);
  });

  test("a struct that an array holds may not grow", () => {
    const broken = brokenBy(
      "contracts/interfaces/ICycles.sol",
      "        bool needsRelease;\n",
      "        bool needsRelease;\n        uint256 more;\n",
    );
    assert.match(broken.join("\n"), /Band has \d+ bytes instead of \d+, and arrays hold it side by side/);
  });

  test("a variable outside of the namespaces is found", () => {
    const file = "contracts/programmes/Budget.sol";
    const [declaration = ""] = /abstract contract Budget[^{]*\{/.exec(read(file)) ?? [];
    const { grown } = compareLayouts(
      recorded,
      changed(file, declaration, `${declaration}\n    uint256 private _stray;`),
    );
    assert.match(grown.join("\n"), /contract ProgrammeOffice: _stray is new/);
  });

  test("a namespace at another place than its name says is found", () => {
    assert.throws(
      () => changed(STATE, "0x0b46995e25d01eee", "0x1b46995e25d01eee"),
      /annona\.storage\.Programme is not kept at its place by ERC-7201/,
    );
  });

  test("fields that come after all others are growth", () => {
    const after = changed(
      STATE,
      "    StoredWord[WORD_PLACES] words;\n",
      "    StoredWord[WORD_PLACES] words;\n    uint256 later;\n",
    );
    const { broken, grown } = compareLayouts(recorded, after);
    assert.deepEqual(broken, []);
    assert.match(grown.join("\n"), /later is new at slot \d+/);
    assert.equal(grown.length, 1);
  });
});
