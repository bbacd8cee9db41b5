// SPDX-License-Identifier: Apache-2.0
import { posix } from "node:path";
import type { SourceFile } from "../house/sources.ts";

/** Of package.json's `imports`: what a name that begins with # stands for. */
export type Aliases = Readonly<Record<string, string>>;

const IMPORTS: Readonly<Record<string, RegExp>> = {
  script: /(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']/g,
  contract: /^\s*import\s+(?:[^"';]*\bfrom\s+)?["']([^"'\n]+)["']/gm,
};

/** What a file imports, types among it: paths from the project's folder, packages as they are written. */
export function importsOf(file: SourceFile, aliases: Aliases): string[] {
  const kind = /\.sol$/.test(file.path) ? "contract" : "script";
  if (kind === "script" && !/\.(ts|tsx|mts|mjs)$/.test(file.path)) return [];
  const matches = file.text.matchAll(IMPORTS[kind] ?? /$^/g);
  return [...matches].flatMap(([, specifier]) =>
    specifier ? [resolved(file.path, specifier, aliases)] : [],
  );
}

/** Where an import points: a path from the project's folder, or the package as it is written. */
function resolved(from: string, specifier: string, aliases: Aliases): string {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  for (const [alias, target] of Object.entries(aliases)) {
    const start = alias.replace("*", "");
    if (specifier.startsWith(start))
      return posix.join(target.replace("*", ""), specifier.slice(start.length));
  }
  return specifier;
}
