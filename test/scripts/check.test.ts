// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Declared, findUnasserted, readDeclared } from "#scripts/check/assertions.ts";
import { findCircles } from "#scripts/check/circles.ts";
import { findBrokenManners, findLongFiles, findMachinePaths } from "#scripts/check/files.ts";
import { findOversized, readSizes } from "#scripts/check/sizes.ts";
import { findTreeDifferences } from "#scripts/check/trees.ts";
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

test("files that import each other in a circle are named with the way round, types among them", () => {
  const files = [
    { path: "sdk/a.ts", text: 'import type { B } from "./b.ts";' },
    { path: "sdk/b.ts", text: 'import { c } from "#sdk/c.ts";' },
    { path: "sdk/c.ts", text: 'const a = await import("./a.ts");' },
    { path: "sdk/d.ts", text: 'import { a } from "./a.ts";\nimport { c } from "./c.ts";' },
    { path: "contracts/A.sol", text: 'import {B} from "./B.sol";' },
    { path: "contracts/B.sol", text: 'import {A} from "./A.sol";' },
  ];
  assert.deepEqual(findCircles(files, ALIASES), [
    "sdk/a.ts -> sdk/b.ts -> sdk/c.ts -> sdk/a.ts",
    "contracts/A.sol -> contracts/B.sol -> contracts/A.sol",
  ]);
});

test("two ways to the same file are no circle", () => {
  const files = [
    { path: "sdk/a.ts", text: 'import "./b.ts";\nimport "./c.ts";' },
    { path: "sdk/b.ts", text: 'import "./d.ts";' },
    { path: "sdk/c.ts", text: 'import "./d.ts";' },
    { path: "sdk/d.ts", text: "" },
  ];
  assert.deepEqual(findCircles(files, ALIASES), []);
});

test("a file of 351 lines is too long, one of 350 is not", () => {
  assert.equal(findLongFiles([{ path: "sdk/a.ts", text: "\n".repeat(351) }]).length, 1);
  assert.deepEqual(findLongFiles([{ path: "sdk/a.ts", text: "\n".repeat(350) }]), []);
});

