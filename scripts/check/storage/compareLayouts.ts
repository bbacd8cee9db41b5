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
  const broken: string[] = [];
  const grown: string[] = [];
  for (const [name, { slot, struct }] of Object.entries(recorded.namespaces)) {
    const found = now.namespaces[name];
    if (found?.slot !== slot || found.struct !== struct) broken.push(`the namespace ${name} is gone`);
  }
  for (const name of Object.keys(now.namespaces)) {
    if (!(name in recorded.namespaces)) grown.push(`the namespace ${name} is new`);
  }
  for (const [name, before] of Object.entries(recorded.structs)) {
    const after = now.structs[name];
    if (after === undefined) {
      // Whatever still uses it has fields that name it, and they are compared.
      grown.push(`${name} is not used any more`);
      continue;
    }
    compareFields(name, before.fields, after.fields, broken, grown);
    if (before.bytes !== after.bytes && (before.isElement || after.isElement))
      broken.push(
        `${name} has ${after.bytes} bytes instead of ${before.bytes}, and arrays hold it side by side`,
      );
  }
  for (const name of Object.keys(now.structs)) {
    if (!(name in recorded.structs)) grown.push(`${name} is new`);
  }
  for (const [name, fields] of Object.entries(recorded.contracts))
    compareFields(`contract ${name}`, fields, now.contracts[name] ?? [], broken, grown);
  for (const name of Object.keys(now.contracts)) {
    if (!(name in recorded.contracts)) grown.push(`contract ${name} is new`);
  }
  return { broken, grown };
}

function compareFields(
  owner: string,
  before: readonly Field[],
  after: readonly Field[],
  broken: string[],
  grown: string[],
): void {
  const named = new Map(after.map((field) => [field.name, field]));
  for (const field of before) {
    const found = named.get(field.name);
    if (found === undefined) broken.push(`${owner}: ${field.name} is gone from ${placeOf(field)}`);
    else if (placeOf(found) !== placeOf(field))
      broken.push(`${owner}: ${field.name} moved from ${placeOf(field)} to ${placeOf(found)}`);
    else if (found.type !== field.type || found.bytes !== field.bytes)
      broken.push(`${owner}: ${field.name} was ${typeOf(field)} and is ${typeOf(found)}`);
  }
  const known = new Set(before.map(({ name }) => name));
  for (const field of after) {
    if (!known.has(field.name)) grown.push(`${owner}: ${field.name} is new at ${placeOf(field)}`);
  }
}

function placeOf({ slot, offset }: Field): string {
  return offset === 0 ? `slot ${slot}` : `slot ${slot}, byte ${offset}`;
}

function typeOf({ type, bytes }: Field): string {
  return `${type} (${bytes} bytes)`;
}
