// SPDX-License-Identifier: Apache-2.0

import { ButtonLink } from "../../shared/ui/index.ts";
import { words as shared } from "../../shared/words/index.ts";
import type { CycleStep } from "./nextStep.ts";
import { words } from "./words/index.ts";

interface StepLinkProps {
  readonly step: CycleStep;
  /** Address of the programme. */
  readonly programme: string;
  readonly cycle: number;
  /** The one filled button of its page; otherwise a small one of a row, which names its cycle to screen readers. */
  readonly isMain?: boolean;
}

/** Leads to the page where a cycle's step is done; nothing when no step is left. */
export function StepLink({ step, programme, cycle, isMain = false }: StepLinkProps) {
  const label = words.steps[step];
  const look = isMain ? {} : ({ size: "xs", variant: "light" } as const);
  const named = isMain ? look : { ...look, "aria-label": words.stepOf(label, shared.cycles.cycle(cycle)) };
  const params = { address: programme, cycle: String(cycle) };
  switch (step) {
    case "none":
      return null;
    case "approve":
    case "release":
      return (
        <ButtonLink {...named} to="/console/programmes/$address/cycles/$cycle/approve" params={params}>
          {label}
        </ButtonLink>
      );
    case "load":
      return (
        <ButtonLink {...named} to="/console/programmes/$address/cycles/$cycle/load" params={params}>
          {label}
        </ButtonLink>
      );
    case "messages":
      return (
        <ButtonLink {...named} to="/console/programmes/$address/cycles/$cycle/messages" params={params}>
          {label}
        </ButtonLink>
      );
    case "close":
      return (
        <ButtonLink {...named} to="/console/programmes/$address/cycles/$cycle/close" params={params}>
          {label}
        </ButtonLink>
      );
    case "prepareAgain":
      return (
        <ButtonLink {...named} to="/console/programmes/$address/new-cycle" params={{ address: programme }}>
          {label}
        </ButtonLink>
      );
    case "reconcile":
      return (
        <ButtonLink
          {...named}
          to="/console/programmes/$address/reconcile"
          params={{ address: programme }}
          search={{ cycle }}
        >
          {label}
        </ButtonLink>
      );
  }
}
