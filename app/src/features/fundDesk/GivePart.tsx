// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { config } from "../../shared/config/index.ts";
import { MoneyField, moneyIn } from "../../shared/form/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { Icon, Section } from "../../shared/ui/index.ts";
import { ConnectHere, SwitchChain, useWallet, WalletNote } from "../../shared/wallet/index.ts";
import { Doing } from "./Doing.tsx";
import classes from "./fundDesk.module.css";
import { type Way, waysOf } from "./giving.ts";
import { recipientOptions } from "./names.ts";
import { NO_REFERENCE, type Reference, ReferenceField, referenceIn } from "./ReferenceField.tsx";
import { type FundView, useHoldings, usePermitDomain } from "./useFund.ts";
import { useGiving } from "./useGiving.ts";
import { words } from "./words/index.ts";

const text = words.give;

/** Anyone gives; no second officer is needed for what comes in. */
export function GivePart({ view }: { readonly view: FundView }) {
  return (
    <Section title={text.title} hint={text.hint} anchor="give">
      {() => (
        <div className={classes.padded}>
          <Giving view={view} />
        </div>
      )}
    </Section>
  );
}

function Giving({ view }: { readonly view: FundView }) {
  const { address, isOnChain } = useWallet();
  const { data: domain } = usePermitDomain(view.handle);
  if (view.fund.isSuspended) return <p>{text.suspended(view.owner)}</p>;
  if (address === undefined) {
    return (
      <>
        <p>{text.connect}</p>
        <ConnectHere />
      </>
    );
  }
  if (!isOnChain) return <WalletNote aside={<SwitchChain />}>{words.wrongNetwork}</WalletNote>;
  // Until it is known whether the token takes permits, the way that always works would be offered first.
  if (domain === undefined) return <p role="status">{text.reading}</p>;
  const ways = waysOf({ takesEther: view.fund.takesEther, hasPermit: domain !== null });
  return <Fields key={address} view={view} ways={ways} />;
}

interface FieldsProps {
  readonly view: FundView;
  readonly ways: readonly Way[];
}

function Fields({ view, ways }: FieldsProps) {
  const { handle, fund } = view;
  const [typed, setTyped] = useState("");
  const [earmark, setEarmark] = useState("");
  const [reference, setReference] = useState<Reference>(NO_REFERENCE);
  const [way, setWay] = useState<Way>(ways[0] ?? "approve");
  // A fund of wrapped ether counts in the token; what is given is the chain's own coin.
  const currency = way === "ether" ? { ...handle.currency, code: coin() } : handle.currency;
  const give = useGiving(view, way);
  const { data: held } = useHoldings(handle);
  const amount = moneyIn(typed, currency);
  const has = way === "ether" ? held?.ether : held?.tokens;
  const isTooMuch = amount !== undefined && has !== undefined && amount > has;
  const said = referenceIn(reference);
  return (
    <>
      <div className={classes.fields}>
        <MoneyField
          label={text.amount(currency.code)}
          currency={currency}
          value={typed}
          onChange={setTyped}
          hint={has === undefined ? undefined : text.held(showMoney(has, currency))}
          fault={isTooMuch && has !== undefined ? text.tooMuch(showMoney(has, currency)) : undefined}
        />
        <NativeSelect
          label={text.earmark}
          description={text.earmarkHint}
          data={recipientOptions(
            fund.recipients.filter(({ isClosed }) => !isClosed),
            text.any,
          )}
          value={earmark}
          onChange={(event) => setEarmark(event.currentTarget.value)}
        />
        <ReferenceField
          label={text.reference}
          hint={text.referenceHint}
          value={reference}
          hasRandom
          onChange={setReference}
        />
        {ways.length === 1 ? null : (
          <NativeSelect
            label={text.way}
            description={text.wayHints[way]}
            data={ways.map((one) => ({ value: one, label: text.ways[one] }))}
            value={way}
            onChange={(event) => setWay(ways.find((one) => one === event.currentTarget.value) ?? "approve")}
          />
        )}
      </div>
      <p className={classes.warning}>
        <Icon name="alert" size={20} />
        {text.warning}
      </p>
      <Doing
        name="give"
        label={text.run}
        done={text.done}
        disabled={amount === undefined || isTooMuch || said === undefined}
        onDone={() => {
          setTyped("");
          setReference(NO_REFERENCE);
        }}
        build={({ officer }) =>
          give({
            donor: officer.address,
            amount: amount ?? 0n,
            reference: said ?? "",
            earmark: earmark === "" ? undefined : earmark,
          })
        }
      />
    </>
  );
}

function coin(): string {
  return config().chain.currencySymbol ?? "ETH";
}
