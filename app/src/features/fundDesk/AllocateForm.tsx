// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { allocate, type FundPot, type FundRecipient } from "#sdk/funds/desk/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { MoneyField, moneyIn } from "../../shared/form/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { Doing } from "./Doing.tsx";
import classes from "./fundDesk.module.css";
import { recipientOptions } from "./names.ts";
import { NO_REFERENCE, type Reference, ReferenceField, referenceIn } from "./ReferenceField.tsx";
import { SourcePart } from "./SourcePart.tsx";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.officers.allocate;

/** Pay a programme or an agreement: what is earmarked for it goes first, then what is for any. */
export function AllocateForm({ view }: { readonly view: FundView }) {
  const { fund } = view;
  const [chosen, setChosen] = useState("");
  const open = fund.recipients.filter(({ isClosed }) => !isClosed);
  const recipient = open.find(({ address }) => address === chosen);
  if (open.length === 0) return <p>{text.nobody}</p>;
  return (
    <>
      <NativeSelect
        className={classes.field}
        label={text.recipient}
        data={recipientOptions(open, text.choose)}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {recipient === undefined ? null : <ToRecipient key={chosen} view={view} recipient={recipient} />}
    </>
  );
}

interface ToRecipientProps {
  readonly view: FundView;
  readonly recipient: FundRecipient;
}

function ToRecipient({ view, recipient }: ToRecipientProps) {
  const pot = view.fund.pots.find((one) => one.recipient?.address === recipient.address);
  if (!recipient.hasRecorded) return <SourcePart view={view} recipient={recipient} />;
  if (pot !== undefined && pot.unbooked > 0n) return <p>{text.bookFirst}</p>;
  return <Fields view={view} recipient={recipient} pot={pot} />;
}

interface FieldsProps extends ToRecipientProps {
  readonly pot: FundPot | undefined;
}

function Fields({ view, recipient, pot }: FieldsProps) {
  const { handle, fund } = view;
  const { currency } = handle;
  const [typed, setTyped] = useState("");
  const [reference, setReference] = useState<Reference>(NO_REFERENCE);
  const earmarked = pot?.balance ?? 0n;
  const unearmarked = fund.pots[0]?.balance ?? 0n;
  const most = amountOf(earmarked + unearmarked);
  const amount = moneyIn(typed, currency);
  const isTooMuch = amount !== undefined && amount > most;
  const said = referenceIn(reference);
  const money = (units: bigint) => showMoney(amountOf(units), currency);
  return (
    <>
      <p>{text.available(money(earmarked), money(unearmarked))}</p>
      <div className={classes.fields}>
        <MoneyField
          label={text.amount(currency.code)}
          currency={currency}
          value={typed}
          onChange={setTyped}
          hint={text.most(money(most))}
          fault={isTooMuch ? text.tooMuch(money(most)) : undefined}
        />
        <ReferenceField
          label={text.reference}
          hint={text.referenceHint}
          value={reference}
          onChange={setReference}
        />
      </div>
      <Doing
        name={`allocate-${recipient.address}`}
        label={words.propose}
        done={words.proposed}
        disabled={amount === undefined || isTooMuch || said === undefined}
        onDone={() => {
          setTyped("");
          setReference(NO_REFERENCE);
        }}
        build={async ({ suite, officer }) => {
          const expectedId = Number(await handle.contract.nextAllocationId());
          const allocating = {
            expectedId,
            recipient: recipient.address,
            amount: amount ?? 0n,
            reference: said ?? "",
          };
          return await tryAndPropose(suite, handle.address, allocate(allocating), officer.address);
        }}
      />
    </>
  );
}
