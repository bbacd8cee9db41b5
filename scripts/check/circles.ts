// SPDX-License-Identifier: Apache-2.0
import type { SourceFile } from "../house/sources.ts";
import { type Aliases, importsOf } from "./imports.ts";

/**
 * Files that import each other in a circle, one line a circle: none of them can be read, tested or moved without the others. Imports of
 * types count as well: they leave no trace in what is run, but in the head of whoever reads.
 */
export function findCircles(files: readonly SourceFile[], aliases: Aliases): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const imports = new Map(
    files.map((file) => [file.path, importsOf(file, aliases).filter((path) => paths.has(path))]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) circles.push([...way.slice(start), path].join(" -> "));
    if (start >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return circles;
}
