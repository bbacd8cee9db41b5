// SPDX-License-Identifier: Apache-2.0

import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { SHOP_KINDS, type ShopKind } from "#sdk/history/names.ts";
import type { Currency } from "#sdk/money/index.ts";
import { MoneyField } from "../../shared/form/index.ts";
import { labelOf, words as shared } from "../../shared/words/index.ts";
import { percentIn } from "./percent.ts";
import { isCode, isDays, type TermsFields } from "./shopForm.ts";
import classes from "./shops.module.css";
import { words } from "./words/index.ts";

const text = words.register;

interface TermsFormProps {
  readonly fields: TermsFields;
  readonly currency: Currency;
  readonly onChange: (next: TermsFields) => void;
  /** A registered shop can be switched off. */
  readonly canSwitchOff?: boolean;
}

/** What a shop may do. Errors show as soon as something is typed that cannot be meant. */
export function TermsForm({ fields, currency, onChange, canSwitchOff = false }: TermsFormProps) {
  const set = (change: Partial<TermsFields>) => onChange({ ...fields, ...change });
  const { code, kind, commission, perDay, offlineDays, terminalLimit, isActive } = fields;
  return (
    <div className={classes.form}>
      <TextInput
        label={text.code}
        description={text.codeHint}
        value={code}
        autoComplete="off"
        error={code === "" || isCode(code) ? undefined : words.fields.code}
        onChange={({ currentTarget }) => set({ code: currentTarget.value.trim() })}
      />
      <NativeSelect
        label={text.kind}
        value={kind}
        data={SHOP_KINDS.map((value) => ({ value, label: labelOf(shared.shopKinds, value) }))}
        onChange={({ currentTarget }) => set({ kind: currentTarget.value as ShopKind })}
      />
      <MoneyField
        label={text.perDay(currency.code)}
        hint={text.perDayHint}
        currency={currency}
        value={perDay}
        onChange={(value) => set({ perDay: value })}
      />
      <TextInput
        label={text.offlineDays}
        description={text.offlineDaysHint}
        value={offlineDays}
        inputMode="numeric"
        autoComplete="off"
        error={isDays(offlineDays) ? undefined : words.fields.days}
        onChange={({ currentTarget }) => set({ offlineDays: currentTarget.value.trim() })}
      />
      <MoneyField
        label={text.terminalLimit(currency.code)}
        currency={currency}
        value={terminalLimit}
        onChange={(value) => set({ terminalLimit: value })}
      />
      <TextInput
        label={text.commission}
        value={commission}
        inputMode="decimal"
        autoComplete="off"
        description={"\u00a0"}
        error={percentIn(commission) === undefined ? words.fields.percent : undefined}
        onChange={({ currentTarget }) => set({ commission: currentTarget.value })}
      />
      {canSwitchOff ? (
        <Checkbox
          size="md"
          label={text.isActive}
          checked={isActive}
          onChange={({ currentTarget }) => set({ isActive: currentTarget.checked })}
        />
      ) : null}
    </div>
  );
}
