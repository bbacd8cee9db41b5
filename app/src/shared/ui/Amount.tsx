// SPDX-License-Identifier: Apache-2.0

import type { Currency, Amount as Money } from "#sdk/money/index.ts";
import { showAmount } from "../format/index.ts";
import classes from "./Amount.module.css";

interface AmountProps {
  readonly value: Money;
  readonly currency: Currency;
  readonly withCode?: boolean;
}

/** Money, exact to the unit, with figures of equal width. A zero steps back. */
export function Amount({ value, currency, withCode = false }: AmountProps) {
  return (
    <span className={classes.root} data-zero={value === 0n || undefined}>
      {showAmount(value, currency)}
      {withCode ? <span className={classes.code}>&nbsp;{currency.code}</span> : null}
    </span>
  );
}
