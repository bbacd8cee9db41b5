// SPDX-License-Identifier: Apache-2.0

import type { Standing } from "#sdk/agreements/index.ts";
import { allRoles } from "../../../shared/wallet/index.ts";
import { words } from "../words/index.ts";

const text = words.standing;

/** What the reader is in the agreement: "You are here as Finance of Test Relief." */
export function standingText(
  standing: Standing,
  names: { readonly agency: string; readonly partner: string },
): string {
  const { agency, partner, monitorIn, arbiterIn, isSource } = standing;
  const parts = [
    ...(agency.size === 0 ? [] : [text.of(allRoles(agency), names.agency)]),
    ...(partner.size === 0 ? [] : [text.of(allRoles(partner), names.partner)]),
    ...(monitorIn.size === 0 ? [] : [text.monitor]),
    ...(arbiterIn.size === 0 ? [] : [text.arbiter]),
    ...(isSource ? [text.source] : []),
  ];
  return parts.length === 0 ? text.nobody : text.you(parts.join(", "));
}
