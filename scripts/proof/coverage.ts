// SPDX-License-Identifier: Apache-2.0

/** Lines of the contracts that can run, and those that did not: `contracts/A.sol:12`. */
export interface Coverage {
  readonly lines: number;
  readonly uncovered: readonly string[];
}

const COUNTED = /^contracts\/(?!testing\/)/;
const EXCUSE = /\/\/ not covered: \S/;

/** Reads a coverage report in lcov's format; a line with an excuse is not counted. */
export function findUncovered(lcov: string, read: (path: string) => string): Coverage {
  const counted = lcov
    .split("end_of_record")
    .map((record) => ({ path: /^SF:(.*)$/m.exec(record)?.[1] ?? "", record }))
    .filter(({ path }) => COUNTED.test(path))
    .flatMap(({ path, record }) => {
      const source = read(path).split("\n");
      return [...record.matchAll(/^DA:(\d+),(\d+)/gm)]
        .map(([, line, runs]) => ({ path, line: Number(line), runs: Number(runs) }))
        .filter(({ line }) => !EXCUSE.test(source[line - 1] ?? ""));
    });
  const uncovered = counted.filter(({ runs }) => runs === 0).map(({ path, line }) => `${path}:${line}`);
  return { lines: counted.length, uncovered };
}
