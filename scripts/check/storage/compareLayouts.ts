// SPDX-License-Identifier: Apache-2.0
import type { Field, Layout } from "./readLayout.ts";

/** What changed between the layout that is recorded and the one of the sources. */
export interface LayoutChanges {
  /** What would make programmes that exist read something else than they wrote; a line each, for people. */
  readonly broken: readonly string[];
  /** What came to it behind everything that was there. */
  readonly grown: readonly string[];
}

/** Compare where everything lies now with where it lay when it was recorded. */
export function compareLayouts(recorded: Layout, now: Layout): LayoutChanges {
  const owners = Object.entries(recorded.contracts).map(([name, fields]) => ({
    name: `contract ${name}`,
    before: fields,
    after: now.contracts[name] ?? [],
  }));
  // Of a struct that is not used any more, whatever used it has fields that name it, and they are compared.
  const structs = Object.entries(recorded.structs).flatMap(([name, { fields }]) => {
    const after = now.structs[name];
    return after === undefined ? [] : [{ name, before: fields, after: after.fields }];
  });
  const compared = [...structs, ...owners];
  return {
    broken: [
      ...lostNamespaces(recorded, now),
      ...compared.flatMap(brokenFields),
      ...wideElements(recorded, now),
    ],
    grown: [
      ...["namespaces", "structs", "contracts"].flatMap((kind) =>
        newNames(recorded, now, kind as keyof Layout),
      ),
      ...compared.flatMap(newFields),
    ],
  };
}

interface Compared {
  readonly name: string;
  readonly before: readonly Field[];
  readonly after: readonly Field[];
}

function lostNamespaces(recorded: Layout, now: Layout): string[] {
  return Object.entries(recorded.namespaces)
    .filter(([name, { slot, struct }]) => {
      const found = now.namespaces[name];
      return found?.slot !== slot || found.struct !== struct;
    })
    .map(([name]) => `the namespace ${name} is gone`);
}

function newNames(recorded: Layout, now: Layout, kind: keyof Layout): string[] {
  return Object.keys(now[kind])
    .filter((name) => !(name in recorded[kind]))
    .map((name) => `${name} is new`);
}

/** An array's elements lie side by side, so none of them may change its size. */
function wideElements(recorded: Layout, now: Layout): string[] {
  return Object.entries(recorded.structs).flatMap(([name, before]) => {
    const after = now.structs[name];
    if (after === undefined || after.bytes === before.bytes || !(before.isElement || after.isElement))
      return [];
    return [`${name} has ${after.bytes} bytes instead of ${before.bytes}, and arrays hold it side by side`];
  });
}

function brokenFields({ name, before, after }: Compared): string[] {
  const named = new Map(after.map((field) => [field.name, field]));
  return before.flatMap((field) => {
    const found = named.get(field.name);
    if (found === undefined) return [`${name}: ${field.name} is gone from ${placeOf(field)}`];
    if (placeOf(found) !== placeOf(field))
      return [`${name}: ${field.name} moved from ${placeOf(field)} to ${placeOf(found)}`];
    if (typeOf(found) !== typeOf(field))
      return [`${name}: ${field.name} was ${typeOf(field)} and is ${typeOf(found)}`];
    return [];
  });
}

function newFields({ name, before, after }: Compared): string[] {
  const known = new Set(before.map((field) => field.name));
  return after
    .filter((field) => !known.has(field.name))
    .map((field) => `${name}: ${field.name} is new at ${placeOf(field)}`);
}

function placeOf({ slot, offset }: Field): string {
  return offset === 0 ? `slot ${slot}` : `slot ${slot}, byte ${offset}`;
}

function typeOf({ type, bytes }: Field): string {
  return `${type} (${bytes} bytes)`;
}
