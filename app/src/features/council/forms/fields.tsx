// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, TextInput } from "@mantine/core";
import { getAddress, isAddress } from "ethers";
import type { Names } from "../../../shared/councilRoom/index.ts";
import { words } from "../words/index.ts";

const text = words.forms;
const DAY = 86_400;
const DAYS = /^\d{1,3}(?:[.,]\d{1,4})?$/;
const COUNT = /^[1-9]\d{0,2}$/;

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Plain words. */
export function TextField({ label, hint, value, onChange }: FieldProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      value={value}
      autoComplete="off"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** An address on the ledger. */
export function AddressField({ label, hint, value, onChange }: FieldProps) {
  return (
    <TextInput
      label={label}
      description={hint ?? text.addressHint}
      value={value}
      autoComplete="off"
      spellCheck={false}
      error={value === "" || isAddress(value) ? undefined : text.notAnAddress}
      onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
    />
  );
}

/** The address with its checksum, or undefined while it is none. */
export function addressIn(value: string): string | undefined {
  return isAddress(value) ? getAddress(value) : undefined;
}

/** Days; parts of a day are allowed. */
export function DaysField({ label, hint, value, onChange }: FieldProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      value={value}
      inputMode="decimal"
      autoComplete="off"
      error={value === "" || secondsIn(value) !== undefined ? undefined : text.notDays}
      onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
    />
  );
}

/** Seconds of so many days, or undefined while they are none. */
export function secondsIn(days: string): number | undefined {
  return DAYS.test(days) ? Math.round(Number(days.replace(",", ".")) * DAY) : undefined;
}

export function daysOf(seconds: number): string {
  return String(Number((seconds / DAY).toFixed(4)));
}

/** A small whole number. */
export function CountField({ label, hint, value, onChange }: FieldProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      error={value === "" || COUNT.test(value) ? undefined : text.notACount}
      onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
    />
  );
}

export function countIn(value: string): number | undefined {
  return COUNT.test(value) ? Number(value) : undefined;
}

interface OrganisationFieldProps {
  readonly label: string;
  readonly names: Names;
  /** 0: none chosen. */
  readonly value: number;
  readonly onChange: (organisation: number) => void;
}

/** One of the consortium's organisations. */
export function OrganisationField({ label, names, value, onChange }: OrganisationFieldProps) {
  const known = [...names.organisations].map(([id, name]) => ({
    value: String(id),
    label: names.suspended.has(id) ? text.suspended(name) : name,
  }));
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      data={[{ value: "0", label: text.choose }, ...known]}
      onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
    />
  );
}
