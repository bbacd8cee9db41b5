// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type Amount, amountOf, type Currency } from "#sdk/money/index.ts";
import { cardNumber } from "../../shared/cards/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { Figure } from "./AmountStep.tsx";
import { StepPanel } from "./StepPanel.tsx";
import type { Purse } from "./steps.ts";
import classes from "./terminal.module.css";
import { words } from "./words/index.ts";

const text = words.confirm;

interface ConfirmStepProps {
  readonly purse: Purse;
  readonly amount: Amount;
  readonly currency: Currency;
  /** Resolves when the receipt is kept on this device. */
  readonly onConfirm: () => Promise<void>;
  readonly onBack: () => void;
}

/** The sale once more, for both sides of the counter to see. */
export function ConfirmStep({ purse, amount, currency, onConfirm, onBack }: ConfirmStepProps) {
  // Also without a line: whether there is one shows when it is tried.
  const selling = useMutation({ mutationFn: onConfirm, networkMode: "always" });
  const leaves = amountOf(purse.cycle.left - amount);
  return (
    <StepPanel title={words.step.confirm}>
      <Figure
        label={text.takes}
        money={showMoney(amount, currency)}
        note={words.card.ofCard(cardNumber(purse.card))}
      />
      <p className={classes.soft}>
        {text.leaves} {showMoney(leaves, currency)}
      </p>
      <div className={classes.buttons}>
        <Button size="lg" loading={selling.isPending} onClick={() => selling.mutate()}>
          {text.sell}
        </Button>
        <Button size="lg" variant="default" disabled={selling.isPending} onClick={onBack}>
          {text.change}
        </Button>
      </div>
      {selling.isError ? <ErrorNote error={selling.error} /> : null}
    </StepPanel>
  );
}
