// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import type { AssetOverview, Whereabouts } from "../../shared/api/index.ts";
import {
  type BarRow,
  BarTable,
  donorWords,
  STATE_TONES,
  shownCurrency,
  WHEREABOUTS_TONES,
} from "../../shared/donor/index.ts";
import { countOf, showMoney } from "../../shared/format/index.ts";
import { Amount, Section, TextLink } from "../../shared/ui/index.ts";
import { CostSection } from "./CostSection.tsx";
import { MonthsSection } from "./MonthsSection.tsx";
import classes from "./overview.module.css";
import { RatesSection } from "./RatesSection.tsx";
import { words } from "./words/index.ts";

const { money: text, where } = words;

/** All that is known of one currency. */
export function AssetSections({ overview }: { readonly overview: AssetOverview }) {
  const currency = shownCurrency(overview.currency);
  return (
    <>
      <Section title={text.title(currency.code)} hint={text.hint}>
        {(headingId) => (
          <BarTable
            labelledBy={headingId}
            headers={{ name: text.state, chart: text.chart, amount: text.amount(currency.code) }}
            rows={overview.states.map((state) => stateRow(overview, state, currency))}
            currency={currency}
          />
        )}
      </Section>
      <MonthsSection months={overview.months} currency={currency} />
      <Section title={where.title(currency.code)} hint={where.hint}>
        {(headingId) => (
          <>
            <BarTable
              labelledBy={headingId}
              headers={{ name: where.place, chart: where.chart, amount: text.amount(currency.code) }}
              rows={placeRows(overview)}
              currency={currency}
            />
            <p className={classes.note}>{explanation(overview, currency)}</p>
          </>
        )}
      </Section>
      <div className={classes.pair}>
        <CostSection cost={overview.cost} currency={currency} />
        <RatesSection rates={overview.rates} currency={currency} />
      </div>
    </>
  );
}

/** A step of the money; its number leads to the entries that add up to it. */
function stateRow(
  { asset }: AssetOverview,
  state: AssetOverview["states"][number],
  currency: Currency,
): BarRow {
  const known = donorWords.states[state.state];
  const name = known?.name ?? state.state;
  const entries = countOf(state.entries, text.entry);
  return {
    key: state.state,
    name,
    ...(known === undefined ? {} : { meaning: known.meaning }),
    amount: state.amount,
    tone: STATE_TONES[state.state] ?? "free",
    shown: (
      <TextLink
        to="/timeline"
        search={{ asset, state: state.state }}
        aria-label={text.open(name, showMoney(state.amount, currency), entries)}
      >
        <Amount value={state.amount} currency={currency} />
      </TextLink>
    ),
  };
}

/** Places with something in them, and what nobody can explain. */
function placeRows({ whereabouts, unexplained }: AssetOverview): BarRow[] {
  const places = Object.keys(donorWords.whereabouts) as (keyof Whereabouts)[];
  const rows: BarRow[] = places
    .filter((place) => whereabouts[place] !== 0n)
    .map((place) => ({
      key: place,
      name: donorWords.whereabouts[place],
      amount: whereabouts[place],
      tone: WHEREABOUTS_TONES[place] ?? "free",
    }));
  if (unexplained === 0n) return rows;
  const odd: BarRow = {
    key: "unexplained",
    name: where.unexplained,
    meaning: where.unexplainedMeaning,
    amount: unexplained,
    tone: "owed",
    isOdd: true,
  };
  return [...rows, odd];
}

function explanation({ unexplained, unattributed }: AssetOverview, currency: Currency): string | null {
  if (unexplained === 0n) return where.explained;
  return unattributed === 0n ? null : where.unattributed(showMoney(unattributed, currency));
}
