// SPDX-License-Identifier: Apache-2.0

import { ButtonLink } from "../../shared/ui/index.ts";
import type { WaitingTask } from "./board.ts";
import { words } from "./words/index.ts";

interface TaskStepProps {
  readonly task: WaitingTask;
  /** The task in words, for the button's name. */
  readonly what: string;
}

const look = { size: "xs", variant: "light" } as const;

/** The one button of a task: it leads to the page where the task is done. */
export function TaskStep({ task, what }: TaskStepProps) {
  const label = words.steps[task.kind];
  const named = { ...look, "aria-label": words.stepOf(label, what) };
  switch (task.kind) {
    case "approveAct":
      return task.programme === undefined ? (
        <ButtonLink {...named} to="/console/office" hash="acts">
          {label}
        </ButtonLink>
      ) : (
        <ButtonLink
          {...named}
          to="/console/programmes/$address"
          params={{ address: task.programme }}
          hash="acts"
        >
          {label}
        </ButtonLink>
      );
    case "approveCycle":
    case "releaseCycle":
      return (
        <ButtonLink
          {...named}
          to="/console/programmes/$address/cycles/$cycle/approve"
          params={{ address: task.programme, cycle: String(task.cycle.cycle) }}
        >
          {label}
        </ButtonLink>
      );
    case "loadCycle":
      return (
        <ButtonLink
          {...named}
          to="/console/programmes/$address/cycles/$cycle/load"
          params={{ address: task.programme, cycle: String(task.cycle.cycle) }}
        >
          {label}
        </ButtonLink>
      );
    case "closeCycle":
      return (
        <ButtonLink
          {...named}
          to="/console/programmes/$address/cycles/$cycle/close"
          params={{ address: task.programme, cycle: String(task.cycle.cycle) }}
        >
          {label}
        </ButtonLink>
      );
    case "returnedCycle":
      return (
        <ButtonLink
          {...named}
          to="/console/programmes/$address/cycles/$cycle"
          params={{ address: task.programme, cycle: String(task.cycle.cycle) }}
        >
          {label}
        </ButtonLink>
      );
    case "settleShop":
      return (
        <ButtonLink
          {...named}
          to="/console/programmes/$address/reconcile"
          params={{ address: task.programme }}
          search={{ shop: task.shop, cycle: task.cycle }}
        >
          {label}
        </ButtonLink>
      );
    case "confirmSettlement":
      return (
        <ButtonLink
          {...named}
          to="/console/programmes/$address/settlements/$id"
          params={{ address: task.programme, id: String(task.settlement) }}
        >
          {label}
        </ButtonLink>
      );
    case "draftReady":
      return (
        <ButtonLink
          {...named}
          to="/console/programmes/$address/new-cycle"
          params={{ address: task.programme }}
          search={{ draft: task.draft }}
        >
          {label}
        </ButtonLink>
      );
    case "openAccounts":
      return (
        <ButtonLink {...named} to="/console/accounts/open">
          {label}
        </ButtonLink>
      );
    case "liftPause":
      return (
        <ButtonLink
          {...named}
          to="/console/programmes/$address"
          params={{ address: task.programme }}
          hash="pause"
        >
          {label}
        </ButtonLink>
      );
    case "exceptions":
      return (
        <ButtonLink {...named} to="/console/office" hash="exceptions">
          {label}
        </ButtonLink>
      );
  }
}
