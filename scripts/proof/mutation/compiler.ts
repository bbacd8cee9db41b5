// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Artifact } from "@nomicfoundation/edr";
import solc from "solc";
import { projectFolder } from "../../house/run.ts";
import { isNode, type Node } from "./ast.ts";

/** Solidity sources by path, the project's from its folder, packages by name. */
export type Sources = ReadonlyMap<string, string>;

interface Problem {
  readonly severity: string;
  readonly formattedMessage: string;
  readonly sourceLocation?: { readonly file: string; readonly start: number };
}

/** The compiler refused the sources. */
export class CompileError extends Error {
  override readonly name = "CompileError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ formattedMessage }) => formattedMessage).join("\n"));
    this.problems = problems;
  }
}

const VERSION = "0.8.37";

/** Reads sources and everything that they import. */
export function readWithImports(roots: readonly string[]): Map<string, string> {
  const sources = new Map<string, string>();
  const take = (path: string): void => {
    if (sources.has(path)) return;
    const inProject = join(projectFolder, path);
    const file = existsSync(inProject) ? inProject : join(projectFolder, "node_modules", path);
    const text = readFileSync(file, "utf8");
    sources.set(path, text);
    for (const imported of importsOf(path, text)) take(imported);
  };
  for (const root of roots) take(root);
  return sources;
}

/** What a source imports, as paths like those of the sources. */
export function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(/^\s*import\s+(?:[^"';]*\bfrom\s+)?["']([^"'\n]+)["']/gm);
  return [...found].map(([, name = ""]) =>
    name.startsWith(".") ? join(path, "..", name).replaceAll("\\", "/") : name,
  );
}

/** The syntax tree of each source. */
export function parse(sources: Sources): Map<string, Node> {
  const output = compile(sources, { "*": { "": ["ast"] } });
  return new Map(
    Object.entries(output.sources).flatMap(([path, { ast }]) => (isNode(ast) ? [[path, ast] as const] : [])),
  );
}

/** The contracts of some sources, not optimised, ready to be tested. */
export function build(sources: Sources, roots: readonly string[]): Artifact[] {
  const wanted = ["abi", "evm.bytecode.object", "evm.bytecode.linkReferences"];
  const selection = Object.fromEntries(roots.map((root) => [root, { "*": wanted }]));
  const { contracts } = compile(sources, selection);
  return Object.entries(contracts).flatMap(([source, named]) =>
    Object.entries(named).map(([name, { abi, evm }]) => ({
      id: { name, source, solcVersion: VERSION },
      contract: {
        abi: JSON.stringify(abi),
        bytecode: `0x${evm?.bytecode.object ?? ""}`,
        linkReferences: evm?.bytecode.linkReferences ?? {},
        deployedBytecode: "0x",
        deployedLinkReferences: {},
      },
    })),
  );
}

export interface Output {
  readonly errors?: readonly Problem[];
  readonly sources: Readonly<Record<string, { readonly ast: unknown }>>;
  readonly contracts: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly abi: unknown;
            readonly evm?: {
              readonly bytecode: { readonly object: string; readonly linkReferences: Record<string, never> };
            };
          }
        >
      >
    >
  >;
}

export function compile(sources: Sources, outputSelection: object): Output {
  const input = {
    language: "Solidity",
    sources: Object.fromEntries([...sources].map(([path, content]) => [path, { content }])),
    settings: {
      evmVersion: "cancun",
      optimizer: { enabled: false },
      metadata: { bytecodeHash: "none", appendCBOR: false },
      outputSelection,
    },
  };
  const output: Output = JSON.parse(solc.compile(JSON.stringify(input)));
  const errors = (output.errors ?? []).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new CompileError(errors);
  return output;
}
