// SPDX-License-Identifier: Apache-2.0

import type { CycleKind, CycleState, Modality, PayoutMode, SettlementState, ShopKind } from "./names.ts";
import type { Row } from "./rows.ts";
import type {
  CorrectionView,
  CycleView,
  DocumentView,
  ProgrammeDetail,
  ProgrammeSummary,
  ReceiptView,
  SettlementView,
  ShopView,
} from "./shapes/index.ts";
import { publicCount } from "./smallGroups.ts";

const SECONDS_A_DAY = 86_400;
const COUNTED_STATES: ReadonlySet<string> = new Set(["Approved", "Closed"]);

export function programmeSummary(
  programme: Row<"programmes">,
  organisation: Row<"organisations"> | undefined,
  cycles: readonly Row<"cycles">[],
): ProgrammeSummary {
  const counted = cycles.filter((cycle) => COUNTED_STATES.has(cycle.state));
  const largest = counted.reduce((most, cycle) => Math.max(most, cycle.households), 0);
  return {
    address: programme.address,
    name: programme.name,
    organisation: { id: programme.organisation, name: organisation?.name ?? "" },
    currency: { code: programme.currency, decimals: programme.decimals },
    modality: programme.modality as Modality,
    balances: {
      free: programme.free.toString(),
      reserved: programme.reserved.toString(),
      owed: programme.owed.toString(),
      settled: programme.settled.toString(),
      instructed: programme.instructed.toString(),
      fees: programme.fees.toString(),
    },
    households: publicCount(largest),
    cyclesOpen: cycles.filter((cycle) => cycle.state === "Approved").length,
  };
}

export function programmeDetail(
  programme: Row<"programmes">,
  organisation: Row<"organisations"> | undefined,
  cycles: readonly Row<"cycles">[],
): ProgrammeDetail {
  return {
    ...programmeSummary(programme, organisation, cycles),
    asset: programme.asset,
    payableStep: programme.payableStep.toString(),
    purpose: programme.purpose,
    createdAt: programme.createdAt,
    funded: programme.funded.toString(),
    returned: programme.returned.toString(),
    pauses: {
      redemptions: { since: programme.redemptionsPausedSince, until: programme.redemptionsPausedUntil },
      payouts: { since: programme.payoutsPausedSince, until: programme.payoutsPausedUntil },
    },
    closedAt: programme.closedAt,
  };
}

export function cycleView(cycle: Row<"cycles">): CycleView {
  const households = publicCount(cycle.households);
  return {
    id: cycle.id,
    state: cycle.state as CycleState,
    kind: cycle.kind as CycleKind,
    parent: cycle.parent,
    periodFirstDay: cycle.periodFirstDay,
    periodLastDay: cycle.periodLastDay,
    opensAt: cycle.opensAt,
    expiresAt: cycle.expiresAt,
    graceEndsAt: cycle.graceEndsAt,
    households,
    suppressed: households === null,
    chunks: cycle.chunks,
    chunksLoaded: cycle.chunksLoaded,
    total: cycle.total.toString(),
    loaded: cycle.loaded.toString(),
    redeemed: cycle.redeemed.toString(),
    refunded: cycle.refunded.toString(),
    settled: cycle.settled.toString(),
    approvals: cycle.approvals,
    needed: cycle.needed,
  };
}

export function shopView(shop: Row<"shops">): ShopView {
  return {
    id: shop.id,
    code: shop.code,
    kind: shop.kind as ShopKind,
    payoutMode: shop.payoutMode as PayoutMode,
    isActive: shop.isActive,
    gross: shop.gross.toString(),
    refunds: shop.refunds.toString(),
    settled: shop.settled.toString(),
    owed: (shop.gross - shop.refunds - shop.settled).toString(),
    terminals: shop.terminals,
    lastReceiptDay: shop.lastReceiptDay,
  };
}

/** @param transaction In which the receipt reached the chain. */
export function receiptView(
  receipt: Row<"receipts">,
  transaction: string,
  correction: Row<"corrections"> | undefined,
): ReceiptView {
  const isRefund = receipt.kind === "refund";
  return {
    terminal: receipt.terminal,
    number: receipt.number,
    cycle: receipt.cycle,
    shop: receipt.shop,
    account: receipt.account,
    amount: receipt.amount.toString(),
    kind: isRefund ? "refund" : "sale",
    ...(isRefund ? { saleNumber: receipt.reference } : { day: receipt.reference }),
    recognition: receipt.recognition,
    outcome: receipt.outcome as ReceiptView["outcome"],
    ...(receipt.rejection === null ? {} : { rejection: receipt.rejection }),
    ...(correction === undefined ? {} : { correction: correctionView(correction) }),
    block: receipt.block,
    transaction,
  };
}

export function correctionView(correction: Row<"corrections">): CorrectionView {
  return {
    kind: correction.kind,
    account: correction.account,
    amount: correction.amount.toString(),
    newAccount: correction.newAccount,
    newAmount: correction.newAmount.toString(),
    reason: correction.reason,
    day: correction.day,
    transaction: correction.transaction,
  };
}

export function settlementView(settlement: Row<"settlements">): SettlementView {
  return {
    id: settlement.id,
    shop: settlement.shop,
    cycle: settlement.cycle,
    state: settlement.state as SettlementState,
    amount: settlement.amount.toString(),
    withholding: settlement.withholding.toString(),
    commission: settlement.commission.toString(),
    payment: settlement.payment.toString(),
    statement: settlement.statement,
    endToEndId: settlement.endToEndId,
    bankStatement: settlement.bankStatement,
    reason: settlement.reason,
    madeDay: Math.floor(settlement.madeAt / SECONDS_A_DAY),
    changedDay: Math.floor(settlement.changedAt / SECONDS_A_DAY),
    transaction: settlement.transaction,
  };
}

export function documentView(
  document: Row<"documents">,
  organisation: Row<"organisations"> | undefined,
): DocumentView {
  return {
    hash: document.hash,
    organisation: { id: document.organisation, name: organisation?.name ?? "" },
    kind: document.kind,
    officer: document.officer,
    subject: document.subject,
    recordedAt: document.recordedAt,
    uri: document.uri,
    transaction: document.transaction,
  };
}
