// SPDX-License-Identifier: Apache-2.0

import { UnstyledButton } from "@mantine/core";
import { amountOf, type Currency } from "#sdk/money/index.ts";
import { countOf, showMoney } from "../../shared/format/index.ts";
import { Empty, Section, StateBadge } from "../../shared/ui/index.ts";
import { LOCALE } from "../../shared/words/index.ts";
import { isFinal } from "./progress.ts";
import type { StoredReceipt } from "./receiptStore.ts";
import { calendarDay } from "./sale.ts";
import { type CounterStep, isFree } from "./steps.ts";
import classes from "./Today.module.css";
import { receiptsOfDay, totalsOf } from "./totals.ts";
import type { Receipts } from "./useReceipts.ts";
import { words } from "./words/index.ts";

const text = words.today;

interface TodayProps {
  readonly step: CounterStep;
  readonly receipts: Receipts;
  readonly currency: Currency;
  readonly onOpen: (number: number) => void;
}

/** The day's receipts with their sums, and before them older ones that the ledger does not have yet. */
export function Today({ step, receipts, currency, onOpen }: TodayProps) {
  const day = calendarDay(new Date());
  const today = receiptsOfDay(receipts.all, day);
  const earlier = receipts.all.filter(
    ({ progress, madeAt }) => !isFinal(progress) && calendarDay(new Date(madeAt)) !== day,
  );
  const list = { currency, onOpen, canOpen: isFree(step) };
  return (
    <div className={classes.side}>
      {earlier.length === 0 ? null : (
        <Section title={text.earlier}>
          {(headingId) => <ReceiptList {...list} receipts={earlier} labelledBy={headingId} />}
        </Section>
      )}
      <Section title={text.title}>
        {(headingId) =>
          today.length === 0 ? (
            <Empty icon="file" title={text.empty}>
              {text.emptyHint}
            </Empty>
          ) : (
            <>
              <Sums receipts={today} currency={currency} />
              <ReceiptList {...list} receipts={today} labelledBy={headingId} />
            </>
          )
        }
      </Section>
    </div>
  );
}

interface SumsProps {
  readonly receipts: readonly StoredReceipt[];
  readonly currency: Currency;
}

function Sums({ receipts, currency }: SumsProps) {
  const { sales, sold, refunds, refunded, waiting } = totalsOf(receipts);
  const lines = [
    [text.sold, countOf(sales, text.receipt), sold],
    [text.refunded, countOf(refunds, text.receipt), refunded],
    [text.net, waiting === 0 ? "" : text.waiting(countOf(waiting, text.receipt)), amountOf(sold - refunded)],
  ] as const;
  return (
    <dl className={classes.totals}>
      {lines.map(([name, note, sum]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={classes.note}>{note}</dd>
          <dd className={classes.sum}>{showMoney(sum, currency)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ReceiptListProps extends SumsProps {
  readonly labelledBy: string;
  /** Not in the middle of a sale. */
  readonly canOpen: boolean;
  readonly onOpen: (number: number) => void;
}

function ReceiptList({ receipts, labelledBy, currency, canOpen, onOpen }: ReceiptListProps) {
  return (
    <ul className={classes.list} aria-labelledby={labelledBy}>
      {receipts.map(({ number, receipt, madeAt, progress }) => (
        <li key={number}>
          <UnstyledButton className={classes.row} disabled={!canOpen} onClick={() => onOpen(number)}>
            <span className={classes.number}>
              {receipt.kind === "refund"
                ? words.receipt.ofSale(receipt.saleNumber)
                : words.receipt.numbered(number)}
            </span>
            <span className={classes.amount}>
              {receipt.kind === "refund" ? "−" : ""}
              {showMoney(receipt.amount, currency)}
            </span>
            <span className={classes.note}>
              {time.format(madeAt)} · {words.receipt.account} {receipt.account}
            </span>
            <StateBadge tone={TONES[progress.kind]} label={words.receipt.states[progress.kind]} />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

const time = new Intl.DateTimeFormat(LOCALE, { timeStyle: "short" });

const TONES = {
  kept: "waiting",
  stopped: "waiting",
  recorded: "good",
  rejected: "bad",
  conflict: "bad",
} as const;
