// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import type { Command } from "commander";
import { COMMANDS } from "#scripts/cli/commands/index.ts";
import { buildProgram } from "#scripts/cli/program.ts";
import { withExample } from "#scripts/docs/encodings.ts";
import { readEntries } from "#scripts/docs/entries.ts";
import { errorsPage } from "#scripts/docs/errors.ts";
import { workedExample } from "#scripts/docs/example.ts";
import { projectFolder } from "#scripts/house/run.ts";
import { readSources } from "#scripts/house/sources.ts";

const PAGES = ["README.md", ...globSync("docs/*.md", { cwd: projectFolder })];

function read(path: string): string {
  return readFileSync(join(projectFolder, path), "utf8");
}

describe("docs/errors.md", () => {
  const page = read("docs/errors.md");

  it("is what npm run docs writes now", async () => {
    assert.equal(errorsPage(await readSources()), page, "run: npm run docs");
  });

  it("has an entry for every custom error of the contracts that are deployed", () => {
    const names = deployedErrors();
    assert.ok(names.length > 80, `${names.length} errors`);
    assert.deepEqual(
      names.filter((name) => !page.includes(`\n### ${name}\n`)),
      [],
    );
  });

  const source = (text: string) => ({ path: "sdk/example.ts", text });

  it("finds errors in every form that the code has", () => {
    const entries = readEntries(
      source(`
        const AGAIN = "try again.";
        const LIST = { a: ["ABC-101", "It broke.", "Mend it."] } as const;
        throw new Failure(404, "ABC-102", \`\${one.two} broke.\`, \`Wait \${thing ?? "a bit"}.\`);
        throw new Failure({ code: "ABC-103", summary: isWet ? "Wet." : "Dry.", next: \`Just \${AGAIN}\` });
        if (code === "ABC-104") wait();
      `),
    );
    assert.deepEqual(entries, [
      { code: "ABC-101", summary: "It broke.", next: "Mend it." },
      { code: "ABC-102", summary: "{two} broke.", next: "Wait {thing}." },
      { code: "ABC-103", summary: "Wet. Or: Dry.", next: "Just try again." },
    ]);
  });

  it("cannot be written while a code is used and nowhere explained, explained twice, or fits no chapter", () => {
    assert.throws(() => errorsPage([source('fail("CLI-999");')]), /CLI-999 in sdk\/example\.ts/);
    const twice = 'fail("CLI-999", "One.", "Do."); fail("CLI-999", "Two.", "Do.");';
    assert.throws(() => errorsPage([source(twice)]), /CLI-999 is explained in two ways/);
    assert.throws(
      () => errorsPage([source('fail("NEW-101", "One.", "Do.");')]),
      /without a chapter: NEW-101/,
    );
  });
});

describe("docs/encodings.md", () => {
  it("shows what the sdk works out now", async () => {
    const page = read("docs/encodings.md");
    assert.equal(withExample(page, await workedExample()), page, "run: npm run docs");
  });

  it("has to show each value, and no other", () => {
    const block = "```example\na: old\n```\n";
    assert.equal(withExample(block, { a: "new" }), "```example\na: new\n```\n");
    assert.throws(() => withExample(block, {}), /no value "a"/);
    assert.throws(() => withExample(block, { a: "1", b: "2" }), /does not show: b/);
  });
});

describe("every page", () => {
  it("points only to what is there", () => {
    const broken = PAGES.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)(#[^)]*)?\)/g)].flatMap(([, target = ""]) =>
        existsSync(join(projectFolder, dirname(page), target)) ? [] : [`${page}: ${target}`],
      ),
    );
    assert.deepEqual(broken, []);
  });

  it("shows commands of the command line as they are", async () => {
    const program = await wholeProgram();
    const commands = PAGES.flatMap((page) => commandsIn(read(page)).map((words) => ({ page, words })));
    assert.ok(commands.length > 15, `${commands.length} commands`);
    for (const { page, words } of commands) {
      assert.deepEqual(unknownWords(program, words), [], `${page}: annona ${words.join(" ")}`);
    }
  });
});

/** Names of custom errors in the artifacts of the contracts, without those that are for tests alone. */
function deployedErrors(): string[] {
  const files = globSync("artifacts/contracts/**/*.sol/*.json", { cwd: projectFolder })
    .map((path) => path.replaceAll("\\", "/"))
    // A contract that is gone from the sources can leave its artifact behind.
    .filter((path) => !path.includes("/testing/") && existsSync(join(projectFolder, sourceOf(path))));
  const names = files.flatMap((path) => {
    const { abi } = JSON.parse(read(path)) as { abi: { type: string; name: string }[] };
    return abi.filter(({ type }) => type === "error").map(({ name }) => name);
  });
  return [...new Set(names)].sort();
}

function sourceOf(artifact: string): string {
  return dirname(artifact).replace(/^artifacts\//, "");
}

/** The words after `annona --` of each command in a page's code blocks; a backslash joins lines. */
function commandsIn(page: string): string[][] {
  const joined = page.replace(/\\\n\s*/g, "");
  return [...joined.matchAll(/^(?:npm run --silent annona --|annona) (.+)$/gm)].map(([, rest = ""]) =>
    (rest.replace(/\s+#.*$/, "").match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', "")),
  );
}

/** The command line with what each command is loaded with when it is called. */
async function wholeProgram(): Promise<Command> {
  const program = buildProgram();
  for (const { call, load } of COMMANDS) {
    const command = program.commands.find((each) => each.name() === call.split(" ")[0]);
    assert.ok(command, call);
    (await load())(command);
  }
  return program;
}

/** Subcommands and options that the command line does not have, and required options that are missing. */
function unknownWords(program: Command, words: readonly string[]): string[] {
  let command = program;
  let isPath = true;
  const given = words.filter((word) => word.startsWith("--"));
  for (const word of words) {
    const next = isPath ? command.commands.find((each) => each.name() === word) : undefined;
    if (next === undefined) isPath = false;
    else command = next;
  }
  const options = [...program.options, ...command.options];
  const unknown = given.filter((word) => word !== "--help" && !options.some(({ long }) => long === word));
  const needed = given.includes("--help") ? [] : command.options.filter(({ mandatory }) => mandatory);
  const missing = needed
    .filter(({ long }) => !given.includes(long ?? ""))
    .map(({ long }) => `missing ${long}`);
  const isNoCommand = command === program || command.commands.length > 0;
  return [...unknown, ...missing, ...(isNoCommand && !given.includes("--help") ? ["no such command"] : [])];
}
