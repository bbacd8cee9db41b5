// SPDX-License-Identifier: Apache-2.0

import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { MILESTONE_KINDS } from "#sdk/agreements/index.ts";
import type { Currency } from "#sdk/money/index.ts";
import { agreementWords } from "../../../shared/agreements/index.ts";
import { MoneyField } from "../../../shared/form/index.ts";
import classes from "../agreementDesk.module.css";
import { words } from "../words/index.ts";
import { type DraftMilestone, emptyMilestone } from "./content.ts";
import own from "./drafts.module.css";

const text = words.draft.milestones;
/** Of the contract. */
const MOST = 24;
const UNKNOWN_CURRENCY: Currency = { code: "", decimals: 2 };

interface MilestoneRowsProps {
  readonly milestones: readonly DraftMilestone[];
  readonly currency: Currency | undefined;
  readonly onChange: (milestones: DraftMilestone[]) => void;
}

/** The milestones, each with its kind, amount, day and what is to be done. */
export function MilestoneRows({ milestones, currency, onChange }: MilestoneRowsProps) {
  const change = (key: string, part: Partial<DraftMilestone>) =>
    onChange(milestones.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <>
      <ol className={own.rows}>
        {milestones.map((milestone, i) => (
          <li key={milestone.key}>
            <Row
              number={i + 1}
              milestone={milestone}
              currency={currency ?? UNKNOWN_CURRENCY}
              onChange={(part) => change(milestone.key, part)}
              onRemove={
                milestone.hash === "" && milestones.length > 1
                  ? () => onChange(milestones.filter(({ key }) => key !== milestone.key))
                  : undefined
              }
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          variant="default"
          disabled={milestones.length >= MOST}
          onClick={() => onChange([...milestones, emptyMilestone()])}
        >
          {text.add}
        </Button>
      </div>
    </>
  );
}

interface RowProps {
  readonly number: number;
  readonly milestone: DraftMilestone;
  readonly currency: Currency;
  readonly onChange: (part: Partial<DraftMilestone>) => void;
  /** Only what is not on the ledger yet can be taken out; everything else is cancelled. */
  readonly onRemove: (() => void) | undefined;
}

function Row({ number, milestone, currency, onChange, onRemove }: RowProps) {
  const { kind, amount, due, isFixed, isCancelled, hash } = milestone;
  return (
    <fieldset className={own.row} disabled={isFixed}>
      <legend className={classes.actTitle}>{agreementWords.milestone(number)}</legend>
      {isFixed ? <p className={classes.soft}>{text.fixed}</p> : null}
      <div className={own.fields}>
        <NativeSelect
          label={text.kind}
          description={agreementWords.kindHints[kind]}
          value={kind}
          data={MILESTONE_KINDS.map((one) => ({ value: one, label: agreementWords.kinds[one] }))}
          onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as DraftMilestone["kind"] })}
        />
        <MoneyField
          label={text.amount(currency.code)}
          currency={currency}
          value={isCancelled ? "" : amount}
          disabled={isCancelled || isFixed}
          onChange={(typed) => onChange({ amount: typed })}
        />
        <TextInput
          type="date"
          label={text.due}
          description={text.dueHint}
          value={due}
          onChange={({ currentTarget }) => onChange({ due: currentTarget.value })}
        />
      </div>
      {isFixed ? null : (
        <Textarea
          label={text.text}
          description={hash === "" ? text.textHint : text.keepsText}
          rows={3}
          value={milestone.text}
          onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
        />
      )}
      {hash === "" || isFixed ? null : (
        <Checkbox
          label={text.cancel}
          checked={isCancelled}
          onChange={({ currentTarget }) => onChange({ isCancelled: currentTarget.checked })}
        />
      )}
      {onRemove === undefined ? null : (
        <div>
          <Button variant="default" size="xs" onClick={onRemove} aria-label={text.removeWhat(number)}>
            {text.remove}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
