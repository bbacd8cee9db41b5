// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { approveTokensCall, fundCall, type ProgrammeHandle, type Source } from "#sdk/agency/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { useSources } from "../../shared/cycles/index.ts";
import { level, MoneyField, moneyIn } from "../../shared/form/index.ts";
import { shorten, showMoney } from "../../shared/format/index.ts";
import classes from "./desk.module.css";
import { Fold } from "./Fold.tsx";
import { useTokens } from "./useTokens.ts";
import { words } from "./words/index.ts";

const text = words.fund;

/** Anyone brings money in, with two signatures of their own; no second officer is needed. */
export function FundForm({ programme }: { readonly programme: ProgrammeHandle }) {
  const { data = [] } = useSources(programme);
  return (
    <Fold title={text.title} hint={text.hint}>
      {data.length === 0 ? <p>{text.noSource}</p> : <Fields programme={programme} sources={data} />}
    </Fold>
  );
}

interface FieldsProps {
  readonly programme: ProgrammeHandle;
  readonly sources: readonly Source[];
}

function Fields({ programme, sources }: FieldsProps) {
  const [typed, setTyped] = useState("");
  const [source, setSource] = useState(sources[0]?.address ?? "");
  const act = useAct({ name: "fund", onDone: () => setTyped("") });
  const { data: held } = useTokens(programme);
  const amount = moneyIn(typed, programme.currency);
  const isTooMuch = amount !== undefined && held !== undefined && amount > held;
  return (
    <>
      <div className={classes.fields}>
        <MoneyField
          label={text.amount}
          currency={programme.currency}
          value={typed}
          onChange={setTyped}
          hint={held === undefined ? undefined : text.held(showMoney(held, programme.currency))}
          fault={
            isTooMuch && held !== undefined ? text.tooMuch(showMoney(held, programme.currency)) : undefined
          }
        />
        <SourceSelect label={text.source} sources={sources} value={source} onChange={setSource} />
      </div>
      <div>
        <ActButton
          act={act}
          disabled={amount === undefined || isTooMuch}
          onRun={async ({ officer }) => {
            const units = amount ?? 0n;
            const tokens = units * (await programme.contract.assetScale());
            return [
              approveTokensCall(programme, tokens, officer.address),
              fundCall(programme, units, source, officer.address),
            ];
          }}
        >
          {text.run}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}

interface SourceSelectProps {
  readonly label: string;
  readonly sources: readonly Source[];
  /** Address of the chosen source. */
  readonly value: string;
  readonly onChange: (address: string) => void;
}

/** One of the recorded sources. */
export function SourceSelect({ label, sources, value, onChange }: SourceSelectProps) {
  return (
    <NativeSelect
      label={label}
      {...level}
      data={sources.map(({ address }) => ({ value: address, label: shorten(address) }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
