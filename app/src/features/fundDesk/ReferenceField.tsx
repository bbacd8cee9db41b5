// SPDX-License-Identifier: Apache-2.0

import { Button, Checkbox, TextInput } from "@mantine/core";
import classes from "./fundDesk.module.css";
import { randomReference, referenceFault } from "./giving.ts";
import { words } from "./words/index.ts";

const text = words.reference;

/** What is written as a reference, and that the writer has vouched for one that looks as if it named somebody. */
export interface Reference {
  readonly written: string;
  readonly isVouched: boolean;
}

export const NO_REFERENCE: Reference = { written: "", isVouched: false };

/** The reference when it can be signed; undefined when it cannot. */
export function referenceIn({ written, isVouched }: Reference): string | undefined {
  const fault = referenceFault(written.trim());
  if (fault === "plain" || (fault === "personal" && !isVouched)) return undefined;
  return written.trim();
}

interface ReferenceFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: Reference;
  /** Offers one by chance, for whoever has no number of their own. */
  readonly hasRandom?: boolean;
  readonly onChange: (reference: Reference) => void;
}

/** A reference that everybody will read for ever. One that looks as if it named somebody has to be vouched for. */
export function ReferenceField({ label, hint, value, hasRandom = false, onChange }: ReferenceFieldProps) {
  const fault = referenceFault(value.written.trim());
  return (
    <div className={classes.reference}>
      <TextInput
        label={label}
        description={hint}
        value={value.written}
        autoComplete="off"
        spellCheck={false}
        error={fault === undefined ? undefined : text.faults[fault]}
        onChange={(event) => onChange({ written: event.currentTarget.value, isVouched: false })}
      />
      {hasRandom && value.written === "" ? (
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={() => onChange({ written: randomReference(), isVouched: false })}
          >
            {text.random}
          </Button>
        </div>
      ) : null}
      {fault === "personal" ? (
        <Checkbox
          label={text.vouch}
          checked={value.isVouched}
          onChange={(event) => onChange({ ...value, isVouched: event.currentTarget.checked })}
        />
      ) : null}
    </div>
  );
}
