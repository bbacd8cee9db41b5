// SPDX-License-Identifier: Apache-2.0
import type { Example } from "./example.ts";

const BLOCK = /^```example\n([\s\S]*?)^```$/gm;
const LINE = /^(\w+):.*$/gm;

/**
 * The page docs/encodings.md with the values of its worked example filled in: lines `name: value` in blocks marked `example`.
 * @throws Error when the page names a value that the example does not have, or leaves one out.
 */
export function withExample(page: string, example: Example): string {
  const named = new Set<string>();
  const filled = page.replace(BLOCK, (block) =>
    block.replace(LINE, (_, name: string) => {
      const value = example[name];
      if (value === undefined) throw new Error(`The example has no value "${name}".`);
      named.add(name);
      return `${name}: ${value}`;
    }),
  );
  const missing = Object.keys(example).filter((name) => !named.has(name));
  if (missing.length > 0) throw new Error(`The page does not show: ${missing.join(", ")}`);
  return filled;
}

/** The values that the page shows, by name. */
export function readExample(page: string): Example {
  const lines = [...page.matchAll(BLOCK)].flatMap(([, block = ""]) => [
    ...block.matchAll(/^(\w+): ?(.*)$/gm),
  ]);
  return Object.fromEntries(lines.map(([, name = "", value = ""]) => [name, value]));
}
