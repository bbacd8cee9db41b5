// SPDX-License-Identifier: Apache-2.0

import { showCount } from "../../../shared/format/index.ts";
import { words } from "../words/index.ts";
import type { ProblemKind } from "../worker/protocol.ts";
import classes from "./ProblemKinds.module.css";
import { sayKind } from "./sayProblem.ts";

interface ProblemKindsProps {
  /** The most frequent first. */
  readonly kinds: readonly ProblemKind[];
  readonly total: number;
  /** Code of the kind that is shown alone; undefined for all of them. */
  readonly chosen: string | undefined;
  readonly onChoose: (code: string | undefined) => void;
}

/** Kinds of problems with their counts; a press shows one kind alone. */
export function ProblemKinds({ kinds, total, chosen, onChoose }: ProblemKindsProps) {
  if (kinds.length < 2) return null;
  const choices = [{ code: undefined, count: total }, ...kinds];
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{words.problems.kindsLabel}</legend>
      {choices.map(({ code, count }) => (
        <button
          key={code ?? ""}
          type="button"
          className={classes.kind}
          aria-pressed={code === chosen}
          onClick={() => onChoose(code)}
        >
          <span className={classes.count}>{showCount(count)}</span>
          {code === undefined ? words.problems.allKinds : sayKind(code)}
        </button>
      ))}
    </fieldset>
  );
}
