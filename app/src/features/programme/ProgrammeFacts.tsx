// SPDX-License-Identifier: Apache-2.0

import type { Programme } from "../../shared/api/index.ts";
import { showCount, showDay, showHouseholds } from "../../shared/format/index.ts";
import { FactGrid } from "../../shared/ui/index.ts";
import { labelOf, words } from "../../shared/words/index.ts";

const text = words.programme;
const SECONDS_A_DAY = 86_400;

/** Who runs the programme, how it assists, and how many it reaches: one line under its name. */
export function ProgrammeFacts({ programme }: { readonly programme: Programme }) {
  const facts = [
    [text.agency, programme.organisation.name],
    [text.modality, labelOf(words.modalities, programme.modality)],
    [text.currency, programme.currency.code],
    [text.households, showHouseholds(programme.households)],
    [text.openCycles, showCount(programme.cyclesOpen)],
    [text.since, showDay(Math.floor(programme.createdAt / SECONDS_A_DAY))],
  ] as const;
  return <FactGrid look="line" isInset facts={facts} />;
}
