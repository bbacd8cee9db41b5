// SPDX-License-Identifier: Apache-2.0

import { Checkbox, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Call, PauseScope } from "#sdk/agency/index.ts";
import { ActButton, ActStatus, useAct } from "../../../shared/act/index.ts";
import { PAUSE_REASONS, reasonOptions } from "../../../shared/cycles/index.ts";
import { notify } from "../../../shared/notice/index.ts";
import classes from "../desk.module.css";
import { words } from "../words/index.ts";

const text = words.pause;

interface StartFormProps {
  /** Tells the acts of the page apart. */
  readonly name: string;
  /** Switches that can be paused. */
  readonly can: PauseScope;
  readonly label: string;
  /** What is told when the ledger shows it. */
  readonly done: string;
  readonly build: (scope: PauseScope, reason: string, officer: string) => Call;
}

/** What is paused, and why; at once, by one signature. */
export function StartForm({ name, can, label, done, build }: StartFormProps) {
  const [chosen, setChosen] = useState<PauseScope>({ redemptions: true, payouts: false });
  const [reason, setReason] = useState("");
  const scope = {
    redemptions: chosen.redemptions && can.redemptions,
    payouts: chosen.payouts && can.payouts,
  };
  const act = useAct({
    name,
    onDone: () => {
      notify({ text: done });
      setReason("");
    },
  });
  return (
    <>
      <fieldset className={classes.switches}>
        <legend>{text.what}</legend>
        {(["redemptions", "payouts"] as const).map((part) => (
          <Checkbox
            key={part}
            label={text.switches[part]}
            description={text.meanings[part]}
            checked={scope[part]}
            disabled={!can[part]}
            onChange={(event) => setChosen({ ...chosen, [part]: event.currentTarget.checked })}
          />
        ))}
      </fieldset>
      <div className={classes.fields}>
        <NativeSelect
          label={text.reason}
          data={[...reasonOptions(PAUSE_REASONS)]}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div>
        <ActButton
          act={act}
          disabled={reason === "" || !(scope.redemptions || scope.payouts)}
          onRun={({ officer }) => build(scope, reason, officer.address)}
        >
          {label}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}
