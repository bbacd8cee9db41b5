// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import { authoriseCall, type Finding, proposeAuthorisationCall } from "#sdk/agreements/index.ts";
import { amountAsTyped, amountOf, ZERO } from "#sdk/money/index.ts";
import { agreementWords } from "../../../shared/agreements/index.ts";
import { MoneyField, moneyIn } from "../../../shared/form/index.ts";
import { shorten, showMoney } from "../../../shared/format/index.ts";
import classes from "../agreementDesk.module.css";
import { words } from "../words/index.ts";
import { Doing } from "./Doing.tsx";
import type { MilestoneActsProps } from "./milestoneActsProps.ts";
import { FindingSelect } from "./ReturnForm.tsx";

const text = words.authorise;

interface AuthoriseProps extends MilestoneActsProps {
  /** Whether this reader has compared the file with the ledger. */
  readonly isCompared: boolean;
}

/** Finance proposes what to pay: the whole claim, or less with a finding. */
export function ProposeForm({ view: { handle }, milestone, isCompared }: AuthoriseProps) {
  const { claimed, milestone: number, evidence = "", proposed } = milestone;
  const [typed, setTyped] = useState(() => amountAsTyped(claimed, handle.currency));
  const [finding, setFinding] = useState<Finding>("Other");
  const amount = moneyIn(typed, handle.currency);
  const isTooMuch = amount !== undefined && amount > claimed;
  const isLess = amount !== undefined && amount < claimed;
  const cut = amountOf(isLess ? claimed - amount : 0n);
  return (
    <div className={classes.choice}>
      <h5 className={classes.choiceTitle}>{text.proposeTitle}</h5>
      {proposed === undefined ? null : (
        <p className={classes.soft}>{text.replaces(showMoney(proposed.amount, handle.currency))}</p>
      )}
      <MoneyField
        label={text.amount(handle.currency.code)}
        hint={text.claimed(showMoney(claimed, handle.currency))}
        currency={handle.currency}
        value={typed}
        onChange={setTyped}
        fault={isTooMuch ? text.tooMuch(showMoney(claimed, handle.currency)) : undefined}
      />
      {isLess ? (
        <>
          <FindingSelect value={finding} onChange={setFinding} />
          <p className={classes.soft}>{text.cut(showMoney(cut, handle.currency))}</p>
        </>
      ) : null}
      {isCompared ? null : <p className={classes.soft}>{words.judge.compareFirst}</p>}
      <Doing
        name={`propose-${number}`}
        label={text.propose}
        done={text.proposed}
        disabled={!isCompared || amount === undefined || isTooMuch}
        build={({ officer }) => {
          const place = { agreement: handle.address, milestone: number, evidence };
          const what = { ...place, amount: amount ?? ZERO, finding: isLess ? finding : ("None" as const) };
          return proposeAuthorisationCall(what, officer.address);
        }}
      />
    </div>
  );
}

/** An approver authorises exactly what is proposed; with the monitors' quorum it is paid in the same transaction. */
export function AuthoriseForm({ view: { handle }, milestone, isCompared }: AuthoriseProps) {
  const { milestone: number, evidence = "", proposed, finding, claimed } = milestone;
  if (proposed === undefined) return null;
  const isPaidAtOnce = milestone.state === "Verified" || milestone.kind === "Advance";
  const what = { agreement: handle.address, milestone: number, evidence, amount: proposed.amount, finding };
  return (
    <div className={classes.choice}>
      <h5 className={classes.choiceTitle}>{text.authoriseTitle}</h5>
      <p>
        {text.proposedBy(
          showMoney(proposed.amount, handle.currency),
          showMoney(claimed, handle.currency),
          shorten(proposed.by),
        )}
        {finding === "None" ? null : ` ${text.because(agreementWords.findings[finding])}`}
      </p>
      {isCompared ? null : <p className={classes.soft}>{words.judge.compareFirst}</p>}
      <Doing
        name={`authorise-${number}`}
        label={text.authorise(showMoney(proposed.amount, handle.currency))}
        done={isPaidAtOnce ? text.authorisedAndPaid : text.authorised}
        disabled={!isCompared}
        build={() => authoriseCall(what)}
      />
    </div>
  );
}
