// SPDX-License-Identifier: Apache-2.0

import { payMilestoneCall } from "#sdk/agreements/index.ts";
import { words } from "../words/index.ts";
import { ActPart } from "./ActPart.tsx";
import { Doing } from "./Doing.tsx";
import type { MilestoneActsProps } from "./milestoneActsProps.ts";

const text = words.pay;

interface PayButtonProps extends MilestoneActsProps {
  /** Whether everything authorised is paid, and only the time for a dispute had to pass. */
  readonly closes: boolean;
}

/** Tries a payment again that the token refused, or closes a milestone whose cut nobody disputed. Anyone. */
export function PayButton({ view: { handle }, milestone: { milestone }, closes }: PayButtonProps) {
  const own = closes ? text.close : text.again;
  return (
    <ActPart title={own.title} hint={own.hint}>
      <Doing
        name={`pay-${milestone}`}
        label={own.run}
        done={own.done}
        isQuiet
        build={() => payMilestoneCall({ agreement: handle.address, milestone }, closes)}
      />
    </ActPart>
  );
}
