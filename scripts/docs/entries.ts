// SPDX-License-Identifier: Apache-2.0
import { parseSync } from "vite";
import type { SourceFile } from "../house/sources.ts";

/** An error of the code: its stable code, what happened, what to do. Words in braces are filled in when it is raised. */
export interface ErrorEntry {
  readonly code: string;
  readonly summary: string;
  readonly next: string;
}

/** A node of a parsed source; only what is looked at here. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const CODE = /^[A-Z]{3,8}-\d{3}$/;

/**
 * Every numbered error that a source spells out, in whatever form it is written: a list `[code, summary, next]`, the same three as
 * arguments, or an object with these names.
 */
export function readEntries({ path, text }: SourceFile): ErrorEntry[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const root = program as unknown as Node;
  const constants = constantsOf(root);
  const entries: ErrorEntry[] = [];
  walk(root, (node) => {
    for (const parts of triplesOf(node)) {
      const [code, summary, next] = parts.map((part) => textOf(part, constants));
      if (code && CODE.test(code) && summary && next) entries.push({ code, summary, next });
    }
  });
  return entries;
}

/** Every code that stands in a source as a text of its own, whether or not it is explained there. */
export function codesIn({ text }: SourceFile): string[] {
  return [...text.matchAll(/"([A-Z]{3,8}-\d{3})"/g)].flatMap(([, code]) => (code ? [code] : []));
}

/** Three neighbours, or three named properties, that could be an error. */
function triplesOf(node: Node): (Node | undefined)[][] {
  if (node.type === "ObjectExpression") {
    const named = new Map(nodes(node.properties).map((property) => [nameOf(property.key), property.value]));
    return [["code", "summary", "next"].map((name) => asNode(named.get(name)))];
  }
  const list = node.type === "ArrayExpression" ? node.elements : node.arguments;
  const neighbours = nodes(list);
  return neighbours.map((_, i) => neighbours.slice(i, i + 3));
}

/** A text as it is written, with what is only known when it runs in braces; undefined for what is no text. */
function textOf(node: Node | undefined, constants: ReadonlyMap<string, string>): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "TemplateLiteral") {
    const values = nodes(node.expressions).map(
      (value) => constants.get(nameOf(value)) ?? `{${nameOf(value)}}`,
    );
    return nodes(node.quasis)
      .map((quasi, i) => `${(quasi.value as { cooked: string }).cooked}${values[i] ?? ""}`)
      .join("");
  }
  if (node.type === "ConditionalExpression") {
    const ways = [node.consequent, node.alternate].map((way) => textOf(asNode(way), constants));
    return ways.every((way) => way !== undefined) ? ways.join(" Or: ") : undefined;
  }
  return undefined;
}

/** What a value is called: `port` for `port`, `code` for `error.code`, `message` for `issue?.message ?? "nothing"`. */
function nameOf(value: unknown): string {
  const node = asNode(value);
  if (node === undefined) return "";
  const inner = node.property ?? node.left ?? node.expression ?? node.callee;
  return typeof node.name === "string" ? node.name : nameOf(inner);
}

/** Texts that the file gives a name of its own. */
function constantsOf(root: Node): Map<string, string> {
  const constants = new Map<string, string>();
  walk(root, (node) => {
    const text = node.type === "VariableDeclarator" ? textOf(asNode(node.init), constants) : undefined;
    if (text !== undefined) constants.set(nameOf(node.id), text);
  });
  return constants;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const child of nodes(value)) walk(child, visit);
    else if (isNode(value)) walk(value, visit);
  }
}

function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function asNode(value: unknown): Node | undefined {
  return isNode(value) ? value : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
