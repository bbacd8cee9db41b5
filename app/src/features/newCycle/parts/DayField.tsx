// SPDX-License-Identifier: Apache-2.0

import { TextInput } from "@mantine/core";
import type { PlanFault } from "../plan/plan.ts";
import { words } from "../words/index.ts";

interface DayFieldProps {
  readonly label: string;
  /** "2026-12-01", or empty. */
  readonly value: string;
  readonly hint?: string | undefined;
  readonly fault?: PlanFault | undefined;
  readonly onChange: (day: string) => void;
}

/** A calendar day. */
export function DayField({ label, value, hint, fault, onChange }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      label={label}
      {...(hint === undefined ? {} : { description: hint })}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={value}
      required
      withAsterisk={false}
      error={fault === undefined ? undefined : words.plan.faults[fault]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
