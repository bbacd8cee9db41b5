// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";

/**
 * The column for a field: one name, which must be in the file, or several of which the first that is in the
 * file counts (presets). Names are compared without surrounding space and, failing that, without regard to
 * case.
 */
const columnChoice = z.union([z.string().trim().min(1), z.array(z.string().trim().min(1)).min(1).readonly()]);

const descriptiveColumns = {
  id: columnChoice,
  area: columnChoice.optional(),
  householdSize: columnChoice.optional(),
  group: columnChoice.optional(),
};

const decimalString = z.string().regex(/^[0-9]+(?:\.[0-9]+)?$/, "digits with a dot before the decimals");

const amountMapping = z.strictObject({ ...descriptiveColumns, amount: columnChoice });
const valueMapping = z.strictObject({
  ...descriptiveColumns,
  /** Decimal string in the currency. */
  value: decimalString,
  /** Absent: every household gets the value itself. */
  times: columnChoice.optional(),
});

/**
 * Which column is what. The entitlement is an amount in a column, or a value times the number in a column, or
 * a flat value.
 */
export const mappingSchema = z.union([amountMapping, valueMapping]);

export const importOptionsSchema = z.strictObject({
  mapping: mappingSchema,
  currency: z.strictObject({ code: z.string().min(1), decimals: z.int().min(0).max(18) }),
  /** Smallest payable step in smallest units; every amount is a multiple of it. */
  step: z.bigint().positive().default(1n),
  /** Absent: recognised from the file. */
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  /** "windows-1252" only when the operator says so; everything else is recognised. */
  encoding: z.enum(["auto", "windows-1252"]).default("auto"),
  /** Decimal mark of the amount column; "auto" takes it from the column and never guesses. */
  decimalMark: z.enum(["auto", ".", ","]).default("auto"),
});

export type ColumnChoice = z.infer<typeof columnChoice>;
export type ColumnMapping = z.infer<typeof mappingSchema>;
/** What the caller states. */
export type ImportOptions = z.input<typeof importOptionsSchema>;
/** The same with defaults filled in. */
export type CheckedOptions = z.output<typeof importOptionsSchema>;
export type Delimiter = NonNullable<CheckedOptions["delimiter"]>;
