// SPDX-License-Identifier: Apache-2.0

import { useId } from "react";
import { type Choice, choicesOf, type QuestionName, type StageName } from "#sdk/readiness/index.ts";
import classes from "./readiness.module.css";
import { words } from "./words/index.ts";

interface ChoiceFieldProps {
  readonly stage: StageName;
  readonly question: QuestionName;
  readonly value: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

/** One question with its choices side by side. */
export function ChoiceField({ stage, question, value, onChoose }: ChoiceFieldProps) {
  const name = useId();
  return (
    <fieldset className={classes.question}>
      <legend>{words.questions[question]}</legend>
      <div className={classes.choices}>
        {choicesOf(stage, question).map((choice) => (
          <label key={choice} className={classes.choice}>
            <input type="radio" name={name} checked={value === choice} onChange={() => onChoose(choice)} />
            {wordOf(question, choice)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function wordOf(question: QuestionName, choice: Choice): string {
  return question === "nodes" && choice === "parties"
    ? words.kindChoices.nodesParties
    : words.choices[choice];
}
