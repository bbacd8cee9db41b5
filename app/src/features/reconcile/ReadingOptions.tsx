// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, TextInput } from "@mantine/core";
import type { Terminal } from "#sdk/agency/index.ts";
import { shorten } from "../../shared/format/index.ts";
import { UnlockHouseholds, useHouseholdKey } from "../../shared/households/index.ts";
import type { ReadingOptions } from "./messages.ts";
import classes from "./reconcile.module.css";
import { words } from "./words/index.ts";

/** What the officer says about the file; empty where the file tells by itself. */
export interface ReadingHints {
  readonly dateFormat: "auto" | "dd/mm/yyyy" | "mm/dd/yyyy";
  readonly decimalMark: "auto" | "." | ",";
  readonly idColumn: string;
  readonly terminal: string;
}

export const NO_HINTS: ReadingHints = { dateFormat: "auto", decimalMark: "auto", idColumn: "", terminal: "" };

/** The hints as the reader of the file takes them. A shop with one terminal needs no column for it. */
export function readingOptions(
  { dateFormat, decimalMark, idColumn, terminal }: ReadingHints,
  terminals: readonly Terminal[],
): Omit<ReadingOptions, "currency"> {
  const only = terminals.length === 1 ? terminals[0] : terminals.find((known) => known.terminal === terminal);
  return {
    ...(only === undefined ? {} : { terminal: only.terminal }),
    ...(idColumn === "" ? {} : { columns: { id: idColumn } }),
    ...(dateFormat === "auto" ? {} : { dateFormat }),
    ...(decimalMark === "auto" ? {} : { decimalMark }),
  };
}

interface ReadingOptionsFieldsProps {
  readonly hints: ReadingHints;
  readonly terminals: readonly Terminal[];
  readonly onChange: (next: ReadingHints) => void;
}

/** Folded away: most files need none of it. */
export function ReadingOptionsFields({ hints, terminals, onChange }: ReadingOptionsFieldsProps) {
  const { state } = useHouseholdKey();
  return (
    <details className={classes.options}>
      <summary>{words.options}</summary>
      <div className={classes.form}>
        <NativeSelect
          label={words.dateFormat}
          data={entriesOf(words.dateFormats)}
          value={hints.dateFormat}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...hints, dateFormat: value as ReadingHints["dateFormat"] })
          }
        />
        <NativeSelect
          label={words.decimalMark}
          data={entriesOf(words.decimalMarks)}
          value={hints.decimalMark}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...hints, decimalMark: value as ReadingHints["decimalMark"] })
          }
        />
        {terminals.length > 1 ? (
          <NativeSelect
            label={words.terminalOfFile}
            data={[
              { value: "", label: words.terminalInFile },
              ...terminals.map(({ terminal }) => ({ value: terminal as string, label: shorten(terminal) })),
            ]}
            value={hints.terminal}
            onChange={({ currentTarget: { value } }) => onChange({ ...hints, terminal: value })}
          />
        ) : null}
        <TextInput
          label={words.idColumn}
          description={words.idColumnHint}
          value={hints.idColumn}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => onChange({ ...hints, idColumn: value })}
        />
      </div>
      {hints.idColumn !== "" && state === "locked" ? <UnlockHouseholds /> : null}
    </details>
  );
}

function entriesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
