// SPDX-License-Identifier: Apache-2.0

import type { Plugin } from "vite";

const WORDS = /[\\/]words[\\/](?:[a-z]+\.)?(?:en|fr|ar)\.ts$/;
const SHARED_WORDS = /[\\/]src[\\/](?:shared|demo)[\\/].*[\\/]?words[\\/](?:[a-z]+\.)?(en|fr|ar)\.ts$/;

/** What rolldown tells of a module while it forms chunks. */
interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/**
 * Chunks for words. Those that all pages share travel together, one chunk a language. What words files import (codes of errors, plurals)
 * stands in a chunk of its own: a page waits for its words while it starts, so that words must never wait for a page.
 */
export function wordGroups() {
  const known = new Map<string, boolean>();
  return [
    { name: sharedWords, debugName: "shared words", priority: 30, includeDependenciesRecursively: false },
    {
      name: (id: string, context: Modules) =>
        !WORDS.test(id) && isUsedByWords(id, context, known) ? "terms" : null,
      debugName: "used by words",
      priority: 20,
      includeDependenciesRecursively: false,
    },
  ];
}

function sharedWords(id: string): string | null {
  const language = SHARED_WORDS.exec(id)?.[1];
  return language === undefined ? null : `words-${language}`;
}

function isUsedByWords(id: string, modules: Modules, known: Map<string, boolean>): boolean {
  const seen = known.get(id);
  if (seen !== undefined) return seen;
  known.set(id, false);
  const importers = modules.getModuleInfo(id)?.importers ?? [];
  const isUsed = importers.some(
    (importer) => WORDS.test(importer) || isUsedByWords(importer, modules, known),
  );
  known.set(id, isUsed);
  return isUsed;
}

/** Fails the build when words wait for a page after all: the page would stay empty for good. */
export function noWaitingWords(): Plugin {
  return {
    name: "annona-no-waiting-words",
    apply: "build",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const importsOf = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]));
      for (const chunk of chunks) {
        if (!chunk.moduleIds.some((id) => WORDS.test(id))) continue;
        const reached = reachedFrom(chunk.fileName, importsOf);
        const waiting = chunks.find(
          ({ fileName, code }) => reached.has(fileName) && /^await |=\s*await /m.test(code),
        );
        if (waiting) {
          this.error(
            `${chunk.fileName} (words) imports ${waiting.fileName}, which waits for words: nothing would start`,
          );
        }
      }
    },
  };
}

function reachedFrom(start: string, importsOf: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const name of importsOf.get(next) ?? []) {
      if (reached.has(name)) continue;
      reached.add(name);
      open.push(name);
    }
  }
  return reached;
}
