// SPDX-License-Identifier: Apache-2.0

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { words } from "./words/index.ts";

/** ISO 20022 gives the end-to-end id 35 characters; the ledger keeps 31 of plain text. */
const END_TO_END_ID = /^[A-Za-z0-9][A-Za-z0-9./-]{0,30}$/;

export function isEndToEndId(text: string): boolean {
  return END_TO_END_ID.test(text);
}

interface EndToEndFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** The reference that the bank carries through to its statement. */
export function EndToEndField({ value, onChange }: EndToEndFieldProps) {
  const [isTouched, setIsTouched] = useState(false);
  return (
    <TextInput
      label={words.form.endToEndId}
      description={words.form.endToEndIdHint}
      value={value}
      autoComplete="off"
      error={isTouched && !isEndToEndId(value) ? words.fields.endToEndId : undefined}
      onBlur={() => setIsTouched(true)}
      onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
    />
  );
}
