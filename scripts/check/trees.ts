// SPDX-License-Identifier: Apache-2.0
import type { SourceFile } from "../house/sources.ts";

/**
 * A test plan and its tests say the same. Beside each `X.t.sol` in test/contracts stands `X.tree`:
 *
 *     DocumentRegistry
 *     └── record                                   a branch
 *         ├── when the hash is empty               a branch with a leaf: one test
 *         │   └── it should revert                 a leaf
 *         └── given any hash                       fuzzed, since its test takes parameters
 *             └── it should keep the record
 *
 * A branch with leaves, or with nothing below it, is one test. The test is named by the branches that lead to it, the title left out:
 * `test_Record_WhenTheHashIsEmpty`, and `testFuzz_Record_GivenAnyHash(bytes32)` when it takes parameters.
 */
interface Branch {
  readonly line: number;
  /** From the first branch below the title to this one. */
  readonly path: readonly string[];
  readonly depth: number;
}

/** What a tree demands, and what is wrong with the tree itself. */
interface Plan {
  readonly branches: readonly Branch[];
  readonly mistakes: readonly string[];
}

const TREE = /^test\/contracts\/.*\.tree$/;
const TESTS = /^test\/contracts\/.*\.t\.sol$/;
const DRAWN = /^((?:│ {3}| {4})*)[├└]── (\S.*)$/;
const LEAF = /^it\b/;
const FUNCTION = /\bfunction\s+(test\w*)\s*\(([^)]*)\)/g;

/** Every difference between a test plan and its tests, as a line for people. */
export function findTreeDifferences(files: readonly SourceFile[]): string[] {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const bases = files
    .filter((file) => TREE.test(file.path) || TESTS.test(file.path))
    .map((file) => file.path.replace(/\.(tree|t\.sol)$/, ""));
  return [...new Set(bases)].flatMap((base) => {
    const tree = texts.get(`${base}.tree`);
    const tests = texts.get(`${base}.t.sol`);
    if (tree === undefined) return [`${base}.t.sol has no test plan: write ${base}.tree`];
    if (tests === undefined) return [`${base}.tree has no tests: write ${base}.t.sol`];
    return differences(base, readPlan(`${base}.tree`, tree), tests);
  });
}

function differences(base: string, plan: Plan, tests: string): string[] {
  const functions = [...withoutComments(tests).matchAll(FUNCTION)].map(([, name = "", parameters = ""]) => ({
    name,
    isFuzz: parameters.trim() !== "",
  }));
  const wanted = new Map(plan.branches.map((branch) => [nameOf(branch.path), branch]));
  const found = functions.map(({ name }) => name.replace(/^test(Fuzz)?_/, ""));
  const missing = [...wanted].filter(([name]) => !found.includes(name));
  return [
    ...plan.mistakes,
    ...repeated(plan.branches.map((branch) => nameOf(branch.path))).map(
      (name) => `${base}.tree has two branches for test_${name}`,
    ),
    ...missing.map(
      ([name, { line, path }]) =>
        `${base}.tree:${line} "${path.at(-1)}" has no test in ${base}.t.sol: it would be test_${name}`,
    ),
    ...functions
      .filter((_, place) => !wanted.has(found[place] ?? ""))
      .map(({ name }) => `${base}.t.sol: ${name} stands in no branch of ${base}.tree`),
    ...repeated(found).map((name) => `${base}.t.sol has two tests for the branch ${name}`),
    ...functions
      .filter(({ name, isFuzz }) => name.startsWith("testFuzz_") !== isFuzz)
      .map(
        ({ name }) =>
          `${base}.t.sol: ${name}: a test is called testFuzz_... exactly when it takes parameters`,
      ),
  ];
}

function readPlan(file: string, text: string): Plan {
  const mistakes: string[] = [];
  const branches: Branch[] = [];
  /** Paths of the branches that have leaves. */
  const bearing = new Set<string>();
  let path: string[] = [];
  for (const [index, drawn] of text.trimEnd().split("\n").slice(1).entries()) {
    const line = index + 2;
    const [, indent, words] = DRAWN.exec(drawn) ?? [];
    const depth = (indent?.length ?? 0) / 4;
    if (words === undefined || depth > path.length) {
      mistakes.push(`${file}:${line} is not drawn as a branch: four columns a step, "├── " or "└── "`);
    } else if (LEAF.test(words)) {
      path = path.slice(0, depth);
      bearing.add(path.join("/"));
      if (depth === 0) mistakes.push(`${file}:${line} is a leaf at the title: give it a branch`);
    } else {
      path = [...path.slice(0, depth), words];
      branches.push({ line, depth, path });
    }
  }
  const tests = branches.filter(
    ({ path: own, depth }, place) => bearing.has(own.join("/")) || (branches[place + 1]?.depth ?? 0) <= depth,
  );
  return { branches: tests, mistakes };
}

/** `["record", "when the hash is empty"]` becomes `Record_WhenTheHashIsEmpty`. */
function nameOf(path: readonly string[]): string {
  return path.map(pascalCase).join("_");
}

function pascalCase(words: string): string {
  return words
    .replace(/['’]/g, "")
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
}
