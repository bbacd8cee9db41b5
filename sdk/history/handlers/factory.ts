// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeCreatedEvent } from "#bindings/interfaces/IProgrammeFactory.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";
import { safeText, textOfCode } from "../codes.ts";
import { HistoryError } from "../draft.ts";
import { MODALITIES, nameOf } from "../names.ts";
import { type Handlers, nothing, on } from "./handler.ts";

export const factoryHandlers: Handlers = {
  ProgrammeCreated: on<ProgrammeCreatedEvent.OutputObject>(
    nothing,
    (draft, { programme, settings }, event) => {
      if (event.assetDecimals === undefined) {
        throw new HistoryError({
          code: "HIST-903",
          summary: "The decimals of a new programme's asset were not read from the chain.",
          next: "This is a defect of the program; please report it with the block number.",
          details: `block ${event.place.block}`,
        });
      }
      draft.insert("programmes", {
        address: programme,
        organisation: Number(settings.organisation),
        name: safeText(() => settings.name),
        asset: settings.asset,
        currency: textOfCode(settings.currency),
        decimals: event.assetDecimals,
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
        redemptionsPausedSince: null,
        redemptionsPausedUntil: null,
        payoutsPausedSince: null,
        payoutsPausedUntil: null,
        closedAt: null,
      });
    },
  ),
};
