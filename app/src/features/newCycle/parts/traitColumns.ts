// SPDX-License-Identifier: Apache-2.0

import type { HouseholdTraits } from "#sdk/list/index.ts";
import type { VirtualColumn } from "../../../shared/table/index.ts";
import type { ColumnsChoice } from "../list/choice.ts";
import { words } from "../words/index.ts";

const text = words.problems.goodColumns;

interface TraitColumn extends VirtualColumn<HouseholdTraits> {
  readonly field: keyof HouseholdTraits;
}

const TRAITS: readonly TraitColumn[] = [
  { field: "area", key: "area", header: text.area, width: 16, canWrap: true, cell: ({ area }) => area },
  {
    field: "householdSize",
    key: "size",
    header: text.size,
    width: 6,
    isFigure: true,
    cell: ({ householdSize }) => householdSize,
  },
  { field: "group", key: "group", header: text.group, width: 12, canWrap: true, cell: ({ group }) => group },
];

/** Columns for what the file says of households; a trait that was not chosen has none. */
export function traitColumns(choice: ColumnsChoice): VirtualColumn<HouseholdTraits>[] {
  return TRAITS.filter(({ field }) => choice[field] !== "");
}
