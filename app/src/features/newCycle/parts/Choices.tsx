// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import classes from "./parts.module.css";

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: string;
}

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  /** Whether the legend is only read aloud, since a heading says it already. */
  readonly isLegendHidden?: boolean;
  readonly name: string;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in view: radio buttons as a row of buttons. */
export function Choices<Value extends string>({
  legend,
  isLegendHidden,
  name,
  value,
  options,
  onChange,
}: ChoicesProps<Value>) {
  return (
    <fieldset className={classes.choices}>
      <legend data-hidden={isLegendHidden || undefined}>{legend}</legend>
      <div className={classes.options}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint === undefined ? null : <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
