// SPDX-License-Identifier: Apache-2.0

import type { Balances, Band, ProgrammeHandle } from "#sdk/agency/index.ts";
import { amountOf, type Currency, sumAmounts, ZERO } from "#sdk/money/index.ts";
import { useBalances, useBands } from "../../shared/cycles/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { countOf, showMoney } from "../../shared/format/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { MoneyBar, MoneySwatch } from "../../shared/money/index.ts";
import { Amount, Empty, Section } from "../../shared/ui/index.ts";
import { words as shared } from "../../shared/words/index.ts";
import classes from "./desk.module.css";
import { words } from "./words/index.ts";

const text = words.money;
/** What the programme itself holds; settled money has left it. */
const PARTS = ["free", "reserved", "owed", "fees"] as const;

interface MoneySectionProps {
  readonly programme: ProgrammeHandle;
  readonly isClosed: boolean;
}

/** The money that the programme holds now, and how many officers an amount needs. */
export function MoneySection({ programme, isClosed }: MoneySectionProps) {
  const { data, error, refetch } = useBalances(programme);
  const { data: bands } = useBands(programme);
  const { currency } = programme;
  return (
    <Section title={text.title} hint={text.hint}>
      {() => {
        if (data === undefined && error)
          return (
            <div className={classes.inset}>
              <ErrorNote error={error} onRetry={() => void refetch()} />
            </div>
          );
        if (data === undefined) return <LoadingRows />;
        const total = sumAmounts(PARTS.map((part) => data[part]));
        return (
          <div className={classes.money}>
            {total === 0n ? (
              <Nothing isClosed={isClosed} />
            ) : (
              <>
                <p className={classes.total}>
                  <Amount value={total} currency={currency} withCode />
                </p>
                <MoneyBar balances={{ ...data, settled: ZERO, instructed: ZERO }} />
                <Parts balances={data} currency={currency} />
              </>
            )}
            {isClosed ? null : <Bands bands={bands} currency={currency} />}
          </div>
        );
      }}
    </Section>
  );
}

function Nothing({ isClosed }: Pick<MoneySectionProps, "isClosed">) {
  return isClosed ? (
    <Empty icon="check" title={text.closed}>
      {text.closedHint}
    </Empty>
  ) : (
    <Empty title={text.empty}>{text.emptyHint}</Empty>
  );
}

interface PartsProps {
  readonly balances: Balances;
  readonly currency: Currency;
}

function Parts({ balances, currency }: PartsProps) {
  return (
    <dl className={classes.parts}>
      {PARTS.map((part) => (
        <div key={part}>
          <dt>
            <MoneySwatch term={part} />
            {shared.money.terms[part].name}
          </dt>
          <dd>
            <Amount value={balances[part]} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface BandsProps {
  /** Undefined while they are being read. */
  readonly bands: readonly Band[] | undefined;
  readonly currency: Currency;
}

function Bands({ bands, currency }: BandsProps) {
  if (bands === undefined) return null;
  return (
    <details className={classes.bands}>
      <summary>{text.bands}</summary>
      <p className={classes.soft}>{text.bandsHint}</p>
      <ul>
        {bands.map(({ upTo, approvers, needsRelease }) => {
          const amount = showMoney(amountOf(upTo), currency);
          const needed = countOf(approvers, text.approver);
          return (
            <li key={String(upTo)}>
              {needsRelease ? text.bandReleased(amount, needed) : text.band(amount, needed)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
