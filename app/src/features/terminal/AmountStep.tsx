// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type Amount, type Currency, formatAmount, sumAmounts } from "#sdk/money/index.ts";
import { MoneyField, moneyIn } from "../../shared/form/index.ts";
import { showDay, showMoney } from "../../shared/format/index.ts";
import { StepPanel } from "./StepPanel.tsx";
import { fits, type Purse } from "./steps.ts";
import classes from "./terminal.module.css";
import { words } from "./words/index.ts";

const text = words.amount;

interface AmountStepProps {
  readonly purse: Purse;
  readonly currency: Currency;
  readonly onAmount: (amount: Amount) => void;
  readonly onCancel: () => void;
}

/** What the household has left, and how much of it this sale takes. */
export function AmountStep({ purse, currency, onAmount, onCancel }: AmountStepProps) {
  const [typed, setTyped] = useState("");
  const { cycle, later, room } = purse;
  const most = showMoney(room.most, currency);
  const amount = moneyIn(typed, currency);
  const isTooMuch = amount !== undefined && !fits(amount, purse);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (amount !== undefined && !isTooMuch) onAmount(amount);
  };
  return (
    <StepPanel title={words.step.amount}>
      <Figure
        label={text.left}
        money={showMoney(cycle.left, currency)}
        note={text.until(dayOfSecond(cycle.expiresAt))}
      />
      {later.length === 0 ? null : (
        <p className={classes.soft}>
          {text.later(showMoney(sumAmounts(later.map(({ left }) => left)), currency), later.length)}
        </p>
      )}
      <form className={classes.form} onSubmit={submit}>
        <MoneyField
          label={text.label}
          currency={currency}
          value={typed}
          onChange={setTyped}
          hint={room.boundBy === "left" ? text.most(most) : text.boundBy[room.boundBy](most)}
          fault={isTooMuch ? text.tooMuch(most) : undefined}
        />
        <div className={classes.buttons}>
          <Button type="submit" size="lg" disabled={amount === undefined || isTooMuch}>
            {text.next}
          </Button>
          <Button size="lg" variant="default" onClick={() => setTyped(formatAmount(room.most, currency))}>
            {text.everything}
          </Button>
          <Button size="lg" variant="subtle" color="gray" onClick={onCancel}>
            {text.cancel}
          </Button>
        </div>
      </form>
    </StepPanel>
  );
}

interface FigureProps {
  readonly label: string;
  readonly money: string;
  readonly note?: string;
}

/** Money that both sides of the counter read. */
export function Figure({ label, money, note }: FigureProps) {
  return (
    <p className={classes.left}>
      <span className={classes.soft}>{label}</span>
      <strong className={classes.figure}>{money}</strong>
      {note === undefined ? null : <span className={classes.soft}>{note}</span>}
    </p>
  );
}

const DAY_SECONDS = 86_400;

function dayOfSecond(second: number): string {
  return showDay(Math.floor(second / DAY_SECONDS));
}
