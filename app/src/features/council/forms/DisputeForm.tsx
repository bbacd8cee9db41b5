// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { getAddress } from "ethers";
import { useState } from "react";
import type { CouncilDispute } from "#sdk/council/index.ts";
import { Loaded } from "../../../shared/desk/index.ts";
import { MoneyField, moneyIn } from "../../../shared/form/index.ts";
import { shorten, showCount, showMoment, showMoney } from "../../../shared/format/index.ts";
import { FileDrop } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import { hashOfFile } from "../hashOfFile.ts";
import { useDisputes } from "../queries.ts";
import { words } from "../words/index.ts";
import type { ActFormProps } from "./form.ts";

const text = words.forms;

/** The council as the arbiter that an agreement's terms name: it splits what is disputed. */
export function DisputeForm({ ground, onChange }: ActFormProps) {
  const query = useDisputes(ground);
  return (
    <Loaded query={query}>
      {([first, ...more]) =>
        first === undefined ? (
          <p className={classes.soft}>{text.noDispute}</p>
        ) : (
          <Fields disputes={[first, ...more]} onChange={onChange} />
        )
      }
    </Loaded>
  );
}

interface FieldsProps extends Pick<ActFormProps, "onChange"> {
  readonly disputes: readonly [CouncilDispute, ...CouncilDispute[]];
}

interface Reasons {
  readonly name: string;
  readonly hash: string;
}

function Fields({ disputes, onChange }: FieldsProps) {
  const [fields, setFields] = useState<{ place: number; amount: string; reasons: Reasons | undefined }>({
    place: 0,
    amount: "",
    reasons: undefined,
  });
  const [isUnreadable, setIsUnreadable] = useState(false);
  const dispute = disputes[fields.place] ?? disputes[0];
  const { currency } = dispute.agreement;
  const typed = moneyIn(fields.amount, currency, true);
  const isAbove = typed !== undefined && typed > dispute.disputed;
  const change = (part: Partial<typeof fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    onChange(actIn(disputes[next.place] ?? disputes[0], next.amount, next.reasons));
  };
  const take = async (file: File) => {
    const hash = await hashOfFile(file);
    setIsUnreadable(hash === undefined);
    change({ reasons: hash === undefined ? undefined : { name: file.name, hash } });
  };
  return (
    <>
      <NativeSelect
        label={text.dispute}
        description={text.decideBy(showMoment(dispute.decideBy))}
        value={String(fields.place)}
        data={disputes.map(({ agreement, milestone, disputed }, place) => ({
          value: String(place),
          label: text.disputeOf(
            agreement.title,
            showCount(milestone),
            showMoney(disputed, agreement.currency),
          ),
        }))}
        onChange={({ currentTarget }) => change({ place: Number(currentTarget.value) })}
      />
      <MoneyField
        label={text.toPartner}
        currency={currency}
        value={fields.amount}
        allowZero
        fault={isAbove ? text.aboveDisputed : undefined}
        onChange={(amount) => change({ amount })}
      />
      <div className={classes.whole}>
        <FileDrop label={text.decision} hint={text.decisionHint} onFile={(file) => void take(file)} />
        <p role="status">
          {isUnreadable ? words.rationale.unreadable : null}
          {fields.reasons && words.compose.chosen(fields.reasons.name, shorten(fields.reasons.hash))}
        </p>
      </div>
    </>
  );
}

function actIn({ agreement, milestone, disputed }: CouncilDispute, amount: string, reasons?: Reasons) {
  const toPartner = moneyIn(amount, agreement.currency, true);
  if (toPartner === undefined || toPartner > disputed || reasons === undefined) return undefined;
  return {
    kind: "decideDispute" as const,
    agreement: getAddress(agreement.address),
    milestone,
    toPartner,
    decision: reasons.hash,
  };
}
