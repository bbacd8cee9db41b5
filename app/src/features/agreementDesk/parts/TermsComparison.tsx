// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { AgreementTerms, MilestoneTerms } from "#sdk/agreements/index.ts";
import { agreementWords } from "../../../shared/agreements/index.ts";
import { countOf, showCount, showDay, showMoney, showShare } from "../../../shared/format/index.ts";
import { HexValue } from "../../../shared/ui/index.ts";
import { PaperText } from "../files/PaperText.tsx";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { compareTerms, type TermsRow } from "./compareTerms.ts";
import classes from "./terms.module.css";

const text = words.terms;
const SECONDS_A_DAY = 86_400;
/** Hundredths of a percent in a whole. */
const WHOLE_SHARE = 10_000n;

interface TermsComparisonProps {
  readonly view: Pick<AgreementView, "handle" | "organisationOf" | "standing">;
  /** The terms in force; absent where there are none yet, or nothing is to be compared. */
  readonly before: AgreementTerms | undefined;
  readonly after: AgreementTerms;
}

/** Terms line by line; beside those in force, with what changes marked in words. */
export function TermsComparison({ view, before, after }: TermsComparisonProps) {
  const rows = compareTerms(before, after);
  const show = (row: TermsRow, value: TermsRow["after"]) => <Value view={view} row={row} value={value} />;
  return (
    <div className={classes.scroller}>
      <table className={classes.terms}>
        <caption className={classes.caption}>
          {before === undefined ? text.version(after.version) : text.changes(before.version, after.version)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.columns.what}</th>
            {before === undefined ? null : <th scope="col">{text.columns.before(before.version)}</th>}
            <th scope="col">{text.columns.after(after.version)}</th>
            {before === undefined ? null : <th scope="col">{text.columns.change}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-change={row.change}>
              <th scope="row">{nameOf(row)}</th>
              {before === undefined ? null : (
                <td data-part="before" data-label={text.columns.before(before.version)}>
                  {show(row, row.before)}
                </td>
              )}
              <td
                data-label={
                  before === undefined || row.change === "same"
                    ? undefined
                    : text.columns.after(after.version)
                }
              >
                {show(row, row.after)}
              </td>
              {before === undefined ? null : (
                <td data-part="change" data-label={text.columns.change}>
                  {text.change[row.change]}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameOf({ field, milestone }: TermsRow): string {
  return field === "milestone" ? agreementWords.milestone(milestone ?? 0) : text.fields[field];
}

interface ValueProps {
  readonly view: TermsComparisonProps["view"];
  readonly row: TermsRow;
  readonly value: TermsRow["after"];
}

function Value({ view, row, value }: ValueProps): ReactNode {
  const { handle } = view;
  if (value === undefined) return "–";
  if (typeof value === "object" && "kind" in value) return <MilestoneValue handle={handle} value={value} />;
  if (Array.isArray(value)) {
    return (
      <div className={classes.addresses}>
        {value.map((address, i) => (
          <Person key={address} view={view} address={address} what={text.monitor(i + 1)} />
        ))}
      </div>
    );
  }
  if (typeof value === "number") return numberText(row, value);
  const what = text.fields[row.field as "payout"];
  if (row.field === "documents") return <HexValue value={String(value)} what={what} />;
  return <Person view={view} address={String(value)} what={what} />;
}

interface PersonProps {
  readonly view: TermsComparisonProps["view"];
  readonly address: string;
  readonly what: string;
}

/** An address, and whose it is where the consortium knows. */
function Person({ view: { organisationOf, standing }, address, what }: PersonProps) {
  const isReader = standing.address.toLowerCase() === address.toLowerCase();
  const whose = isReader ? text.you : organisationOf.get(address.toLowerCase());
  return (
    <span>
      <HexValue value={address} what={what} />
      {whose === undefined ? null : <span className={classes.whose}> {whose}</span>}
    </span>
  );
}

function numberText({ field }: TermsRow, value: number): string {
  if (field === "quorum") return showCount(value);
  if (field === "silenceShare") return showShare(BigInt(value), WHOLE_SHARE);
  return countOf(value / SECONDS_A_DAY, text.days);
}

function MilestoneValue({
  handle,
  value,
}: {
  readonly handle: AgreementView["handle"];
  readonly value: MilestoneTerms;
}) {
  const { kind, amount, dueDay, description } = value;
  return (
    <div className={classes.milestoneTerms}>
      <span>
        {agreementWords.kinds[kind]}, {amount === 0n ? text.cancelled : showMoney(amount, handle.currency)},{" "}
        {text.due(showDay(dueDay))}
      </span>
      <PaperText agreement={handle.address} hash={description} />
    </div>
  );
}
