// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle, ShopDetail } from "#sdk/agency/index.ts";
import { amountOf, type Amount as Money } from "#sdk/money/index.ts";
import { countOf } from "../../shared/format/index.ts";
import { Amount, FactGrid, HexValue, Section, StateBadge } from "../../shared/ui/index.ts";
import { labelOf, words as shared } from "../../shared/words/index.ts";
import { ChangeShop } from "./ChangeShop.tsx";
import { showPercent } from "./percent.ts";
import { TerminalsSection } from "./TerminalsSection.tsx";
import { words } from "./words/index.ts";

const text = words.shop;

interface ShopCardProps {
  readonly programme: ProgrammeHandle;
  readonly shop: ShopDetail;
}

/** One shop: what it may do, where it is paid, its terminals, and how both are changed. */
export function ShopCard({ programme, shop }: ShopCardProps) {
  const { currency } = programme;
  const { columns } = words;
  const isBank = shop.payoutMode === "Bank";
  const money = (value: Money) => <Amount value={value} currency={currency} withCode />;
  return (
    <>
      <Section
        title={text.title(shop.code)}
        hint={text.terms}
        aside={shop.isActive ? undefined : <StateBadge tone="quiet" label={words.inactive} />}
      >
        {() => (
          <FactGrid
            facts={[
              [columns.kind, labelOf(shared.shopKinds, shop.kind)],
              [columns.perDay, money(amountOf(shop.ceilingPerDay))],
              [columns.offline, countOf(shop.offlineDays, words.days)],
              [text.terminalLimit, money(amountOf(shop.terminalLimit))],
              [columns.commission, showPercent(shop.commissionBps)],
              [columns.owed, money(shop.sum.owed)],
              [
                isBank ? text.bankReference : text.payoutAddress,
                <HexValue
                  key="payout"
                  value={isBank ? shop.payout.bankReference : shop.payout.account}
                  what={isBank ? text.theBankReference : text.thePayoutAddress}
                />,
              ],
            ]}
          />
        )}
      </Section>
      <TerminalsSection programme={programme} shop={shop} />
      <ChangeShop programme={programme} shop={shop} />
    </>
  );
}
