// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeCreatedEvent } from "#bindings/interfaces/IProgrammeFactory.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";
import { safeText, textOfCode } from "../codes.ts";
import { MODALITIES, nameOf } from "../names.ts";
import { requireDecimals } from "./decimals.ts";
import { enter, readTallies } from "./entries.ts";
import { type Handlers, on } from "./handler.ts";

export const factoryHandlers: Handlers = {
  ProgrammeCreated: on<ProgrammeCreatedEvent.OutputObject>(
    ({ asset }) => readTallies(asset),
    (draft, { programme, settings }, event) => {
      const { asset } = settings;
      const organisation = Number(settings.organisation);
      const name = safeText(() => settings.name);
      draft.insert("programmes", {
        address: programme,
        organisation,
        name,
        asset,
        currency: textOfCode(settings.currency),
        decimals: requireDecimals(event),
        payableStep: amountOf(settings.payableStep),
        modality: nameOf(MODALITIES, settings.modality),
        purpose: textOfCode(settings.purpose),
        createdAt: event.place.timestamp,
        free: ZERO,
        reserved: ZERO,
        owed: ZERO,
        fees: ZERO,
        settled: ZERO,
        instructed: ZERO,
        funded: ZERO,
        returned: ZERO,
        receipts: 0,
        transfers: 0,
        commission: ZERO,
        redemptionsPausedSince: null,
        redemptionsPausedUntil: null,
        payoutsPausedSince: null,
        payoutsPausedUntil: null,
        closedAt: null,
      });
      enter(draft, event, { kind: "programmeCreated", asset, programme, organisation, note: name });
    },
  ),
};
