// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { findBrokenManners, findLongFiles, findMachinePaths } from "#scripts/check/files.ts";
import { findBrokenWalls } from "#scripts/check/walls.ts";

const SPDX = "// SPDX-License-Identifier: Apache-2.0\n";
const ALIASES = { "#sdk/*": "./sdk/*", "#server/*": "./server/*" };

function broken(path: string, text: string): string[] {
  return findBrokenWalls([{ path, text }], ALIASES);
}

test("imports that go up, sideways or into a feature are named", () => {
  assert.match(
    broken("sdk/list/a.ts", 'import { b } from "#server/b.ts";')[0] ?? "",
    /sdk\/list\/a\.ts imports server\/b\.ts/,
  );
  assert.equal(broken("sdk/a.ts", 'import { readFileSync } from "node:fs";').length, 1);
  assert.equal(broken("server/history/a.ts", 'const b = await import("../office/b.ts");').length, 1);
  assert.equal(broken("app/src/features/a/x.tsx", 'import { b } from "../b/index.ts";').length, 1);
  assert.equal(broken("app/src/router.tsx", 'import { b } from "./features/b/Page.tsx";').length, 1);
  assert.equal(broken("contracts/programmes/A.sol", 'import {B} from "../testing/B.sol";').length, 1);
});

test("imports that go down are let through", () => {
  assert.deepEqual(broken("server/history/a.ts", 'import { b } from "#sdk/b.ts";\nimport "node:fs";'), []);
  assert.deepEqual(broken("app/src/router.tsx", 'import { b } from "./features/b/index.ts";'), []);
  assert.deepEqual(broken("contracts/testing/A.sol", 'import {B} from "../testing/B.sol";'), []);
});

test("a file of 351 lines is too long, one of 350 is not", () => {
  assert.equal(findLongFiles([{ path: "sdk/a.ts", text: "\n".repeat(351) }]).length, 1);
  assert.deepEqual(findLongFiles([{ path: "sdk/a.ts", text: "\n".repeat(350) }]), []);
});

test("absolute paths of a machine are found, routes and relative paths are not", () => {
  const home = ["", "home", "somebody", "list.csv"].join("/");
  assert.equal(findMachinePaths([{ path: "a.md", text: `See ${home}.` }]).length, 1);
  const harmless = ["GET /api/lists/root/proof", "../", "shared"].join(" ");
  assert.deepEqual(findMachinePaths([{ path: "a.md", text: harmless }]), []);
});

test("a missing licence line, assembly outside the libraries and silenced checks are found", () => {
  const assembly = `${SPDX}contract A {\n    assembly { x := 1 }\n}\n`;
  assert.equal(findBrokenManners([{ path: "contracts/A.sol", text: assembly }]).length, 1);
  assert.deepEqual(findBrokenManners([{ path: "contracts/libraries/A.sol", text: assembly }]), []);
  assert.equal(findBrokenManners([{ path: "sdk/a.ts", text: "export {};\n" }]).length, 1);
  const silenced = `${SPDX}// biome-${"ignore"} lint: no\n`;
  assert.equal(findBrokenManners([{ path: "sdk/a.ts", text: silenced }]).length, 1);
});
