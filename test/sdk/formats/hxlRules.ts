// SPDX-License-Identifier: Apache-2.0

/** The rules of the Humanitarian Exchange Language that a table can break, after version 1.1 of the standard. */

/** Core hashtags of the standard. */
const CORE = new Set(
  (
    "access activity adm1 adm2 adm3 adm4 adm5 affected beneficiary capacity cause channel contact country crisis currency date " +
    "delivery description event frequency geo group impact indicator inneed item loc meta modality need operations org output " +
    "population reached region respondee sector service severity status subsector targeted value"
  ).split(" "),
);
const TAG = /^#([a-z][a-z0-9_]*)((?:\+[a-z][a-z0-9_]*)*)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A rule of a schema, such as the default one of the standard's validator. */
export type SchemaRule = Readonly<Record<string, string>>;

/**
 * What is wrong with a tagged table: its row of tags, then each cell by the rules of a schema.
 * @param rows With headings, tags and data.
 */
export function brokenRules(rows: readonly (readonly string[])[], schema: readonly SchemaRule[]): string[] {
  const at = rows.findIndex((row) => row.some((cell) => cell.startsWith("#")));
  const tags = rows[at];
  if (tags === undefined) return ["there is no row of hashtags"];
  const strange = tags.filter((tag) => tag !== "" && !CORE.has(TAG.exec(tag)?.[1] ?? ""));
  const twice = tags.filter((tag, index) => tag !== "" && tags.indexOf(tag) !== index);
  const data = rows.slice(at + 1);
  return [
    ...strange.map((tag) => `${tag} is no core hashtag with attributes`),
    ...twice.map((tag) => `${tag} stands twice`),
    ...data.filter((row) => row.length !== tags.length).map((row) => `a row has ${row.length} cells`),
    ...schema.flatMap((rule) =>
      tags.flatMap((tag, index) =>
        brokenBy(
          rule,
          tag,
          data.map((row) => row[index] ?? ""),
        ),
      ),
    ),
  ];
}

function brokenBy(rule: SchemaRule, tag: string, cells: readonly string[]): string[] {
  const patterns = (rule["#valid_tag"] ?? "").split(",");
  if (tag === "" || !patterns.some((pattern) => matches(pattern.trim(), tag))) return [];
  return cells.filter((cell) => cell !== "" && !fits(rule, cell)).map((cell) => `${tag}: "${cell}"`);
}

function fits(rule: SchemaRule, cell: string): boolean {
  const type = rule["#valid_datatype"];
  if (type === "date") return DATE.test(cell);
  if (type === "number") return NUMBER.test(cell);
  return rule["#valid_value+whitespace"] === undefined || cell === cell.trim().replace(/\s+/g, " ");
}

/** A pattern names a hashtag and attributes that must be there; "#*" is any. */
function matches(pattern: string, tag: string): boolean {
  if (pattern === "#*") return true;
  const [wanted = "", ...attributes] = pattern.split("+");
  const [name, ...had] = tag.split("+");
  return wanted === name && attributes.every((attribute) => had.includes(attribute));
}
