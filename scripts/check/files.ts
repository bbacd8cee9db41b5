// SPDX-License-Identifier: Apache-2.0
import type { SourceFile } from "../house/sources.ts";

const MAXIMUM_LINES = 350;
const CODE = /\.(ts|tsx|mts|mjs|sol|css)$/;
const CONTRACT_WITH_ASSEMBLY = /^(contracts\/libraries|test)\//;
/** Misbehaving contracts for tests, and the file that names the words. */
const MAY_SILENCE = /^(contracts\/testing\/|test\/contracts\/|scripts\/check\/files\.ts$)/;
const SILENCED = /(biome-ignore|eslint-disable|solhint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error)/;
/** Naming the slot of a storage namespace (ERC-7201): Solidity has no other way to say it. */
const NAMESPACE_SLOT = /assembly (?:\("memory-safe"\) )?\{\s*[\w$]+\.slot := \w+\s*\}/g;
/** An absolute path of one machine, and not the end of a longer path or of an expression. */
const MACHINE_PATH = /(?<![\w.)}\]*-])\/(?:work|root|tmp|home\/\w+|Users\/\w+)\/|[A-Z]:\\Users\\/;

/** Code files that are too long to read in one go. */
export function findLongFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => CODE.test(file.path))
    .map((file) => ({ path: file.path, lines: file.text.split("\n").length - 1 }))
    .filter((file) => file.lines > MAXIMUM_LINES)
    .map((file) => `${file.path} has ${file.lines} lines; at most ${MAXIMUM_LINES} are allowed: split it`);
}

/** Lines with the path of one machine, which would not work on another. */
export function findMachinePaths(files: readonly SourceFile[]): string[] {
  return findLines(files, MACHINE_PATH).map((place) => `${place} names a path of one machine`);
}

/** Code that breaks a rule of the house that no linter knows. */
export function findBrokenManners(files: readonly SourceFile[]): string[] {
  const code = files.filter((file) => CODE.test(file.path) && !file.path.endsWith(".css"));
  const unlicensed = code.filter(
    (file) => !/^(#!.*\n)?\/\/ SPDX-License-Identifier: Apache-2\.0\n/.test(file.text),
  );
  const contracts = code.filter(
    (file) => file.path.endsWith(".sol") && !CONTRACT_WITH_ASSEMBLY.test(file.path),
  );
  const withoutSlots = contracts.map((file) => ({
    ...file,
    text: file.text.replace(NAMESPACE_SLOT, keepLines),
  }));
  const silent = code.filter((file) => !MAY_SILENCE.test(file.path));
  return [
    ...unlicensed.map((file) => `${file.path} does not start with the SPDX line`),
    ...findLines(withoutSlots, /^\s*assembly\b/).map(
      (place) => `${place} has assembly outside the packing libraries`,
    ),
    ...findLines(silent, SILENCED).map((place) => `${place} silences a check; mend the cause instead`),
  ];
}

function keepLines(text: string): string {
  return text.replace(/[^\n]/g, "");
}

function findLines(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    file.text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}`] : [])),
  );
}
