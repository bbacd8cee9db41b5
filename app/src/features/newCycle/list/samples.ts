// SPDX-License-Identifier: Apache-2.0

import type { Table } from "#sdk/list/index.ts";

/** A column of the file with a few of its values, so that a preparer sees whether it is the right one. Personal data. */
export interface SampledColumn {
  readonly name: string;
  readonly samples: readonly string[];
}

const SAMPLES = 3;
const LOOKED_AT = 200;
const LONGEST = 60;

/** The columns that have a name, each with up to three different values of the first rows. */
export function sampleColumns({ columns, rows }: Pick<Table, "columns" | "rows">): SampledColumn[] {
  const looked = rows.slice(0, LOOKED_AT).filter((row) => row.problem === undefined);
  return columns.flatMap((name, index) => {
    if (name === "") return [];
    const values = looked.map(({ cells }) => (cells[index] ?? "").trim()).filter((value) => value !== "");
    return [{ name, samples: [...new Set(values)].slice(0, SAMPLES).map(shorten) }];
  });
}

function shorten(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
