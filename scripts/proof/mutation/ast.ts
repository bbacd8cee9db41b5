// SPDX-License-Identifier: Apache-2.0
import type { Place } from "./edits.ts";

/** A node of the compiler's syntax tree, as far as mutants need it. */
export interface Node {
  readonly id: number;
  readonly nodeType: string;
  /** `start:length:file`, in bytes. */
  readonly src: string;
  readonly [property: string]: unknown;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).nodeType === "string";
}

export function placeOf(node: Node): Place {
  const [start = 0, length = 0] = node.src.split(":").map(Number);
  return { start, end: start + length };
}

/** The nodes right below. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

/** A child that the node must have. */
export function child(node: Node, property: string): Node {
  const value = node[property];
  if (!isNode(value)) throw new Error(`${node.nodeType} has no ${property}`);
  return value;
}

export function list(node: Node, property: string): Node[] {
  const value = node[property];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The Solidity type of an expression: `uint256`, `struct IBudget.Balances storage ref`, ... */
export function typeOf(node: Node): string {
  const types = node.typeDescriptions as { typeString?: string } | undefined;
  return types?.typeString ?? "";
}
