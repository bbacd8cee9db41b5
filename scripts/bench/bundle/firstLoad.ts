// SPDX-License-Identifier: Apache-2.0

/** What is asked of a chunk of the build. */
export interface Chunk {
  readonly fileName: string;
  readonly facadeModuleId: string | null;
  readonly moduleIds: readonly string[];
  /** Files that run before it. */
  readonly imports: readonly string[];
  /** Files that it may ask for later. */
  readonly dynamicImports: readonly string[];
}

/** Words are asked for before a page is drawn, in one language; English stands for all of them. */
const WORDS = /[\\/]words[\\/](?:[\w-]+\.)?en\.ts$/;

/**
 * The files that a browser fetches before it can show a page: the modules named, all that they import, and the words of all these.
 * @param entries Modules that start chunks of their own.
 */
export function firstLoad(chunks: readonly Chunk[], entries: readonly string[]): Set<string> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const open = entries.map((entry) => fileOf(chunks, entry));
  const reached = new Set<string>();
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const chunk = byFile.get(file);
    if (chunk === undefined || reached.has(file)) continue;
    reached.add(file);
    open.push(...chunk.imports, ...chunk.dynamicImports.filter((later) => isWords(byFile.get(later))));
  }
  return reached;
}

function fileOf(chunks: readonly Chunk[], entry: string): string {
  const chunk =
    chunks.find(({ facadeModuleId }) => facadeModuleId === entry) ??
    chunks.find(({ moduleIds }) => moduleIds.includes(entry));
  if (chunk === undefined) throw new Error(`${entry} is in no chunk of the build`);
  return chunk.fileName;
}

function isWords(chunk: Chunk | undefined): boolean {
  if (chunk === undefined) return false;
  return [chunk.facadeModuleId ?? "", ...chunk.moduleIds].some((id) => WORDS.test(id));
}
