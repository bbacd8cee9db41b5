// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "../errors/index.ts";
import type { ColumnChoice, ColumnMapping } from "../list/index.ts";
import { LIST_PRESETS, type ListPreset, type PresetName } from "./presets.ts";

/** What the operator states; it goes before the preset. */
export interface StatedColumns {
  readonly id?: ColumnChoice | undefined;
  readonly amount?: ColumnChoice | undefined;
  /** Decimal string in the currency. */
  readonly value?: string | undefined;
  readonly times?: ColumnChoice | undefined;
  readonly area?: ColumnChoice | undefined;
  readonly householdSize?: ColumnChoice | undefined;
  readonly group?: ColumnChoice | undefined;
}

/** Name of a preset as people type it, or undefined. */
export function findPreset(name: string): PresetName | undefined {
  const wanted = name.trim().toLowerCase();
  return (Object.keys(LIST_PRESETS) as PresetName[]).find((preset) => preset === wanted);
}

/**
 * Column mapping from a preset and what the operator states besides. A stated value puts the preset's amount
 * column aside and takes its factor column, if it has one.
 * @throws AnnonaError LIST-601 for an unknown preset, LIST-602 when nothing says which column is the
 * identifier, LIST-603 when nothing or more than one thing says what a household gets.
 */
export function mappingOf(stated: StatedColumns, presetName?: string): ColumnMapping {
  const preset = presetName === undefined ? undefined : requirePreset(presetName);
  const id = stated.id ?? preset?.id;
  if (id === undefined)
    throw incomplete(
      "LIST-602",
      "No column was named for the identifier.",
      "Name the column that identifies the household.",
    );
  const traits = { id, ...traitsOf(stated, preset) };
  const { amount, value, times } = entitlementOf(stated, preset);
  if (value !== undefined && amount === undefined)
    return { ...traits, value, ...(times === undefined ? {} : { times }) };
  if (amount !== undefined && value === undefined && times === undefined) return { ...traits, amount };
  throw incomplete(
    "LIST-603",
    "It is not clear what a household gets.",
    "Name either the column with the amount, or the value and the column that it is multiplied by.",
  );
}

function requirePreset(name: string): ListPreset {
  const found = findPreset(name);
  if (found !== undefined) return LIST_PRESETS[found];
  const known = Object.keys(LIST_PRESETS).join(", ");
  throw incomplete("LIST-601", `There is no preset "${name}".`, `Use one of: ${known}.`);
}

function entitlementOf(stated: StatedColumns, preset: ListPreset | undefined): StatedColumns {
  const isStated = stated.amount !== undefined || stated.value !== undefined || stated.times !== undefined;
  if (!isStated) return { amount: preset?.amount };
  if (stated.value === undefined) return stated;
  return { ...stated, times: stated.times ?? preset?.times };
}

function traitsOf(stated: StatedColumns, preset: ListPreset | undefined) {
  const area = stated.area ?? preset?.area;
  const householdSize = stated.householdSize ?? preset?.householdSize;
  const group = stated.group ?? preset?.group;
  return {
    ...(area === undefined ? {} : { area }),
    ...(householdSize === undefined ? {} : { householdSize }),
    ...(group === undefined ? {} : { group }),
  };
}

function incomplete(code: string, summary: string, next: string): AnnonaError {
  return new AnnonaError({ code, summary, next });
}
