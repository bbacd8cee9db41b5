// SPDX-License-Identifier: Apache-2.0

import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Currency } from "#sdk/money/index.ts";
import { showMoney } from "../format/index.ts";
import { readMoney } from "./readMoney.ts";
import { words } from "./words/index.ts";

interface MoneyFieldProps {
  readonly label: string;
  readonly currency: Currency;
  /** The text as typed; read it with `moneyIn`. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: ReactNode;
  readonly allowZero?: boolean;
  /** A fault of the amount that the page knows, such as more than is owed. */
  readonly fault?: string | undefined;
  readonly className?: string | undefined;
  readonly disabled?: boolean;
}

/** An amount of money. Says how it reads what was typed, so that a wrong decimal mark is seen before it is signed. */
export function MoneyField({ currency, value, onChange, hint, allowZero, fault, ...rest }: MoneyFieldProps) {
  const [isTouched, setIsTouched] = useState(false);
  const reading = readMoney(value, currency, allowZero);
  // An empty field is no mistake: it is empty again after what was typed has been signed.
  const ownFault = isTouched && value !== "" && "fault" in reading ? words.faults[reading.fault] : undefined;
  return (
    <TextInput
      {...rest}
      value={value}
      inputMode="decimal"
      autoComplete="off"
      description={
        "amount" in reading ? words.readAs(showMoney(reading.amount, currency)) : (hint ?? "\u00a0")
      }
      error={fault ?? ownFault}
      onBlur={() => setIsTouched(true)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