test("absolute paths of a machine are found, routes and relative paths are not", () => {
  const home = ["", "home", "somebody", "list.csv"].join("/");
  assert.equal(findMachinePaths([{ path: "a.md", text: `See ${home}.` }]).length, 1);
  const harmless = ["GET /api/lists", "root", "proof ../shared"].join("/");
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

const PLAN = `Till: what it does
├── pay
│   ├── when the shop's till is closed
│   │   └── it should revert
│   └── given any amount
│       └── it should pay it
└── cannot be emptied
`;
const TESTS = `contract TillTest {
    function test_Pay_WhenTheShopsTillIsClosed() public {}
    function testFuzz_Pay_GivenAnyAmount(
        uint256 amount
    ) public {}
    function test_CannotBeEmptied() public view {}
}
`;

function differences(tree: string, tests: string): string[] {
  return findTreeDifferences([
    { path: "test/contracts/Till.tree", text: tree },
    { path: "test/contracts/Till.t.sol", text: tests },
  ]);
}

test("a test plan and its tests agree when each branch with leaves, or without anything below, has its test", () => {
  assert.deepEqual(differences(PLAN, TESTS), []);
});

test("a branch without a test, and a test without a branch, are named", () => {
  const renamed = differences(PLAN, TESTS.replace("TillIsClosed", "TillIsShut"));
  assert.match(renamed[0] ?? "", /Till\.tree:3 .* it would be test_Pay_WhenTheShopsTillIsClosed/);
  assert.match(renamed[1] ?? "", /test_Pay_WhenTheShopsTillIsShut stands in no branch/);
  assert.equal(renamed.length, 2);
  const commentedOut = TESTS.replace("    function test_Cannot", "    // function test_Cannot");
  assert.equal(differences(PLAN, commentedOut).length, 1);
});

test("a test file without a plan, a plan without tests, and a plan that is drawn wrongly are named", () => {
  assert.match(
    findTreeDifferences([{ path: "test/contracts/a/Till.t.sol", text: TESTS }])[0] ?? "",
    /no test plan/,
  );
  assert.match(
    findTreeDifferences([{ path: "test/contracts/a/Till.tree", text: PLAN }])[0] ?? "",
    /has no tests/,
  );
  const crooked = differences(PLAN.replace("└── cannot", "  └── cannot"), TESTS);
  assert.match(crooked[0] ?? "", /Till\.tree:7 is not drawn as a branch/);
  assert.match(differences(`${PLAN}└── it should pay`, TESTS)[0] ?? "", /leaf at the title/);
});

test("a fuzz test is called so, and no branch is tested twice", () => {
  const plain = differences(PLAN, TESTS.replace("testFuzz_", "test_"));
  assert.match(plain[0] ?? "", /exactly when it takes parameters/);
  const twice = TESTS.replace("}\n", "function test_Pay_GivenAnyAmount() public {}\n}\n");
  assert.match(differences(PLAN, twice).join(), /two tests for the branch Pay_GivenAnyAmount/);
  const twoBranches = differences(`${PLAN}└── cannot be emptied\n`, TESTS);
  assert.match(twoBranches.join(), /two branches for test_CannotBeEmptied/);
});

const PAID: Declared = { kind: "event", name: "Paid", contract: "Till" };
const EMPTY: Declared = { kind: "error", name: "Till_Empty", contract: "Till" };

/** Without the findings about excuses, which are about the real ABIs. */
function unasserted(declared: readonly Declared[], body: string): string[] {
  const files = [{ path: "test/contracts/Till.t.sol", text: `function test_A() public { ${body} }` }];
  return findUnasserted(declared, files).filter((line) => /never asserted/.test(line));
}

test("an error is asserted by its selector in the code of a test", () => {
  assert.match(unasserted([EMPTY], "// Till.Till_Empty.selector\n")[0] ?? "", /error Till_Empty \(Till\)/);
  assert.deepEqual(unasserted([EMPTY], "vm.expectRevert(Till.Till_Empty.selector);"), []);
});

test("an event is asserted when it is emitted after expectEmit in the same function, or by its topic", () => {
  assert.match(unasserted([PAID], "emit Till.Paid(1);")[0] ?? "", /event Paid \(Till\)/);
  assert.equal(
    unasserted([PAID], "vm.expectEmit(); } function test_B() public { emit Till.Paid(1);").length,
    1,
  );
  assert.equal(unasserted([PAID], "vm.expectRevert(); till.pay(); emit Till.Paid(1);").length, 1);
  assert.deepEqual(unasserted([PAID], "vm.expectEmit(till); emit Till.Paid(1);"), []);
  assert.deepEqual(unasserted([PAID], "_expectPayment(); emit Till.Paid(1);"), []);
  assert.deepEqual(unasserted([PAID], "assertEq(logs[0].topics[0], Till.Paid.selector);"), []);
});

test("an excuse is named once no ABI has what it excuses", () => {
  assert.match(findUnasserted([], []).join(), /EIP712DomainChanged is excused .* no ABI has it any more/);
});

test("the ABIs of the contracts are read, those for tests are not", () => {
  const names = readDeclared().map(({ name }) => name);
  assert.ok(names.includes("Budget_ZeroAmount"));
  assert.ok(!names.includes("BlocklistToken_Blocked"));
});

test("a contract of 24,577 bytes is too large, one of 24,576 is not", () => {
  const till = { name: "Till", runtime: 24_576, creation: 49_152 };
  assert.deepEqual(findOversized([till]), []);
  assert.match(findOversized([{ ...till, runtime: 24_577 }])[0] ?? "", /Till has 24577 bytes of code/);
  assert.match(findOversized([{ ...till, creation: 49_153 }])[0] ?? "", /takes 49153 bytes to create/);
  assert.ok(readSizes().some(({ name, runtime }) => name === "Programme" && runtime > 10_000));
});
