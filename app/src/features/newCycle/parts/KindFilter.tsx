// SPDX-License-Identifier: Apache-2.0

import type { ProblemCode } from "#sdk/list/problems.ts";
import { showCount } from "../../../shared/format/index.ts";
import type { ProblemKind } from "../list/problemKinds.ts";
import { words } from "../words/index.ts";
import classes from "./KindFilter.module.css";
import { kindText } from "./problemText.ts";

interface KindFilterProps {
  /** The most frequent first. */
  readonly kinds: readonly ProblemKind[];
  /** Problems of all kinds. */
  readonly total: number;
  /** The kind that is shown alone; undefined for all of them. */
  readonly chosen: ProblemCode | undefined;
  readonly onChoose: (code: ProblemCode | undefined) => void;
}

/** Kinds of problems with their counts; a press shows one kind alone. With a single kind there is nothing to choose. */
export function KindFilter({ kinds, total, chosen, onChoose }: KindFilterProps) {
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
          {code === undefined ? words.problems.allKinds : kindText(code)}
        </button>
      ))}
    </fieldset>
  );
}
