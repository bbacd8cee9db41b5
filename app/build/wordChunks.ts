// SPDX-License-Identifier: Apache-2.0

import type { Plugin } from "vite";

const WORDS = /[\\/]words[\\/](?:\w+\.)?(?:en|fr|ar)\.ts$/;
/** Of the frame that every page stands in, and of what several pages for everybody share. */
const FRAME_WORDS =
  /[\\/]src[\\/]shared[\\/](?:(?:layout|donor|exports)[\\/])?words[\\/](?:\w+\.)?(?:en|fr|ar)\.ts$/;

/** What rolldown tells of a module while it forms chunks. */
interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/**
 * Chunks for what words files import (codes of errors, plurals), one for each folder of words: a page waits for its words while it
 * starts, so that words must never wait for a page. The words themselves need no rule: those of the frame around all pages travel
 * together because one file names them all (words/frame.en.ts), those of a feature with the feature.
 */
export function wordGroups() {
  return [usedBy(FRAME_WORDS, 25), usedBy(WORDS, 20)];
}

/** What these words files import, directly or by way of other modules. */
function usedBy(words: RegExp, priority: number) {
  const known = new Map<string, string | undefined>();
  return {
    name: (id: string, modules: Modules) => {
      const user = WORDS.test(id) ? undefined : userOf(words, id, modules, known);
      return user === undefined ? null : `terms-${folderOf(user)}`;
    },
    debugName: "used by words",
    priority,
    includeDependenciesRecursively: false,
  };
}

/** The first words file that needs a module. */
function userOf(
  words: RegExp,
  id: string,
  modules: Modules,
  known: Map<string, string | undefined>,
): string | undefined {
  if (known.has(id)) return known.get(id);
  known.set(id, undefined);
  const importers = [...(modules.getModuleInfo(id)?.importers ?? [])].sort();
  const user =
    importers.find((importer) => words.test(importer)) ??
    importers.map((importer) => userOf(words, importer, modules, known)).find((found) => found !== undefined);
  known.set(id, user);
  return user;
}

/** The feature, or the part of what is shared, that a words file belongs to. */
function folderOf(words: string): string {
  return /[\\/]src[\\/](?:shared|features)[\\/](\w+)[\\/]/.exec(words)?.[1] ?? "shared";
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
