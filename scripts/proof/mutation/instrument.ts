// SPDX-License-Identifier: Apache-2.0
import { childrenOf, isNode, type Node } from "./ast.ts";
import type { Sources } from "./compiler.ts";
import { applied } from "./edits.ts";
import { type Book, type Draft, type Mutant, mutate, switchLibrary } from "./mutate.ts";

/** The syntax tree of each source. */
type Trees = ReadonlyMap<string, Node>;

/** Sources with every mutant built in behind its switch. */
export interface Instrumented {
  readonly sources: Sources;
  readonly mutants: readonly Mutant[];
}

/** The source that every mutated one imports. */
export const LIBRARY = "mutants/MutantSwitch.sol";
/** What is mutated: all contracts outside of testing; operators of value types must stay pure, interfaces have no code. */
const MUTATED = /^contracts\/(?!testing\/|types\/|interfaces\/)/;
/** Functions here may be asked by mutated code, or ask it, and so cannot promise to read nothing. */
const MAY_READ = /^(contracts\/(?!types\/)|test\/)/;

/** Builds every mutant into the sources at once, so that they are compiled only once. */
export function instrument(sources: Sources, trees: Trees, leftOut: Book["leftOut"]): Instrumented {
  const drafts = new Map(
    [...sources].map(([file, text]): [string, Draft] => [
      file,
      { file, source: Buffer.from(text), edits: [] },
    ]),
  );
  const modifiers = modifiersIn(trees, drafts);
  const mutants: Mutant[] = [];
  const book: Book = { mutants, leftOut, elsewhere: (id) => modifiers.get(id) };
  for (const [file, tree] of trees) {
    const draft = drafts.get(file);
    if (!draft || !MUTATED.test(file)) continue;
    for (const node of definitionsIn(tree).filter(({ body }) => isNode(body))) mutate(draft, book, node);
  }
  const written = [...drafts].map(([file, draft]): [string, string] => [file, finished(file, draft)]);
  return { sources: new Map([...written, [LIBRARY, switchLibrary()]]), mutants };
}

/** Every modifier by the number of its node, with the source that it stands in. */
function modifiersIn(
  trees: Trees,
  drafts: ReadonlyMap<string, Draft>,
): Map<number, { draft: Draft; node: Node }> {
  const found = [...trees].flatMap(([file, tree]) => {
    const draft = drafts.get(file);
    const nodes = definitionsIn(tree).filter(({ nodeType }) => nodeType === "ModifierDefinition");
    return draft ? nodes.map((node) => [node.id, { draft, node }] as const) : [];
  });
  return new Map(found);
}

function definitionsIn(tree: Node): Node[] {
  const isDefinition = tree.nodeType === "FunctionDefinition" || tree.nodeType === "ModifierDefinition";
  return isDefinition ? [tree] : childrenOf(tree).flatMap(definitionsIn);
}

function finished(file: string, draft: Draft): string {
  const text = applied(draft.source, draft.edits);
  const free = MAY_READ.test(file) ? text.replace(/\bpure\b/g, "view") : text;
  if (draft.edits.length === 0) return free;
  return free.replace(/^pragma .*$/m, (pragma) => `${pragma}\nimport {MutantSwitch} from "${LIBRARY}";`);
}

/** Numbers of the mutants on the line of a place in an instrumented source, or else around it. */
export function mutantsAt(text: string, start: number): number[] {
  const source = Buffer.from(text);
  const lines = text.split("\n");
  const line = source.subarray(0, start).toString("utf8").split("\n").length - 1;
  for (let reach = 0; reach < lines.length; reach += 1) {
    const around = lines.slice(Math.max(line - reach, 0), line + reach + 1).join("\n");
    const found = [...around.matchAll(/MutantSwitch\.\w+\((\d+)/g)].map(([, id]) => Number(id));
    if (found.length > 0) return found;
  }
  return [];
}
