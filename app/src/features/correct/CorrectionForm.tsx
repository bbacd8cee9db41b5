// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  acts,
  extractsForCorrection,
  type ProgrammeHandle,
  type TerminalReceipt,
} from "#sdk/agency/index.ts";
import { amountOf, formatAmount, ZERO } from "#sdk/money/index.ts";
import type { CorrectionKind } from "#sdk/receipts/index.ts";
import { type ActBuild, ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { useCycles } from "../../shared/cycles/index.ts";
import { MoneyField, moneyIn } from "../../shared/form/index.ts";
import classes from "./correct.module.css";
import { correctionOf, fittingKinds, type Wanted } from "./correction.ts";
import { words } from "./words/index.ts";

const ACCOUNT = /^[1-9]\d{0,9}$/;

interface CorrectionFormProps {
  readonly programme: ProgrammeHandle;
  readonly found: TerminalReceipt;
  readonly wanted: Wanted;
}

/** What is right, and why. Proposed by Finance; an approver restates it. */
export function CorrectionForm({ programme, found, wanted }: CorrectionFormProps) {
  const { currency } = programme;
  const { receipt } = found;
  const kinds = fittingKinds(found);
  const { data: cycles = [] } = useCycles(programme);
  const [kind, setKind] = useState<CorrectionKind>(initialKind(kinds, wanted.kind));
  const [cycle, setCycle] = useState(String(receipt?.cycle ?? wanted.cycle ?? ""));
  const [account, setAccount] = useState(String(wanted.account ?? receipt?.account ?? ""));
  const [amount, setAmount] = useState(initialAmount(found, wanted, currency.decimals));
  const [reason, setReason] = useState<keyof typeof words.reasons>("WRONG-AMOUNT");
  const act = useAct({ name: "correct" });
  const money = moneyIn(amount, currency);
  const isComplete = money !== undefined && ACCOUNT.test(account) && cycle !== "";

  const propose: ActBuild = async ({ suite, officer }) => {
    const right = { account: Number(account), amount: money ?? ZERO };
    const correction = correctionOf(wanted, found, { kind, cycle: Number(cycle), reason, ...right });
    const extracts = await extractsForCorrection(suite, programme, correction);
    return tryAndPropose(suite, programme.address, acts.correct(correction, extracts), officer.address);
  };

  return (
    <>
      <Radio.Group label={words.what} value={kind} onChange={(value) => setKind(value as CorrectionKind)}>
        {kinds.map((value) => (
          <Radio
            key={value}
            value={value}
            label={words.kinds[value]}
            description={words.kindHints[value]}
            className={classes.choice}
          />
        ))}
      </Radio.Group>
      {receipt === undefined ? (
        <NativeSelect
          label={words.cycle}
          value={cycle}
          data={["", ...cycles.map((known) => String(known.cycle))]}
          onChange={({ currentTarget: { value } }) => setCycle(value)}
        />
      ) : null}
      {kind === "reverse" ? null : (
        <>
          <TextInput
            label={words.account}
            value={account}
            inputMode="numeric"
            autoComplete="off"
            error={account === "" || ACCOUNT.test(account) ? undefined : words.fields.account}
            onChange={({ currentTarget: { value } }) => setAccount(value.trim())}
          />
          <MoneyField
            label={words.amount(currency.code)}
            currency={currency}
            value={amount}
            onChange={setAmount}
          />
        </>
      )}
      <NativeSelect
        label={words.reason}
        value={reason}
        data={Object.entries(words.reasons).map(([value, label]) => ({ value, label }))}
        onChange={({ currentTarget: { value } }) => setReason(value as typeof reason)}
      />
      <div>
        <ActButton act={act} onRun={propose} disabled={!isComplete}>
          {words.propose}
        </ActButton>
      </div>
      <ActStatus act={act} />
      {act.state.kind === "done" ? <p role="status">{words.proposed}</p> : null}
    </>
  );
}

function initialKind(kinds: readonly CorrectionKind[], wanted: CorrectionKind | undefined): CorrectionKind {
  return wanted !== undefined && kinds.includes(wanted) ? wanted : (kinds[0] ?? "reenter");
}

/** As it would be typed: the suggestion, else what the ledger has. */
function initialAmount({ receipt }: TerminalReceipt, { amount }: Wanted, decimals: number): string {
  const units = amount === undefined ? receipt?.amount : amountOf(BigInt(amount));
  return units === undefined ? "" : formatAmount(units, { decimals });
}
