// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, TextInput } from "@mantine/core";
import { type ComponentType, useState } from "react";
import { type CycleStage, cycleStage } from "#sdk/agency/cycleStage.ts";
import { acts, type CycleDetail, type ProgrammeHandle } from "#sdk/agency/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { CHANGE_REASONS, reasonOptions } from "../../shared/cycles/index.ts";
import { MoneyField, moneyIn } from "../../shared/form/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import { dayField, endOfDay } from "./days.ts";
import classes from "./desk.module.css";
import { Fold } from "./Fold.tsx";
import { ProposeAct } from "./ProposeAct.tsx";
import { words } from "./words/index.ts";

const text = words.cyclePage;

interface ChangeProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: CycleDetail;
}

/** How an approved cycle can still be changed: each way is proposed by a preparer and confirmed by an approver. */
export function ChangeSection({ programme, cycle }: ChangeProps) {
  const changes = changesOf(cycleStage(cycle, useLedgerTime()), cycle);
  if (changes.length === 0) return null;
  return (
    <Section title={text.change} hint={text.changeHint}>
      {() => (
        <div className={classes.folds}>
          {changes.map(({ name, Form }) => (
            <Fold key={name} title={text[name].title} hint={text[name].hint}>
              <NeedsOfficer as="Preparer">
                <Form programme={programme} cycle={cycle} />
              </NeedsOfficer>
            </Fold>
          ))}
        </div>
      )}
    </Section>
  );
}

interface Change {
  readonly name: "cancel" | "stop" | "extend" | "reduce";
  readonly Form: ComponentType<ChangeProps>;
}

const UNCHANGEABLE: readonly CycleStage[] = ["waiting", "returned", "release", "cancelled", "closed"];

/** What the contract would let an approved cycle change into at its stage. */
function changesOf(stage: CycleStage, { total, loaded }: CycleDetail): readonly Change[] {
  if (UNCHANGEABLE.includes(stage)) return [];
  return [
    ...(stage === "upcoming" ? [{ name: "cancel", Form: CancelForm } as const] : []),
    ...(stage === "open" ? [{ name: "stop", Form: StopForm } as const] : []),
    { name: "extend", Form: ExtendForm },
    ...(loaded < total ? [{ name: "reduce", Form: ReduceForm } as const] : []),
  ];
}

function CancelForm(props: ChangeProps) {
  return <EndForm {...props} name="cancel" build={acts.cancelCycle} />;
}

function StopForm(props: ChangeProps) {
  return <EndForm {...props} name="stop" build={acts.stopCycle} />;
}

interface EndFormProps extends ChangeProps {
  readonly name: "cancel" | "stop";
  readonly build: (cycle: number, reason: string) => string;
}

/** Ending a cycle before its time takes nothing but a reason. */
function EndForm({ programme, cycle, name, build }: EndFormProps) {
  const [reason, setReason] = useState("");
  return (
    <>
      <div className={classes.fields}>
        <ReasonField value={reason} onChange={setReason} />
      </div>
      <ProposeAct
        programme={programme}
        name={name}
        calldata={reason === "" ? undefined : () => build(cycle.cycle, reason)}
        onDone={() => setReason("")}
      />
    </>
  );
}

function ExtendForm({ programme, cycle }: ChangeProps) {
  const [reason, setReason] = useState("");
  const [expires, setExpires] = useState(dayField(cycle.expiresAt));
  const [grace, setGrace] = useState(dayField(cycle.graceEndsAt));
  const expiresAt = endIn(expires, cycle.expiresAt);
  const graceEndsAt = endIn(grace, cycle.graceEndsAt);
  const isChanged = expiresAt !== cycle.expiresAt || graceEndsAt !== cycle.graceEndsAt;
  const faults = {
    expires: endFault(expiresAt, cycle.expiresAt),
    grace:
      expiresAt !== undefined && graceEndsAt !== undefined && graceEndsAt < expiresAt
        ? text.extend.graceBefore
        : endFault(graceEndsAt, cycle.graceEndsAt),
  };
  const isReady = reason !== "" && isChanged && faults.expires === undefined && faults.grace === undefined;
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={text.extend.expires}
          value={expires}
          min={dayField(cycle.expiresAt)}
          error={faults.expires}
          onChange={(event) => setExpires(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={text.extend.grace}
          value={grace}
          min={dayField(cycle.graceEndsAt)}
          error={faults.grace}
          onChange={(event) => setGrace(event.currentTarget.value)}
        />
        <ReasonField value={reason} onChange={setReason} />
      </div>
      <ProposeAct
        programme={programme}
        name="extend"
        calldata={
          isReady && expiresAt !== undefined && graceEndsAt !== undefined
            ? () => acts.extendCycle(cycle.cycle, { expiresAt, graceEndsAt }, reason)
            : undefined
        }
        onDone={() => setReason("")}
      />
    </>
  );
}

/** The end that a day means, Unix seconds. A day that was not touched keeps its second: the end may lie in the middle of it. */
function endIn(day: string, before: number): number | undefined {
  return day === dayField(before) ? before : endOfDay(day);
}

function endFault(end: number | undefined, before: number): string | undefined {
  if (end === undefined) return text.extend.notDay;
  return end < before ? text.extend.earlier : undefined;
}

function ReduceForm({ programme, cycle }: ChangeProps) {
  const { currency } = programme;
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const total = moneyIn(typed, currency, true);
  const isOutside = total !== undefined && (total < cycle.loaded || total >= cycle.total);
  const range = text.reduce.range(
    showMoney(cycle.loaded, currency),
    showMoney(amountOf(cycle.total), currency),
  );
  return (
    <>
      <div className={classes.fields}>
        <MoneyField
          label={text.reduce.total}
          currency={currency}
          value={typed}
          onChange={setTyped}
          hint={range}
          allowZero
          fault={isOutside ? range : undefined}
        />
        <ReasonField value={reason} onChange={setReason} />
      </div>
      <ProposeAct
        programme={programme}
        name="reduce"
        calldata={
          reason === "" || total === undefined || isOutside
            ? undefined
            : () => acts.reduceCycle(cycle.cycle, total, reason)
        }
        onDone={() => setReason("")}
      />
    </>
  );
}

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

function ReasonField({ value, onChange }: ReasonFieldProps) {
  return (
    <NativeSelect
      label={text.reason}
      data={[...reasonOptions(CHANGE_REASONS)]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
