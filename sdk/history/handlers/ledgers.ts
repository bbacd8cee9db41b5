// SPDX-License-Identifier: Apache-2.0

import { ZERO } from "#sdk/money/index.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import type { Row } from "../rows.ts";
import { row } from "./handler.ts";
import { plus } from "./programme.ts";

/** What a shop sold, refunded and was settled in a cycle grows (or, below zero, shrinks) by, ledger units. */
export interface LedgerChange {
  readonly gross?: bigint;
  readonly refunds?: bigint;
  readonly settled?: bigint;
}

interface ShopAndCycle {
  readonly shop: bigint | number;
  readonly cycle: bigint | number;
}

/** The rows that {@link changeLedgers} replaces. */
export function readLedgers(event: HistoryEvent, { shop, cycle }: ShopAndCycle): RowKey[] {
  const programme = event.place.contract;
  return [
    row("shops", programme, Number(shop)),
    row("cycles", programme, Number(cycle)),
    row("ledgers", programme, Number(shop), Number(cycle)),
  ];
}

/** Carry a change into the shop's ledger of the cycle, the shop's totals and the cycle's totals. */
export function changeLedgers(
  draft: Draft,
  event: HistoryEvent,
  at: ShopAndCycle,
  change: LedgerChange,
): void {
  const programme = event.place.contract;
  const { gross = 0n, refunds = 0n, settled = 0n } = change;

  const shop = draft.get("shops", [programme, Number(at.shop)]);
  draft.update("shops", shop, {
    gross: plus(shop.gross, gross),
    refunds: plus(shop.refunds, refunds),
    settled: plus(shop.settled, settled),
  });

  const cycle = draft.get("cycles", [programme, Number(at.cycle)]);
  draft.update("cycles", cycle, {
    redeemed: plus(cycle.redeemed, gross),
    refunded: plus(cycle.refunded, refunds),
    settled: plus(cycle.settled, settled),
  });

  const ledger = ledgerOf(draft, programme, shop.id, cycle.id);
  draft.update("ledgers", ledger, {
    gross: plus(ledger.gross, gross),
    refunds: plus(ledger.refunds, refunds),
    settled: plus(ledger.settled, settled),
  });
}

function ledgerOf(draft: Draft, programme: string, shop: number, cycle: number): Row<"ledgers"> {
  const known = draft.find("ledgers", [programme, shop, cycle]);
  if (known !== null) return known;
  draft.insert("ledgers", { programme, shop, cycle, gross: ZERO, refunds: ZERO, settled: ZERO });
  return draft.get("ledgers", [programme, shop, cycle]);
}
