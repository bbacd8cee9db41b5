// SPDX-License-Identifier: Apache-2.0

import type { ColumnChoice } from "../list/index.ts";

/** Columns of the exports of a registration or payment system, under the names that they have there. */
export interface ListPreset {
  readonly title: string;
  readonly id: ColumnChoice;
  /** Column with the amount, where the system exports one. */
  readonly amount?: ColumnChoice;
  /** Column that the programme's transfer value is multiplied by, where it exports that instead. */
  readonly times?: ColumnChoice;
  readonly area?: ColumnChoice;
  readonly householdSize?: ColumnChoice;
  readonly group?: ColumnChoice;
}

export const LIST_PRESETS = {
  "121": {
    title: "121 Platform, registrations",
    id: ["referenceId", "nationalId", "idNumber"],
    times: ["paymentAmountMultiplier", "totalHHSize"],
    area: ["scope"],
    householdSize: ["totalHHSize"],
  },
  sdp: {
    title: "Stellar Disbursement Platform, disbursement",
    id: ["id"],
    amount: ["amount"],
  },
  hope: {
    title: "HOPE, payment list",
    id: ["household_id"],
    amount: ["entitlement_quantity"],
    area: ["admin_level_2", "village"],
    householdSize: ["household_size"],
  },
} as const satisfies Record<string, ListPreset>;

export type PresetName = keyof typeof LIST_PRESETS;
