// SPDX-License-Identifier: Apache-2.0

import type { Amount } from "../money/index.ts";
import { aggregate } from "./aggregate.ts";
import type { Encoding } from "./decodeText.ts";
import type { Entitlement } from "./entitlement.ts";
import { type Delimiter, type ImportOptions, importOptionsSchema } from "./options.ts";
import type { Problem } from "./problems.ts";
import { requiredColumns } from "./resolveColumns.ts";
import { transform } from "./transform.ts";
import { validate } from "./validate.ts";

/** How the file was read, so that the operator can see it. Absent when it could not be read at all. */
export interface FileFormat {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
  readonly headerRow: number;
}

export interface ImportedList {
  /** Rows of data in the file: accepted ones and those with problems. 0 when the file could not be read. */
  readonly rows: number;
  /** Rows that became an entitlement. */
  readonly accepted: number;
  /** Households among them. */
  readonly households: number;
  /** Sum of the accepted entitlements in smallest units. */
  readonly total: Amount;
  readonly problems: readonly Problem[];
  readonly entitlements: readonly Entitlement[];
  readonly format?: FileFormat;
}

/**
 * Import an entitlement list: transform, validate, aggregate. Everything wrong with the file is in
 * `problems`; the good rows are accepted all the same. Rows = accepted + rows with problems, except that a
 * problem of the file or header leaves no row accepted.
 * @param bytes The file as it is.
 * @throws ZodError when the options are not valid; AnnonaError MONEY-102 when the value has more decimals
 * than the currency.
 */
export function importList(bytes: Uint8Array, options: ImportOptions): ImportedList {
  const checked = importOptionsSchema.parse(options);
  const transformed = transform(bytes, checked, requiredColumns(checked.mapping));
  if ("problem" in transformed) return refusedFile(transformed.problem);
  const { table } = transformed;
  const { rows, entitlements, problems } = validate(table, checked);
  const { encoding, delimiter, columns, headerRow } = table;
  const format = { encoding, delimiter, columns, headerRow };
  return { rows, accepted: entitlements.length, ...aggregate(entitlements), problems, entitlements, format };
}

/** Result for a file that cannot be read, or that need not be read because its size alone refuses it. */
export function refusedFile(problem: Problem): ImportedList {
  return { rows: 0, accepted: 0, ...aggregate([]), problems: [problem], entitlements: [] };
}
