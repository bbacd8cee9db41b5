// SPDX-License-Identifier: Apache-2.0

import type { RowOf, TableDefinition, TablesOf } from "../store/table.ts";

/** What the relayer keeps of its jobs. Nothing in it names a household. */
export const jobTables = [
  {
    name: "jobs",
    columns: {
      id: "text",
      // Hash of what is to be done: equal jobs are one job.
      identity: "text",
      kind: "text",
      programme: "text?",
      cycle: "integer?",
      request: "text?",
      // What is to be done, as JSON.
      payload: "text",
      state: "text",
      done: "integer",
      total: "integer",
      transactions: "integer",
      // Decimal; sums of gas outgrow a number.
      gasUsed: "text",
      // Gas that the rest is thought to need, decimal: for the alarm.
      gasNeeded: "text",
      // JSON.
      result: "text?",
      // JSON of code, message, next.
      error: "text?",
      createdBy: "text",
      createdAt: "integer",
      updatedAt: "integer",
      // Order of jobs; a job that is asked for again goes to the end.
      place: "integer",
    },
    key: ["id"],
    indexes: [["state", "place"]],
    unique: [["identity"]],
  },
] as const satisfies readonly TableDefinition[];

/** The relayer's part of the office's database. */
export type JobTables = TablesOf<typeof jobTables>;

/** A job of the relayer as SQL keeps it. */
export type JobRow = Readonly<RowOf<(typeof jobTables)[0]>>;
