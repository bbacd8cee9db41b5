// SPDX-License-Identifier: Apache-2.0

import type {
  PayoutChangedEvent,
  ShopRegisteredEvent,
  ShopTermsChangedEvent,
  TerminalAuthorisedEvent,
  TerminalRevokedEvent,
} from "#bindings/interfaces/IProgramme.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";
import { textOfCode } from "../codes.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import { nameOf, PAYOUT_MODES, SHOP_KINDS } from "../names.ts";
import type { Row } from "../rows.ts";
import { type Handlers, nothing, on, row } from "./handler.ts";

interface OfShop {
  readonly shop: bigint;
}

type ShopTerms = ShopTermsChangedEvent.OutputObject["terms"];

export const shopHandlers: Handlers = {
  ShopRegistered: on<ShopRegisteredEvent.OutputObject>(nothing, (draft, args, { place }) => {
    draft.insert("shops", {
      programme: place.contract,
      id: Number(args.shop),
      ...termColumns(args.terms),
      payoutMode: nameOf(PAYOUT_MODES, args.payout.mode),
      gross: ZERO,
      refunds: ZERO,
      settled: ZERO,
      terminals: 0,
      lastReceiptDay: null,
    });
  }),
  ShopTermsChanged: on<ShopTermsChangedEvent.OutputObject>(readShop, (draft, args, event) => {
    draft.update("shops", shopOf(draft, event, args), termColumns(args.terms));
  }),
  PayoutChanged: on<PayoutChangedEvent.OutputObject>(readShop, (draft, args, event) => {
    draft.update("shops", shopOf(draft, event, args), { payoutMode: nameOf(PAYOUT_MODES, args.payout.mode) });
  }),
  TerminalAuthorised: on<TerminalAuthorisedEvent.OutputObject>(readShop, (draft, args, event) => {
    const shop = shopOf(draft, event, args);
    draft.insert("terminals", {
      programme: shop.programme,
      terminal: args.terminal,
      shop: shop.id,
      status: "Active",
      limitPerCycle: amountOf(args.limitPerCycle),
      nextNumber: 1,
    });
    draft.update("shops", shop, { terminals: shop.terminals + 1 });
  }),
  TerminalRevoked: on<TerminalRevokedEvent.OutputObject>(readShopAndTerminal, (draft, args, event) => {
    const shop = shopOf(draft, event, args);
    const terminal = draft.get("terminals", [shop.programme, args.terminal]);
    draft.update("terminals", terminal, { status: "Revoked" });
    draft.update("shops", shop, { terminals: shop.terminals - 1 });
  }),
};

export function shopOf(draft: Draft, event: HistoryEvent, args: OfShop): Row<"shops"> {
  return draft.get("shops", [event.place.contract, Number(args.shop)]);
}

function readShop(args: OfShop, event: HistoryEvent): RowKey[] {
  return [row("shops", event.place.contract, Number(args.shop))];
}

function readShopAndTerminal(args: TerminalRevokedEvent.OutputObject, event: HistoryEvent): RowKey[] {
  return [...readShop(args, event), row("terminals", event.place.contract, args.terminal)];
}

function termColumns(terms: ShopTerms) {
  return {
    code: textOfCode(terms.code),
    kind: nameOf(SHOP_KINDS, terms.kind),
    commissionBps: Number(terms.commissionBps),
    ceilingPerDay: amountOf(terms.ceilingPerDay),
    offlineDays: Number(terms.offlineDays),
    terminalLimit: amountOf(terms.terminalLimit),
    isActive: terms.isActive,
  };
}
