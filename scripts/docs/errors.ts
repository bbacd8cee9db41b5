// SPDX-License-Identifier: Apache-2.0
import { CONTRACT_SENTENCES } from "#sdk/errors/contractSentences.ts";
import type { SourceFile } from "../house/sources.ts";
import { codesIn, type ErrorEntry, readEntries } from "./entries.ts";
import { SECTIONS, type Section } from "./sections.ts";

const HEAD = `# Errors

Every error that Annona shows has a code, says in one sentence what happened and in one what to do. This page lists them all.
It is written by \`npm run docs\` from the code; change the words there. Words in braces are filled in when the error is shown;
amounts in refusals of a contract are in the currency's smallest units. A number is never used again for something else.

`;

const SOURCES = /^(sdk|server|app\/src|scripts)\/.*\.tsx?$/;

/** Words that are codes in form only. */
const NO_CODES = /^(SHOP|SALE|SHA|GIFT)-/;

/** Kind of a placeholder, for the contract that raises it and not for the reader. */
const KIND = /\{(\w+):\w+\}/g;

/**
 * The page docs/errors.md: one entry for each error in the sources and each refusal of the contracts.
 * @throws Error when a code is used without being explained, explained in two ways, or fits no chapter.
 */
export function errorsPage(sources: readonly SourceFile[]): string {
  const files = sources.filter(({ path }) => SOURCES.test(path));
  const entries = [...distinct(files.flatMap(readEntries)), ...refusals()];
  requireComplete(files, entries);
  const chapters = SECTIONS.map((section) => ({ section, entries: entriesOf(section, entries) }));
  return HEAD + chapters.map(({ section, entries: own }) => chapter(section, own)).join("\n");
}

function refusals(): ErrorEntry[] {
  return Object.entries(CONTRACT_SENTENCES).map(([code, [summary, next]]) => ({
    code,
    summary: summary.replace(KIND, "{$1}"),
    next: next.replace(KIND, "{$1}"),
  }));
}

function distinct(entries: readonly ErrorEntry[]): ErrorEntry[] {
  const byCode = new Map<string, ErrorEntry>();
  for (const entry of entries) {
    const known = byCode.get(entry.code);
    if (known && (known.summary !== entry.summary || known.next !== entry.next))
      throw new Error(`${entry.code} is explained in two ways.`);
    byCode.set(entry.code, entry);
  }
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function requireComplete(files: readonly SourceFile[], entries: readonly ErrorEntry[]): void {
  const explained = new Set(entries.map(({ code }) => code));
  const missing = files.flatMap((file) =>
    codesIn(file)
      .filter((code) => !explained.has(code) && !NO_CODES.test(code))
      .map((code) => `${code} in ${file.path}`),
  );
  if (missing.length > 0) throw new Error(`Codes without an explanation: ${missing.join(", ")}`);
  const homeless = entries.filter(({ code }) => sectionOf(code) === undefined);
  if (homeless.length > 0)
    throw new Error(`Codes without a chapter: ${homeless.map(({ code }) => code).join(", ")}`);
}

function sectionOf(code: string): Section | undefined {
  return SECTIONS.find(({ codes }) => codes.test(code));
}

function entriesOf(section: Section, entries: readonly ErrorEntry[]): ErrorEntry[] {
  return entries.filter(({ code }) => sectionOf(code) === section);
}

function chapter({ title, intro }: Section, entries: readonly ErrorEntry[]): string {
  return `## ${title}\n\n${intro}\n\n${entries.map(entryText).join("\n")}`;
}

function entryText({ code, summary, next }: ErrorEntry): string {
  return `### ${code}\n\n${escaped(summary)}\n\n**Do:** ${escaped(next)}\n`;
}

/** Markdown would take these for marks of its own. */
function escaped(text: string): string {
  return text.replace(/[<>_*]/g, (mark) => `\\${mark}`);
}
