// SPDX-License-Identifier: Apache-2.0

import { amountOf, type Currency } from "#sdk/money/index.ts";
import type { Cost } from "../../shared/api/index.ts";
import { config } from "../../shared/config/index.ts";
import { countOf, showCoin, showCount, showMoney } from "../../shared/format/index.ts";
import { type Fact, FactGrid, Section } from "../../shared/ui/index.ts";
import classes from "./overview.module.css";
import { words } from "./words/index.ts";

const text = words.cost;

interface CostSectionProps {
  readonly cost: Cost;
  readonly currency: Currency;
}

/** What it takes to bring money to households: commissions, and the ledger's own fees as far as they are known. */
export function CostSection({ cost, currency }: CostSectionProps) {
  const facts: Fact[] = [
    [text.transfers, showCount(cost.transfers)],
    [text.amount, showMoney(amountOf(cost.amount), currency)],
    [text.commission, showMoney(cost.commission, currency)],
    [
      text.perTransfer,
      cost.commissionPerTransfer === null ? text.none : showMoney(cost.commissionPerTransfer, currency),
    ],
    [text.gas, gasOfTransfer(cost)],
  ];
  return (
    <Section title={text.title(currency.code)}>
      {() => (
        <>
          <FactGrid facts={facts} />
          {cost.gas === null ? null : (
            <p className={classes.note}>
              {text.gasMeaning(
                countOf(cost.gas.transactions, text.transaction),
                showCoin(cost.gas.wei, coinSymbol()),
              )}
            </p>
          )}
        </>
      )}
    </Section>
  );
}

function gasOfTransfer({ gas, transfers }: Cost): string {
  if (transfers === 0) return text.none;
  if (gas === null) return text.gasUnknown;
  return gas.weiPerTransfer === null ? text.none : showCoin(gas.weiPerTransfer, coinSymbol());
}

function coinSymbol(): string {
  return config().chain.currencySymbol ?? "";
}
