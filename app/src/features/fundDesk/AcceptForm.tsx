// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { acceptUnattributed } from "#sdk/funds/desk/index.ts";
import { formatAmount } from "#sdk/money/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { MoneyField, moneyIn } from "../../shared/form/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { Doing } from "./Doing.tsx";
import classes from "./fundDesk.module.css";
import { recipientOptions } from "./names.ts";
import { NO_REFERENCE, type Reference, ReferenceField, referenceIn } from "./ReferenceField.tsx";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.officers.accept;

/** Count tokens that were simply sent as a contribution, with an earmark if the sender asked for one. */
export function AcceptForm({ view: { handle, fund } }: { readonly view: FundView }) {
  const { currency } = handle;
  const { unattributed } = fund.money;
  const [typed, setTyped] = useState(() => formatAmount(unattributed, currency));
  const [earmark, setEarmark] = useState("");
  const [reference, setReference] = useState<Reference>(NO_REFERENCE);
  const amount = moneyIn(typed, currency);
  const most = showMoney(unattributed, currency);
  const isTooMuch = amount !== undefined && amount > unattributed;
  const said = referenceIn(reference);
  return (
    <>
      <div className={classes.fields}>
        <MoneyField
          label={text.amount(currency.code)}
          currency={currency}
          value={typed}
          onChange={setTyped}
          hint={text.there(most)}
          fault={isTooMuch ? text.tooMuch(most) : undefined}
        />
        <NativeSelect
          label={words.give.earmark}
          description={text.earmarkHint}
          data={recipientOptions(
            fund.recipients.filter(({ isClosed }) => !isClosed),
            words.give.any,
          )}
          value={earmark}
          onChange={(event) => setEarmark(event.currentTarget.value)}
        />
        <ReferenceField
          label={words.give.reference}
          hint={text.referenceHint}
          value={reference}
          onChange={setReference}
        />
      </div>
      <Doing
        name="accept"
        label={words.propose}
        done={words.proposed}
        disabled={amount === undefined || isTooMuch || said === undefined}
        build={({ suite, officer }) => {
          const accepted = {
            amount: amount ?? 0n,
            earmark: earmark === "" ? undefined : earmark,
            reference: said ?? "",
          };
          return tryAndPropose(suite, handle.address, acceptUnattributed(accepted), officer.address);
        }}
      />
    </>
  );
}
