// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { CouncilAct, CouncilCall } from "#sdk/council/acts.ts";
import { HexValue, Icon } from "../ui/index.ts";
import classes from "./ActCards.module.css";
import { factsOf } from "./actFacts.tsx";
import type { CouncilNames } from "./names.ts";
import { placed } from "./placed.ts";
import { sentenceOf } from "./sentence.ts";
import { words } from "./words/index.ts";

const text = words.call;

interface ActCardsProps {
  readonly names: CouncilNames;
  readonly calls: readonly CouncilCall[];
  /** What a call does, by whoever can read it. */
  readonly read: (call: CouncilCall) => CouncilAct;
  /** A control for each call, such as taking it out. */
  readonly aside?: (index: number, sentence: string) => ReactNode;
}

/** Calls as sentences with everything they say; what cannot be put into words is shown as it is, with a warning. */
export function ActCards({ names, calls, read, aside }: ActCardsProps) {
  return (
    <ol className={classes.acts}>
      {placed(calls).map(({ place, item }) => (
        <ActCard key={place} names={names} call={item} act={read(item)}>
          {(sentence) => aside?.(place, sentence)}
        </ActCard>
      ))}
    </ol>
  );
}

interface ActCardProps {
  readonly names: CouncilNames;
  readonly call: CouncilCall;
  readonly act: CouncilAct;
  readonly children: (sentence: string) => ReactNode;
}

function ActCard({ names, call, act, children }: ActCardProps) {
  const sentence = sentenceOf(act, names);
  const effect = words.effects[act.kind];
  return (
    <li className={classes.act}>
      <h3 className={classes.sentence}>{sentence}</h3>
      {effect === "" ? null : <p className={classes.soft}>{effect}</p>}
      {act.kind === "unknown" ? (
        <p className={classes.warning}>
          <Icon name="alert" size={20} />
          <span>
            {words.why[act.why]} {text.unknownWarning}
          </span>
        </p>
      ) : (
        <dl className={classes.facts}>
          {placed(factsOf(act, names)).map(({ place, item: [name, value] }) => (
            <div key={place}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <details className={classes.raw} open={act.kind === "unknown"}>
        <summary>{text.details}</summary>
        <p>
          {text.target} <HexValue value={call.target} what={text.theTarget} isFull />
        </p>
        <p>{text.data}</p>
        <code className={classes.bytes} dir="ltr">
          {call.data}
        </code>
      </details>
      {children(sentence)}
    </li>
  );
}
