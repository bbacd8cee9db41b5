// SPDX-License-Identifier: Apache-2.0

import { LIST_PRESETS, type ListPreset, type PresetName } from "#sdk/formats/presets.ts";
import { findColumn } from "#sdk/list/findColumn.ts";
import type { ColumnChoice } from "#sdk/list/options.ts";
import { type ColumnsChoice, NO_COLUMNS } from "./choice.ts";

/** A mapping that an officer named and kept; `fingerprint` is of the header that it was made for. */
export interface SavedMapping {
  readonly name: string;
  readonly fingerprint: string;
  readonly choice: ColumnsChoice;
}

/** Where the columns that are filled in come from. */
export type Recognition =
  | { readonly by: "saved"; readonly name: string; readonly choice: ColumnsChoice }
  | {
      readonly by: "preset";
      readonly preset: PresetName;
      readonly title: string;
      readonly choice: ColumnsChoice;
    }
  | { readonly by: "names"; readonly choice: ColumnsChoice }
  | { readonly by: "nothing"; readonly choice: ColumnsChoice };

/** Columns that an export of the system always has besides the ones that are used; one of them must be there. */
const SIGNS: Readonly<Record<PresetName, readonly string[]>> = {
  "121": ["referenceId", "paymentAmountMultiplier", "totalHHSize", "programFspConfigurationName"],
  sdp: ["phone", "email", "paymentID", "walletAddress", "verification"],
  hope: ["entitlement_quantity"],
};

/** Names under which columns are known where no system made the file, in the languages of the field. */
const USUAL: Readonly<Partial<Record<keyof ColumnsChoice, readonly string[]>>> = {
  id: [
    "household_id",
    "hh_id",
    "hhid",
    "household id",
    "id_menage",
    "id ménage",
    "national_id",
    "nationalid",
    "identifiant",
    "numero_menage",
    "beneficiary_id",
    "id",
  ],
  amount: [
    "amount",
    "entitlement",
    "transfer_value",
    "transfer value",
    "montant",
    "valeur_transfert",
    "droit",
  ],
  area: [
    "area",
    "village",
    "location",
    "site",
    "camp",
    "commune",
    "district",
    "admin3",
    "admin2",
    "admin1",
    "zone",
    "localité",
    "localite",
  ],
  householdSize: [
    "household_size",
    "hh_size",
    "hhsize",
    "family_size",
    "taille_menage",
    "taille du ménage",
    "taille",
  ],
  group: ["group", "groupe", "category", "catégorie", "categorie"],
  phone: ["phone", "phone_number", "phoneNumber", "mobile", "telephone", "téléphone", "tel"],
  name: ["name", "full_name", "fullName", "head_of_household", "nom", "nom_complet", "chef_de_menage"],
};

/**
 * What the columns of a file are: by a mapping kept for exactly this header, else by the system whose export it is, else by usual names.
 * Always a proposal; the operator sees it with the first values and changes what is wrong.
 */
export function recogniseColumns(
  columns: readonly string[],
  fingerprint: string,
  saved: readonly SavedMapping[] = [],
): Recognition {
  const kept = saved.find((mapping) => mapping.fingerprint === fingerprint);
  if (kept) return { by: "saved", name: kept.name, choice: kept.choice };
  for (const preset of Object.keys(LIST_PRESETS) as PresetName[]) {
    const choice = choiceOfPreset(columns, preset);
    if (choice) return { by: "preset", preset, title: LIST_PRESETS[preset].title, choice };
  }
  const choice = choiceByNames(columns);
  return { by: choice.id === "" && choice.amount === "" ? "nothing" : "names", choice };
}

function choiceOfPreset(columns: readonly string[], name: PresetName): ColumnsChoice | undefined {
  const preset: ListPreset = LIST_PRESETS[name];
  const isSigned = SIGNS[name].some((sign) => nameIn(columns, sign) !== "");
  const [id, amount, times] = [preset.id, preset.amount, preset.times].map((choice) =>
    nameIn(columns, choice),
  );
  if (!isSigned || !id || !(amount || times)) return undefined;
  return {
    ...choiceByNames(columns),
    id,
    gets: amount ? "amount" : "times",
    amount: amount ?? "",
    times: times ?? "",
    area: nameIn(columns, preset.area),
    householdSize: nameIn(columns, preset.householdSize),
    group: nameIn(columns, preset.group),
  };
}

function choiceByNames(columns: readonly string[]): ColumnsChoice {
  const found = Object.entries(USUAL).map(([field, names]) => [field, nameIn(columns, names)]);
  return { ...NO_COLUMNS, ...Object.fromEntries(found) };
}

/** The column's name as the file writes it; "" when it has none, or more than one. */
function nameIn(columns: readonly string[], choice: ColumnChoice | undefined): string {
  if (choice === undefined) return "";
  const found = findColumn(columns, choice);
  return "index" in found ? (columns[found.index] ?? "") : "";
}

/** SHA-256 of a header, in hex. The order of the columns and capital letters make no difference: partners change both. */
export async function fingerprintOf(columns: readonly string[]): Promise<string> {
  const text = columns
    .map((column) => column.trim().toLowerCase())
    .sort()
    .join("\0");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
