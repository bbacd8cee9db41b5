// SPDX-License-Identifier: Apache-2.0

import { VisuallyHidden } from "@mantine/core";
import { Icon } from "../../../shared/ui/index.ts";
import { isDone, isReachable } from "../flow/reach.ts";
import type { FlowState } from "../flow/state.ts";
import { STEPS, type Step } from "../flow/steps.ts";
import { words } from "../words/index.ts";
import classes from "./Stepper.module.css";

interface StepperProps {
  readonly state: FlowState;
  readonly onGo: (step: Step) => void;
}

/** Where the preparer is on the way to the signature; steps that are open can be gone to. */
export function Stepper({ state, onGo }: StepperProps) {
  const current = STEPS.indexOf(state.step);
  return (
    <nav aria-label={words.steps} className={classes.nav}>
      <p className={classes.short} aria-hidden="true">
        {words.stepOf(current + 1, STEPS.length)}
      </p>
      <ol className={classes.steps}>
        {STEPS.map((step, index) => (
          <li key={step} className={classes.step} data-passed={index < current || undefined}>
            <button
              type="button"
              className={classes.button}
              disabled={!isReachable(state, step)}
              aria-current={step === state.step ? "step" : undefined}
              onClick={() => onGo(step)}
            >
              <span className={classes.mark} aria-hidden="true">
                {isDone(state, step) && step !== state.step ? <Icon name="check" size={14} /> : index + 1}
              </span>
              <span className={classes.name}>{words.stepNames[step]}</span>
              {isDone(state, step) ? <VisuallyHidden>, {words.stepDone}</VisuallyHidden> : null}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
