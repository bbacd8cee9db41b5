// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { TimelineEntry } from "../../shared/api/index.ts";
import { donorWords, RefLink, shownCurrency, TransactionLink } from "../../shared/donor/index.ts";
import { showCount, showDay, showMoney } from "../../shared/format/index.ts";
import { type Column, TextLink } from "../../shared/ui/index.ts";
import { words as common, labelOf } from "../../shared/words/index.ts";
import classes from "./timeline.module.css";
import { words } from "./words/index.ts";

const text = words.columns;

export const entryColumns: readonly [Column<TimelineEntry>, ...Column<TimelineEntry>[]] = [
  { key: "what", header: text.what, canWrap: true, cell: (entry) => <What entry={entry} /> },
  { key: "day", header: text.day, cell: ({ day }) => showDay(day) },
  { key: "who", header: text.who, canWrap: true, isWide: true, cell: whereOf },
  {
    key: "amount",
    header: text.amount,
    isFigure: true,
    cell: ({ amount, currency }) =>
      amount === null || currency === null ? "" : showMoney(amount, shownCurrency(currency)),
  },
  {
    key: "transaction",
    header: text.transaction,
    cell: ({ transaction, block }) => (
      <span className={classes.transaction}>
        <TransactionLink hash={transaction} />
        <span className={classes.soft}>{words.block(showCount(block))}</span>
      </span>
    ),
  },
];

/** What happened, with its number and what was said about it. */
function What({ entry: { kind, number, note, document } }: { readonly entry: TimelineEntry }) {
  const said = showNote(kind, note);
  return (
    <span className={classes.what}>
      <span>
        {labelOf(words.kinds, kind)}
        {number === null || isCount(kind) ? null : ` ${words.number(number)}`}
      </span>
      {said === "" ? null : <span className={classes.soft}>{said}</span>}
      {document === null ? null : (
        <TextLink to="/documents" search={{ hash: document }} fw={400}>
          {words.document}
        </TextLink>
      )}
    </span>
  );
}

/** Of sales the number says how many there were, and names nothing. */
function isCount(kind: string): boolean {
  return kind === "redeemed";
}

/** What was said with it: codes in words, a donor's or officer's own text in quotation marks. */
function showNote(kind: string, note: string | null): string {
  if (note === null || note === "" || note === "None") return "";
  return kind === "documentRecorded" ? labelOf(common.documentKinds, note) : words.note(note);
}

/** Where it happened: fund, programme or agreement, then cycle and shop; else whose act it was. */
function whereOf(entry: TimelineEntry): ReactNode {
  const refs = [entry.fund, entry.programme, entry.agreement].filter((ref) => ref !== null);
  const places = [
    entry.cycle === null ? "" : donorWords.cycle(entry.cycle),
    entry.shop === null ? "" : donorWords.shop(String(entry.shop)),
  ].filter(Boolean);
  const whose = refs.length === 0 ? (entry.organisation?.name ?? "") : "";
  if (refs.length === 0 && whose === "" && places.length === 0) return undefined;
  return (
    <span className={classes.what}>
      {refs.map((ref) => (
        <RefLink key={ref.address} to={ref} />
      ))}
      {whose}
      {places.length === 0 ? null : <span className={classes.soft}>{places.join(" · ")}</span>}
    </span>
  );
}
