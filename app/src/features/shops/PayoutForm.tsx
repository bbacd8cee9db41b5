// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, TextInput } from "@mantine/core";
import { isAddress } from "ethers";
import { UnlockHouseholds, useHouseholdKey } from "../../shared/households/index.ts";
import type { PayoutFields } from "./payout.ts";
import classes from "./shops.module.css";
import { words } from "./words/index.ts";

const text = words.register;

interface PayoutFormProps {
  readonly fields: PayoutFields;
  readonly onChange: (next: PayoutFields) => void;
}

/** An address for tokens, or bank details, of which a keyed hash goes on the ledger; the key has to be unlocked for it. */
export function PayoutForm({ fields, onChange }: PayoutFormProps) {
  const { state } = useHouseholdKey();
  const { mode, account, bankDetails } = fields;
  return (
    <>
      <div className={classes.form}>
        <NativeSelect
          label={text.payout}
          description={"\u00a0"}
          value={mode}
          data={[
            { value: "Bank", label: text.bank },
            { value: "Token", label: text.token },
          ]}
          onChange={({ currentTarget }) =>
            onChange({ ...fields, mode: currentTarget.value as PayoutFields["mode"] })
          }
        />
        {mode === "Token" ? (
          <TextInput
            label={text.account}
            description={"\u00a0"}
            value={account}
            autoComplete="off"
            spellCheck={false}
            error={account === "" || isAddress(account) ? undefined : words.fields.address}
            onChange={({ currentTarget }) => onChange({ ...fields, account: currentTarget.value.trim() })}
          />
        ) : (
          <TextInput
            label={text.bankDetails}
            description={text.bankDetailsHint}
            value={bankDetails}
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget }) => onChange({ ...fields, bankDetails: currentTarget.value })}
          />
        )}
      </div>
      {mode === "Bank" && state === "locked" ? (
        <div className={classes.unlock}>
          <UnlockHouseholds title={text.keyLocked} why={text.keyWhy} />
        </div>
      ) : null}
    </>
  );
}
