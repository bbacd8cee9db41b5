// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { type Card, cardNumber } from "../../shared/cards/index.ts";
import { StepPanel } from "./StepPanel.tsx";
import type { Refusal } from "./sale.ts";
import classes from "./terminal.module.css";
import { words } from "./words/index.ts";

interface RefusedStepProps {
  readonly card: Card;
  readonly refusal: Refusal;
  readonly onNext: () => void;
}

/** Why this household cannot buy, and whom to ask. */
export function RefusedStep({ card, refusal, onNext }: RefusedStepProps) {
  return (
    <StepPanel title={words.step.refused}>
      <p className={classes.verdict} data-tone="bad" role="status">
        {words.refused[refusal]}
      </p>
      <p className={classes.soft}>{words.card.ofCard(cardNumber(card))}</p>
      <div className={classes.buttons}>
        <Button size="lg" onClick={onNext}>
          {words.next}
        </Button>
      </div>
    </StepPanel>
  );
}
