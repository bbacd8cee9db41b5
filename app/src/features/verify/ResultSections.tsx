// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import { shownCurrency } from "../../shared/donor/index.ts";
import { countOf, showCount } from "../../shared/format/index.ts";
import { type Column, DataTable, Icon, Section, StateBadge } from "../../shared/ui/index.ts";
import { agrees } from "./figures.ts";
import { groupResult, type ResultGroup, type ResultLine, type Tally, tally } from "./groups.ts";
import { showLeaf, showList, showPlace } from "./showFigure.ts";
import type { Verdict } from "./useVerification.ts";
import classes from "./verify.module.css";
import { words } from "./words/index.ts";

const text = words.result;

/** The verdict in one sentence, then every figure on both sides. */
export function ResultSections({ verdict }: { readonly verdict: Verdict }) {
  const ofBlock = {
    path: "",
    figures: [{ place: ["hash"], site: verdict.block.hash, ledger: verdict.blockHash }],
  };
  const all = tally([ofBlock, ...verdict.answers]);
  return (
    <>
      <VerdictLine verdict={verdict} all={all} />
      {groupResult(verdict.answers, verdict.site).map((group) => (
        <Section
          key={group.key}
          title={titleOf(group)}
          hint={group.kind === "council" ? text.councilHint : undefined}
        >
          {(headingId) => <Lines headingId={headingId} lines={group.lines} currency={group.currency} />}
        </Section>
      ))}
      <Section title={text.ledgerTitle} hint={text.ledgerHint}>
        {(headingId) => (
          <Lines
            headingId={headingId}
            lines={ofBlock.figures.map((figure) => ({ kind: "figure", path: "", figure }))}
            currency={undefined}
          />
        )}
      </Section>
    </>
  );
}

function titleOf({ kind, name, currency }: ResultGroup): string {
  if (kind === "currency" && currency !== undefined) return text.inCurrency(shownCurrency(currency).code);
  if (kind === "council") return text.council;
  return kind === "one" && name !== "" ? name : text.overall;
}

function VerdictLine({ verdict, all }: { readonly verdict: Verdict; readonly all: Tally }) {
  const isGood = all.wrong === 0;
  return (
    <div className={classes.verdict} data-good={isGood} role="status">
      <Icon name={isGood ? "check" : "alert"} size={26} />
      <div>
        <h2 className={classes.verdictTitle} data-testid="verdict">
          {isGood
            ? text.good(countOf(all.figures, text.figure))
            : text.bad(countOf(all.wrong, text.figure), showCount(all.figures))}
        </h2>
        <p>{text.of(showCount(verdict.block.number), countOf(verdict.entries, text.entry))}</p>
        {isGood ? null : <p>{text.whatNow}</p>}
      </div>
    </div>
  );
}

interface LinesProps {
  readonly headingId: string;
  readonly lines: readonly ResultLine[];
  readonly currency: Currency | undefined;
}

function Lines({ headingId, lines, currency }: LinesProps) {
  return (
    <DataTable
      labelledBy={headingId}
      columns={columnsOf(currency)}
      rows={lines}
      rowKey={(line) =>
        `${line.kind} ${line.path} ${line.kind === "figure" ? line.figure.place.join(" ") : ""}`
      }
      cardsBelow={44}
    />
  );
}

function columnsOf(currency: Currency | undefined): readonly [Column<ResultLine>, ...Column<ResultLine>[]] {
  return [
    {
      key: "figure",
      header: words.columns.figure,
      cell: (line) =>
        line.kind === "figure" ? nameOf(line.path, line.figure) : <span>{showList(line.path)}</span>,
    },
    {
      key: "site",
      header: words.columns.site,
      isFigure: true,
      cell: (line) => showSide(line, "site", currency),
    },
    {
      key: "ledger",
      header: words.columns.ledger,
      isFigure: true,
      cell: (line) => showSide(line, "ledger", currency),
    },
    { key: "verdict", header: words.columns.verdict, cell: (line) => <LineVerdict line={line} /> },
  ];
}

function nameOf(path: string, figure: Extract<ResultLine, { kind: "figure" }>["figure"]): string {
  return path === "" ? text.sameBlock : showPlace(path, figure);
}

function showSide(line: ResultLine, side: "site" | "ledger", currency: Currency | undefined): string {
  if (line.kind === "figure") return showLeaf(line.figure[side], line.figure, currency);
  return side === "site" ? countOf(line.figures, text.figure) : "";
}

function LineVerdict({ line }: { readonly line: ResultLine }) {
  if (line.kind === "many") {
    return line.wrong === 0 ? (
      <StateBadge tone="good" label={words.same} />
    ) : (
      <StateBadge tone="bad" label={words.someDiffer(showCount(line.wrong), showCount(line.figures))} />
    );
  }
  return agrees(line.figure) ? (
    <StateBadge tone="good" label={words.same} />
  ) : (
    <StateBadge tone="bad" label={words.different} />
  );
}
