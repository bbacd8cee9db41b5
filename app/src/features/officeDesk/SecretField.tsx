// SPDX-License-Identifier: Apache-2.0

import { PasswordInput } from "@mantine/core";
import { words } from "./words/index.ts";

interface SecretFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A field for something that nobody else may read off the screen, and that no browser keeps. */
export function SecretField({ label, hint, value, fault, onChange }: SecretFieldProps) {
  return (
    <PasswordInput
      label={label}
      description={hint}
      value={value}
      error={fault}
      autoComplete="off"
      spellCheck={false}
      visibilityToggleButtonProps={{ "aria-label": words.envelope.show }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
