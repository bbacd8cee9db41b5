// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Amount, type Currency, formatAmount } from "#sdk/money/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { MoneyField, moneyIn } from "../../shared/form/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import type { StoredReceipt } from "./receiptStore.ts";
import { StepPanel } from "./StepPanel.tsx";
import classes from "./terminal.module.css";
import { words } from "./words/index.ts";

const text = words.refund;

interface RefundStepProps {
  readonly sale: StoredReceipt;
  /** What of the sale was not refunded yet. */
  readonly most: Amount;
  readonly currency: Currency;
  /** Resolves when the receipt is kept on this device. */
  readonly onConfirm: (amount: Amount) => Promise<void>;
  readonly onCancel: () => void;
}

/** A sale taken back, in whole or in part. */
export function RefundStep({ sale, most, currency, onConfirm, onCancel }: RefundStepProps) {
  const [typed, setTyped] = useState(formatAmount(most, currency));
  const refunding = useMutation({ mutationFn: onConfirm, networkMode: "always" });
  const amount = moneyIn(typed, currency);
  const isTooMuch = amount !== undefined && amount > most;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (amount !== undefined && !isTooMuch) refunding.mutate(amount);
  };
  const hint = text.hint(showMoney(most, currency));
  return (
    <StepPanel title={words.step.refund}>
      <p className={classes.soft}>{text.ofReceipt(sale.number, showMoney(sale.receipt.amount, currency))}</p>
      <form className={classes.form} onSubmit={submit}>
        <MoneyField
          label={text.label}
          currency={currency}
          value={typed}
          onChange={setTyped}
          hint={hint}
          fault={isTooMuch ? hint : undefined}
        />
        <div className={classes.buttons}>
          <Button
            type="submit"
            size="lg"
            loading={refunding.isPending}
            disabled={amount === undefined || isTooMuch}
          >
            {text.confirm}
          </Button>
          <Button size="lg" variant="default" disabled={refunding.isPending} onClick={onCancel}>
            {text.cancel}
          </Button>
        </div>
      </form>
      {refunding.isError ? <ErrorNote error={refunding.error} /> : null}
    </StepPanel>
  );
}
