// SPDX-License-Identifier: Apache-2.0

import type { Change, CouncilCall, Simulation, TriedCall } from "#sdk/council/index.ts";
import { placed } from "../../shared/council/index.ts";
import type { Names } from "../../shared/councilRoom/index.ts";
import { Loaded } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showCount } from "../../shared/format/index.ts";
import { DataTable, Icon, Section } from "../../shared/ui/index.ts";
import { fieldOf, showValue } from "./changes.tsx";
import classes from "./council.module.css";
import { type CouncilGround, useSimulation } from "./queries.ts";
import { words } from "./words/index.ts";

const text = words.trial;

interface TrialSectionProps {
  readonly ground: CouncilGround;
  readonly calls: readonly CouncilCall[];
}

/** What calls would change, by trying them on the node: each value before and after, in the field's words. */
export function TrialSection({ ground, calls }: TrialSectionProps) {
  const query = useSimulation(ground, calls);
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <Loaded query={query}>
          {(trial) => <Trial trial={trial} names={ground.names} headingId={headingId} />}
        </Loaded>
      )}
    </Section>
  );
}

interface TrialProps {
  readonly trial: Simulation;
  readonly names: Names;
  readonly headingId: string;
}

function Trial({ trial: { block, calls, passes, changes }, names, headingId }: TrialProps) {
  return (
    <>
      <div className={classes.stack}>
        <p className={passes ? classes.good : classes.warning}>
          <Icon name={passes ? "check" : "alert"} size={20} />
          <span>
            {passes ? text.passes : text.fails} {text.block(showCount(block))}
          </span>
        </p>
        {placed(calls).map(({ place, item }) => (
          <Refused key={place} call={item} number={place + 1} />
        ))}
        {changes?.map((change) => (
          <CodeWarning key={change.field} change={change} />
        ))}
        {changes === undefined ? <p className={classes.soft}>{text.noSeries}</p> : null}
        {passes && changes?.length === 0 ? <p className={classes.soft}>{text.nothing}</p> : null}
      </div>
      {passes && changes !== undefined && changes.length > 0 ? (
        <div className={classes.table}>
          <DataTable
            labelledBy={headingId}
            columns={[
              {
                key: "what",
                header: text.columns.what,
                canWrap: true,
                cell: (change: Change) => fieldOf(change, names),
              },
              {
                key: "before",
                header: text.columns.before,
                canWrap: true,
                cell: (change: Change) => showValue(change.before, change, names),
              },
              {
                key: "after",
                header: text.columns.after,
                canWrap: true,
                cell: (change: Change) => <strong>{showValue(change.after, change, names)}</strong>,
              },
            ]}
            rows={changes}
            rowKey={({ field, subject }) => `${field} ${JSON.stringify(subject)}`}
          />
        </div>
      ) : null}
    </>
  );
}

function Refused({ call, number }: { readonly call: TriedCall; readonly number: number }) {
  if (call.kind === "passed") return null;
  return (
    <div className={classes.refusal}>
      <p>
        <strong>{text.refused(showCount(number))}</strong>
      </p>
      {call.refusal === undefined ? <p>{text.noReason}</p> : <ErrorNote error={call.refusal} />}
    </div>
  );
}

/** New code takes over old storage: the one thing that no trial shows. */
function CodeWarning({ change: { field, before, after } }: { readonly change: Change }) {
  if (field !== "implementation") return null;
  const isSame = before.kind === "code" && after.kind === "code" && before.hash === after.hash;
  return (
    <p className={classes.warning}>
      <Icon name="alert" size={20} />
      <span>
        <strong>{text.storageTitle}.</strong> {isSame ? text.sameCode : text.storage}
      </span>
    </p>
  );
}
