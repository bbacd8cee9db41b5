// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useId } from "react";
import type { SampledColumn } from "../list/samples.ts";
import { words } from "../words/index.ts";
import classes from "./columns.module.css";

const text = words.columns;

interface ColumnSelectProps {
  readonly label: string;
  readonly columns: readonly SampledColumn[];
  /** Name of the column; empty for none. */
  readonly value: string;
  readonly isNeeded?: boolean;
  readonly hint?: string | undefined;
  readonly onChange: (column: string) => void;
}

/** The column of a field, with the first values of it beside. */
export function ColumnSelect({ label, columns, value, isNeeded = false, hint, onChange }: ColumnSelectProps) {
  const id = useId();
  const column = columns.find(({ name }) => name === value);
  const isMissing = isNeeded && value === "";
  return (
    <div className={classes.field}>
      <NativeSelect
        label={label}
        {...(hint === undefined ? {} : { description: hint })}
        withAsterisk={isNeeded}
        value={value}
        aria-describedby={id}
        data-missing={isMissing || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          { value: "", label: isNeeded ? text.choose : text.none },
          ...columns.map(({ name }) => ({ value: name, label: name })),
        ]}
      />
      <p id={id} className={classes.samples}>
        {column === undefined ? null : <Samples samples={column.samples} />}
      </p>
    </div>
  );
}

function Samples({ samples }: { readonly samples: readonly string[] }) {
  if (samples.length === 0) return <span className={classes.noSample}>{text.noValues}</span>;
  return samples.map((sample) => (
    <span key={sample} className={classes.sample}>
      {sample}
    </span>
  ));
}
