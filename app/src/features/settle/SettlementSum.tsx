// SPDX-License-Identifier: Apache-2.0

import type { ShopDetail } from "#sdk/agency/index.ts";
import { amountOf, type Currency, type Amount as Money, ZERO } from "#sdk/money/index.ts";
import { Amount, FactGrid, HexValue } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

const text = words.form;
const HUNDRED_PERCENT = 10_000n;

interface SettlementSumProps {
  readonly currency: Currency;
  readonly shop: ShopDetail;
  readonly amount: Money;
  readonly withholding: Money;
}

/** What the shop gets, and where it goes. */
export function SettlementSum({ currency, shop, amount, withholding }: SettlementSumProps) {
  const { payout, payoutMode } = shop;
  // As the contract works it out: rounded down.
  const commission = amountOf((amount * BigInt(shop.commissionBps)) / HUNDRED_PERCENT);
  const toShop = amountOf(amount - withholding + commission);
  const isBank = payoutMode === "Bank";
  return (
    <FactGrid
      isInset
      facts={[
        [text.commission, <Amount key="commission" value={commission} currency={currency} withCode />],
        [
          text.toShop,
          <strong key="shop" data-strong>
            <Amount value={toShop < 0n ? ZERO : toShop} currency={currency} withCode />
          </strong>,
        ],
        [
          text.payout,
          <>
            {isBank ? text.toBank : text.toAddress}{" "}
            <HexValue value={isBank ? payout.bankReference : payout.account} what={words.one.paidTo} />
          </>,
        ],
      ]}
    />
  );
}
