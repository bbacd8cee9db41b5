// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useState } from "react";
import type { StoryEntry } from "#sdk/agreements/index.ts";
import { agreementWords } from "../../../shared/agreements/index.ts";
import { showMoment, showMoney } from "../../../shared/format/index.ts";
import { PrintSheet } from "../../../shared/print/index.ts";
import { Amount, type Column, DataTable, Empty, HexValue, Section } from "../../../shared/ui/index.ts";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import classes from "./receipt.module.css";

const text = words.payments;

/** A payment with the evidence that it was made for. */
interface Payment {
  readonly entry: Extract<StoryEntry, { readonly kind: "paid" | "refused" }>;
  /** keccak256 of the evidence submitted last before it. */
  readonly evidence: string | undefined;
}

/** What the partner was paid, each payment with its receipt. */
export function PaymentsPart({ view }: { readonly view: AgreementView }) {
  const [printed, setPrinted] = useState<Payment>();
  const payments = paymentsIn(view.story);
  return (
    <Section title={text.title} hint={text.hint} anchor="payments">
      {(headingId) => (
        <>
          {payments.length === 0 ? (
            <Empty title={text.none}>{text.noneHint}</Empty>
          ) : (
            <DataTable
              labelledBy={headingId}
              columns={columnsOf(view, setPrinted)}
              rows={payments}
              rowKey={({ entry }) => `${entry.block} ${entry.logIndex}`}
              cardsBelow={72}
            />
          )}
          {printed === undefined ? null : (
            <PrintSheet onDone={() => setPrinted(undefined)}>
              <Receipt view={view} payment={printed} />
            </PrintSheet>
          )}
        </>
      )}
    </Section>
  );
}

function paymentsIn(story: readonly StoryEntry[]): Payment[] {
  const latest = new Map<number, string>();
  return story.flatMap((entry) => {
    if (entry.kind === "submitted") latest.set(entry.milestone, entry.evidence);
    const isPayment = entry.kind === "paid" || entry.kind === "refused";
    return isPayment ? [{ entry, evidence: latest.get(entry.milestone) }] : [];
  });
}

function columnsOf(
  { handle }: AgreementView,
  print: (payment: Payment) => void,
): readonly [Column<Payment>, ...Column<Payment>[]] {
  return [
    {
      key: "milestone",
      header: text.columns.milestone,
      cell: ({ entry }) => agreementWords.milestone(entry.milestone),
    },
    {
      key: "amount",
      header: text.columns.amount,
      isFigure: true,
      cell: ({ entry }) => <Amount value={entry.amount} currency={handle.currency} withCode />,
    },
    {
      key: "state",
      header: text.columns.state,
      cell: ({ entry }) =>
        entry.kind === "paid" ? text.paid(showMoment(entry.at)) : text.refused(showMoment(entry.at)),
    },
    {
      key: "to",
      header: text.columns.to,
      cell: ({ entry }) => <HexValue value={entry.to} what={text.columns.to} />,
    },
    {
      key: "evidence",
      header: text.columns.evidence,
      cell: ({ evidence }) =>
        evidence === undefined ? "–" : <HexValue value={evidence} what={words.files.theFingerprint} />,
    },
    {
      key: "transaction",
      header: text.columns.transaction,
      cell: ({ entry }) => <HexValue value={entry.transaction} what={words.story.theTransaction} />,
    },
    {
      key: "print",
      header: text.columns.receipt,
      isStep: true,
      cell: (payment) =>
        payment.entry.kind === "paid" ? (
          <Button
            size="xs"
            variant="default"
            aria-label={text.printOf(agreementWords.milestone(payment.entry.milestone))}
            onClick={() => print(payment)}
          >
            {text.print}
          </Button>
        ) : null,
    },
  ];
}

/** What both sides file for a payment: one sheet with lines for two signatures. */
function Receipt({ view, payment }: { readonly view: AgreementView; readonly payment: Payment }) {
  const { handle, names } = view;
  const { entry, evidence } = payment;
  const lines = [
    [text.receipt.agreement, handle.title],
    [text.receipt.address, handle.address],
    [text.receipt.agency, names.agency],
    [text.receipt.partner, names.partner],
    [text.columns.milestone, agreementWords.milestone(entry.milestone)],
    [text.columns.amount, showMoney(entry.amount, handle.currency)],
    [text.receipt.date, showMoment(entry.at)],
    [text.columns.to, entry.to],
    [text.columns.evidence, evidence ?? "–"],
    [text.columns.transaction, entry.transaction],
  ] as const;
  return (
    <div className={classes.receipt}>
      <h1>{text.receipt.title}</h1>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.signatures}>
        <div>{text.receipt.forPartner}</div>
        <div>{text.receipt.forAgency}</div>
      </div>
    </div>
  );
}
