// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Cycle, ShopDetail } from "#sdk/agency/index.ts";
import { showDay } from "../../shared/format/index.ts";
import { FileDrop, Section } from "../../shared/ui/index.ts";
import { NO_HINTS, type ReadingHints, ReadingOptionsFields, readingOptions } from "./ReadingOptions.tsx";
import classes from "./reconcile.module.css";
import type { StatementToCompare } from "./useComparison.ts";
import { words } from "./words/index.ts";

const SECONDS_A_DAY = 86_400;

/** Whose statement; both stand in the page's address. */
export interface Choice {
  readonly shop?: number;
  readonly cycle?: number;
}

interface StatementFormProps {
  readonly shops: readonly ShopDetail[];
  readonly cycles: readonly Cycle[];
  readonly chosen: Choice;
  readonly onChoose: (next: Choice) => void;
  readonly onFile: (statement: StatementToCompare) => void;
  readonly isBusy: boolean;
}

/** Shop, cycle, how the file is written, and the file. */
export function StatementForm({ shops, cycles, chosen, onChoose, onFile, isBusy }: StatementFormProps) {
  const [hints, setHints] = useState<ReadingHints>(NO_HINTS);
  const { shop, cycle } = chosen;
  const terminals = shops.find((known) => known.shop === shop)?.terminals ?? [];
  return (
    <Section title={words.choose}>
      {() => (
        <>
          <div className={classes.form}>
            <NativeSelect
              label={words.shop}
              value={shop === undefined ? "" : String(shop)}
              data={[
                { value: "", label: words.chooseShop },
                ...shops.map((known) => ({ value: String(known.shop), label: known.code })),
              ]}
              onChange={({ currentTarget: { value } }) => onChoose(choiceOf(value, cycle))}
            />
            <NativeSelect
              label={words.cycle}
              value={cycle === undefined ? "" : String(cycle)}
              data={[{ value: "", label: words.chooseCycle }, ...cycles.toReversed().map(cycleOption)]}
              onChange={({ currentTarget: { value } }) => onChoose(choiceOf(shop ?? "", value))}
            />
          </div>
          <ReadingOptionsFields hints={hints} terminals={terminals} onChange={setHints} />
          {shop !== undefined && cycle !== undefined ? (
            <div className={classes.drop}>
              <FileDrop
                label={words.drop}
                hint={words.dropHint}
                choose={words.chooseFile}
                accept=".csv,text/csv"
                disabled={isBusy}
                onFile={(file) => onFile({ file, shop, cycle, options: readingOptions(hints, terminals) })}
              />
            </div>
          ) : null}
        </>
      )}
    </Section>
  );
}

function cycleOption({ cycle, opensAt, expiresAt }: Cycle) {
  const day = (seconds: number) => showDay(Math.floor(seconds / SECONDS_A_DAY));
  return { value: String(cycle), label: words.cycleNamed(cycle, `${day(opensAt)} – ${day(expiresAt)}`) };
}

function choiceOf(shop: string | number, cycle: string | number | undefined): Choice {
  return {
    ...(shop === "" ? {} : { shop: Number(shop) }),
    ...(cycle === "" || cycle === undefined ? {} : { cycle: Number(cycle) }),
  };
}
