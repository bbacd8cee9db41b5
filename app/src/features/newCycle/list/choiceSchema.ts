// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";

/** Name of a column, "" for none. */
const column = z.string().check(z.maxLength(500));

/** A `ColumnsChoice` as the office keeps it, in drafts and mappings. */
export const columnsChoiceSchema = z.object({
  id: column,
  gets: z.enum(["amount", "times", "flat"]),
  amount: column,
  value: z.string().check(z.maxLength(60)),
  times: column,
  area: column,
  householdSize: column,
  group: column,
  phone: column,
  name: column,
  decimalMark: z.enum(["auto", ".", ","]),
});
