// SPDX-License-Identifier: Apache-2.0

import type { Balances } from "../api/index.ts";
import { shareOf } from "../format/index.ts";
import classes from "./MoneyBar.module.css";
import { moneyParts, totalMoney } from "./terms.ts";

interface MoneyBarProps {
  readonly balances: Balances;
  readonly isThin?: boolean;
}

/** The parts of a programme's money as one bar. Always beside figures that say the same, so it is decoration to a screen reader. */
export function MoneyBar({ balances, isThin = false }: MoneyBarProps) {
  const total = totalMoney(balances);
  const parts = moneyParts(balances).filter(({ amount }) => amount > 0n);
  return (
    <div className={classes.bar} data-thin={isThin || undefined} aria-hidden="true">
      {parts.map(({ term, amount }) => (
        <span
          key={term}
          className={classes.part}
          data-term={term}
          style={{ flexGrow: shareOf(amount, total) }}
        />
      ))}
    </div>
  );
}

/** The colour of a part, for the line that names it. */
export function MoneySwatch({ term }: { readonly term: string }) {
  return <span className={classes.swatch} data-term={term} aria-hidden="true" />;
}
