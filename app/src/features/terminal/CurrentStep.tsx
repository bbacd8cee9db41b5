// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { AmountStep } from "./AmountStep.tsx";
import { CardStep } from "./CardStep.tsx";
import { ConfirmStep } from "./ConfirmStep.tsx";
import { PinStep } from "./PinStep.tsx";
import { ReceiptStep } from "./ReceiptStep.tsx";
import { RefundStep } from "./RefundStep.tsx";
import { RefusedStep } from "./RefusedStep.tsx";
import type { CounterStep } from "./steps.ts";
import type { CounterActions } from "./useCounter.ts";
import type { Receipts } from "./useReceipts.ts";

interface CurrentStepProps {
  readonly step: CounterStep;
  readonly actions: CounterActions;
  readonly receipts: Receipts;
  readonly programme: ProgrammeHandle;
  readonly shopCode: string;
}

/** The step at which the counter is. */
export function CurrentStep({ step, actions, receipts, programme, shopCode }: CurrentStepProps) {
  const { currency } = programme;
  switch (step.step) {
    case "card":
      return <CardStep onCard={actions.readCard} />;
    case "pin":
      return (
        <PinStep
          card={step.card}
          onPin={(pin) => actions.checkPin(step.card, pin)}
          onBack={actions.nextHousehold}
        />
      );
    case "refused":
      return <RefusedStep card={step.card} refusal={step.refusal} onNext={actions.nextHousehold} />;
    case "amount":
      return (
        <AmountStep
          purse={step.purse}
          currency={currency}
          onAmount={actions.enterAmount}
          onCancel={actions.nextHousehold}
        />
      );
    case "confirm":
      return (
        <ConfirmStep
          purse={step.purse}
          amount={step.amount}
          currency={currency}
          onConfirm={() => actions.sell(step.purse, step.amount, step.draft)}
          onBack={actions.back}
        />
      );
    case "refund":
      return (
        <RefundStep
          sale={step.sale}
          most={step.most}
          currency={currency}
          onConfirm={(amount) => actions.refund(step.sale, amount, step.draft)}
          onCancel={actions.nextHousehold}
        />
      );
    case "receipt":
      return (
        <ReceiptStep
          number={step.number}
          receipts={receipts}
          programme={programme}
          shopCode={shopCode}
          onRefund={actions.askRefund}
          onNext={actions.nextHousehold}
        />
      );
  }
}
