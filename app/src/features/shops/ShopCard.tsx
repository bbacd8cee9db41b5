// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { ProgrammeHandle, ShopDetail } from "#sdk/agency/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { countOf } from "../../shared/format/index.ts";
import { Amount, HexValue, Section, StateBadge } from "../../shared/ui/index.ts";
import { labelOf, words as shared } from "../../shared/words/index.ts";
import { ChangeShop } from "./ChangeShop.tsx";
import { showPercent } from "./percent.ts";
import classes from "./shops.module.css";
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
  return (
    <>
      <Section
        title={text.title(shop.code)}
        hint={text.terms}
        aside={shop.isActive ? undefined : <StateBadge tone="quiet" label={words.inactive} />}
      >
        {() => (
          <dl className={classes.facts}>
            <Fact name={columns.kind}>{labelOf(shared.shopKinds, shop.kind)}</Fact>
            <Fact name={columns.perDay}>
              <Amount value={amountOf(shop.ceilingPerDay)} currency={currency} withCode />
            </Fact>
            <Fact name={columns.offline}>{countOf(shop.offlineDays, words.days)}</Fact>
            <Fact name={text.terminalLimit}>
              <Amount value={amountOf(shop.terminalLimit)} currency={currency} withCode />
            </Fact>
            <Fact name={columns.commission}>{showPercent(shop.commissionBps)}</Fact>
            <Fact name={columns.owed}>
              <Amount value={shop.sum.owed} currency={currency} withCode />
            </Fact>
            <Fact name={isBank ? text.bankReference : text.payoutAddress}>
              <HexValue
                value={isBank ? shop.payout.bankReference : shop.payout.account}
                what={isBank ? text.theBankReference : text.thePayoutAddress}
              />
            </Fact>
          </dl>
        )}
      </Section>
      <TerminalsSection programme={programme} shop={shop} />
      <ChangeShop programme={programme} shop={shop} />
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
