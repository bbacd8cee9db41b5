// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useState } from "react";
import type { Amount } from "#sdk/money/index.ts";
import { showCount, showMoney } from "../../../shared/format/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { words } from "../words/index.ts";
import type { ChangeList, DifferenceCounts } from "../worker/protocol.ts";
import { Choices } from "./Choices.tsx";
import { DifferenceRows } from "./DifferenceRows.tsx";
import { Figures } from "./Figures.tsx";
import classes from "./parts.module.css";

const text = words.difference;
const LISTS: readonly ChangeList[] = ["changed", "added", "removed", "solved", "fresh"];

interface DifferencePanelProps {
  readonly desk: ImportDesk;
  readonly difference: DifferenceCounts;
  readonly total: Amount;
  readonly onUndo: () => void;
}

/** What a corrected file changed: in figures, and row by row. */
export function DifferencePanel({ desk, difference, total, onUndo }: DifferencePanelProps) {
  const filled = LISTS.filter((list) => difference[list] > 0);
  const [wanted, setWanted] = useState<ChangeList>();
  const chosen = filled.find((list) => list === wanted) ?? filled[0];
  const { currency } = desk.money;
  const amounts = text.beforeAfter(showMoney(difference.totalBefore, currency), showMoney(total, currency));
  return (
    <Section
      title={text.title}
      hint={text.hint}
      aside={
        <Button variant="default" onClick={onUndo}>
          {text.undo}
        </Button>
      }
    >
      {(headingId) => (
        <>
          <div className={classes.pad}>
            <Figures
              figures={[
                { label: text.changed, value: showCount(difference.changed) },
                { label: text.added, value: showCount(difference.added) },
                { label: text.removed, value: showCount(difference.removed) },
                { label: text.solved, value: showCount(difference.solved) },
                {
                  label: text.fresh,
                  value: showCount(difference.fresh),
                  tone: difference.fresh > 0 ? "bad" : undefined,
                },
                { label: text.remaining, value: showCount(difference.remaining) },
              ]}
            />
            <p className={classes.total}>
              {text.total}: {amounts}
            </p>
            {chosen === undefined ? null : (
              <Choices
                legend={text.listsLabel}
                isLegendHidden
                name="difference"
                value={chosen}
                options={filled.map((list) => ({
                  value: list,
                  label: `${text.lists[list]} (${showCount(difference[list])})`,
                }))}
                onChange={setWanted}
              />
            )}
          </div>
          {chosen === undefined ? null : (
            <DifferenceRows
              key={chosen}
              desk={desk}
              list={chosen}
              count={difference[chosen]}
              difference={difference}
              headingId={headingId}
            />
          )}
        </>
      )}
    </Section>
  );
}
