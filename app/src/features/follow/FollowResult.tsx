// SPDX-License-Identifier: Apache-2.0

import type { Follow } from "../../shared/api/index.ts";
import { BarTable, donorWords, STAGE_TONES, shownCurrency } from "../../shared/donor/index.ts";
import { shorten, showDay, showMoney } from "../../shared/format/index.ts";
import { PrintButton } from "../../shared/print/index.ts";
import { Section } from "../../shared/ui/index.ts";
import classes from "./follow.module.css";
import { PartsSection } from "./PartsSection.tsx";
import { StepsSection } from "./StepsSection.tsx";
import { sumByStage, totalOf } from "./stages.ts";
import { words } from "./words/index.ts";

/** What was given, where each part of it is, and the way it took. */
export function FollowResult({ follow }: { readonly follow: Follow }) {
  return (
    <>
      <Given follow={follow} />
      <NowSection follow={follow} />
      <PartsSection follow={follow} />
      <StepsSection follow={follow} />
      <p data-print="hide">
        <PrintButton />
      </p>
    </>
  );
}

function Given({ follow }: { readonly follow: Follow }) {
  const { contributions, contributed, fund, reference, referenceText } = follow;
  return (
    <div className={classes.given}>
      <h2 className={classes.amount}>{words.gave(showMoney(contributed, shownCurrency(follow.currency)))}</h2>
      <p>{words.under(referenceText || shorten(reference))}</p>
      {contributions.map(({ id, day }) => (
        <p key={id} className={classes.soft}>
          {words.on(showDay(day), fund.name || donorWords.kinds.fund)}
        </p>
      ))}
    </div>
  );
}

function NowSection({ follow: { parts, contributed, currency: given } }: { readonly follow: Follow }) {
  const currency = shownCurrency(given);
  const { now: text } = words;
  const total = totalOf(parts);
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          <BarTable
            labelledBy={headingId}
            headers={{ name: text.step, chart: text.chart, amount: text.amount(currency.code) }}
            rows={sumByStage(parts).map(({ stage, amount }) => ({
              key: stage,
              name: donorWords.stages[stage]?.name ?? stage,
              meaning: donorWords.stages[stage]?.meaning ?? "",
              amount,
              tone: STAGE_TONES[stage] ?? "free",
            }))}
            currency={currency}
            whole={contributed}
          />
          <p className={classes.total} data-bad={total !== contributed || undefined}>
            {total === contributed
              ? text.addsUp(showMoney(total, currency))
              : text.doesNotAddUp(showMoney(total, currency), showMoney(contributed, currency))}
          </p>
        </>
      )}
    </Section>
  );
}
