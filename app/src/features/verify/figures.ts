// SPDX-License-Identifier: Apache-2.0

/** A value of an answer that holds no others. */
export type Leaf = string | number | boolean | null;

/** One value that the site shows, beside the one that follows from the ledger. Undefined where one side has nothing of the kind. */
export interface Figure {
  /** Names on the way to the value, such as `["balances", "free"]`; of a list the item's own key comes first. */
  readonly place: readonly string[];
  readonly site: Leaf | undefined;
  readonly ledger: Leaf | undefined;
}

/** Answers of the API by address; a list stands as all its items. */
export type Answers = ReadonlyMap<string, unknown>;

/** The figures of one answer. */
export interface ComparedAnswer {
  readonly path: string;
  readonly figures: readonly Figure[];
}

export function agrees({ site, ledger }: Figure): boolean {
  return site === ledger;
}

/** Compare everything that either side says, answer by answer, value by value. */
export function compareAnswers(site: Answers, ledger: Answers): ComparedAnswer[] {
  const paths = [...new Set([...site.keys(), ...ledger.keys()])];
  return paths.map((path) => ({ path, figures: compareValues(site.get(path), ledger.get(path)) }));
}

function compareValues(site: unknown, ledger: unknown): Figure[] {
  const shown = leavesOf(site);
  const computed = leavesOf(ledger);
  return [...new Set([...shown.keys(), ...computed.keys()])].map((key) => ({
    place: key.split(SEPARATOR),
    site: shown.get(key),
    ledger: computed.get(key),
  }));
}

/** A character that stands in no name. */
const SEPARATOR = "\u0000";

function leavesOf(
  value: unknown,
  place: readonly string[] = [],
  found = new Map<string, Leaf>(),
): Map<string, Leaf> {
  if (value === undefined) return found;
  if (typeof value !== "object" || value === null) {
    found.set(place.join(SEPARATOR), value as Leaf);
    return found;
  }
  const entries = Array.isArray(value)
    ? value.map((item, index) => [keyOfItem(item) ?? String(index), item] as const)
    : Object.entries(value);
  for (const [key, inner] of entries) leavesOf(inner, [...place, key], found);
  return found;
}

/** How an item of a list is known in any order of the list. */
function keyOfItem(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const fields = item as Readonly<Record<string, unknown>>;
  const { id, address, account, terminal, number, asset, state, month } = fields;
  if (terminal !== undefined && number !== undefined) return `${terminal} ${number}`;
  const key = id ?? address ?? account ?? asset ?? state ?? month;
  return key === undefined ? undefined : String(key);
}
