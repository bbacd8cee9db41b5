// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Call } from "#sdk/agency/index.ts";
import { type ActBuild, ActButton, ActStatus, useAct } from "../../../shared/act/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { notify } from "../../../shared/notice/index.ts";
import classes from "../desk.module.css";
import { words } from "../words/index.ts";
import type { Lift } from "./lifts.ts";

const text = words.pause;

interface LiftFormProps {
  /** Tells the acts of the page apart. */
  readonly name: string;
  /** At least one. */
  readonly lifts: readonly Lift[];
  readonly label: string;
  /** What is told when the ledger shows it. */
  readonly done: string;
  readonly build: (lift: Lift, ground: Parameters<ActBuild>[0]) => Promise<Call> | Call;
}

/** What goes on again; asked only where there is a choice. */
export function LiftForm({ name, lifts, label, done, build }: LiftFormProps) {
  const [chosen, setChosen] = useState(0);
  const act = useAct({ name, onDone: () => notify({ text: done }) });
  const lift = lifts[chosen] ?? lifts[0];
  if (lift === undefined) return null;
  return (
    <>
      {lifts.length === 1 ? (
        <p>{liftText(lift)}</p>
      ) : (
        <div className={classes.fields}>
          <NativeSelect
            label={text.goesOn}
            data={lifts.map((one, i) => ({ value: String(i), label: liftText(one) }))}
            value={String(lifts.indexOf(lift))}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          />
        </div>
      )}
      <div>
        <ActButton act={act} onRun={(ground) => build(lift, ground)}>
          {label}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}

function liftText({ redemptions, payouts, since }: Lift): string {
  const what =
    redemptions && payouts ? text.scopes.both : text.scopes[redemptions ? "redemptions" : "payouts"];
  return since === 0 ? what : text.pausedSince(what, showMoment(since));
}
