// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { type CouncilCall, decodeCall } from "#sdk/council/index.ts";
import { HexValue, Icon } from "../../shared/ui/index.ts";
import { factsOf } from "./actFacts.tsx";
import classes from "./council.module.css";
import { placed } from "./placed.ts";
import type { CouncilGround } from "./queries.ts";
import { sentenceOf } from "./sentence.ts";
import { words } from "./words/index.ts";

const text = words.proposal;

interface ActCardsProps {
  readonly ground: CouncilGround;
  readonly calls: readonly CouncilCall[];
  /** A control for each call, such as taking it out. */
  readonly aside?: (index: number, sentence: string) => ReactNode;
}

/** Calls as sentences with everything they say; what cannot be put into words is shown as it is, with a warning. */
export function ActCards({ ground, calls, aside }: ActCardsProps) {
  return (
    <ol className={classes.acts}>
      {placed(calls).map(({ place, item }) => (
        <ActCard key={place} ground={ground} call={item}>
          {(sentence) => aside?.(place, sentence)}
        </ActCard>
      ))}
    </ol>
  );
}

interface ActCardProps {
  readonly ground: CouncilGround;
  readonly call: CouncilCall;
  readonly children: (sentence: string) => ReactNode;
}

function ActCard({ ground, call, children }: ActCardProps) {
  const act = decodeCall(ground.book, call);
  const sentence = sentenceOf(act, ground.names);
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
          {placed(factsOf(act, ground.names)).map(({ place, item: [name, value] }) => (
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
        <code className={classes.bytes}>{call.data}</code>
      </details>
      {children(sentence)}
    </li>
  );
}
