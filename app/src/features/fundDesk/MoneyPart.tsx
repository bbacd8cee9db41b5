// SPDX-License-Identifier: Apache-2.0

import type { Fund, FundPot } from "#sdk/funds/desk/index.ts";
import { Amount, type Column, DataTable, Section, StateBadge, TextLink } from "../../shared/ui/index.ts";
import classes from "./fundDesk.module.css";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.money;

/** The money of a fund: what came in, went out, came back and is there, and for whom it is. */
export function MoneyPart({ view }: { readonly view: FundView }) {
  const { handle, fund } = view;
  return (
    <>
      <Section title={text.title} hint={text.hint} anchor="money">
        {() => (
          <dl className={classes.figures}>
            {figuresOf(fund).map(([name, amount]) => (
              <div key={name}>
                <dt>{text.facts[name]}</dt>
                <dd>
                  <Amount value={amount} currency={handle.currency} withCode />
                </dd>
                <dd className={classes.meaning}>{text.meanings[name]}</dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
      <Section title={text.pots} hint={text.potsHint}>
        {(headingId) => (
          <DataTable
            labelledBy={headingId}
            columns={columnsOf(view)}
            rows={fund.pots}
            rowKey={({ recipient }) => recipient?.address ?? ""}
            cardsBelow={62}
          />
        )}
      </Section>
    </>
  );
}

function figuresOf({ money }: Fund) {
  const odd = [
    ["unbooked", money.unbooked],
    ["unattributed", money.unattributed],
  ] as const;
  return [
    ["balance", money.balance],
    ["contributed", money.contributed],
    ["allocated", money.allocated],
    ["returned", money.returned],
    ...odd.filter(([, amount]) => amount > 0n),
  ] as const;
}

function columnsOf({ handle: { currency } }: FundView): readonly [Column<FundPot>, ...Column<FundPot>[]] {
  const money = (key: "joined" | "left" | "balance"): Column<FundPot> => ({
    key,
    header: text.columns[key],
    isFigure: true,
    cell: (pot) => <Amount value={pot[key]} currency={currency} withCode />,
  });
  return [
    { key: "earmark", header: text.columns.earmark, canWrap: true, cell: Earmark },
    money("balance"),
    money("joined"),
    money("left"),
    { key: "state", header: text.columns.state, canWrap: true, cell: PotState },
  ];
}

function Earmark({ recipient }: FundPot) {
  if (recipient === undefined) return text.any;
  const { kind, address, name } = recipient;
  return (
    <>
      {kind === "programme" ? (
        <TextLink to="/console/programmes/$address" params={{ address }}>
          {name}
        </TextLink>
      ) : (
        <TextLink to="/console/agreements/$address" params={{ address }}>
          {name}
        </TextLink>
      )}
      <span className={classes.kind}>{words.kindOf[kind]}</span>
    </>
  );
}

function PotState({ recipient }: FundPot) {
  if (recipient === undefined) return undefined;
  if (recipient.isClosed) return <StateBadge tone="quiet" label={text.states.closed} />;
  return recipient.hasRecorded ? (
    <StateBadge tone="good" label={text.states.open} />
  ) : (
    <StateBadge tone="waiting" label={text.states.notRecorded} />
  );
}
