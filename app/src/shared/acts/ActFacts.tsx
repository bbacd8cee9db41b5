// SPDX-License-Identifier: Apache-2.0

import { showCount } from "../format/index.ts";
import classes from "./ActCard.module.css";
import type { ActExplanation } from "./explainAct.ts";
import { type ActContext, factText, showFact } from "./showFact.tsx";
import { words } from "./words/index.ts";

/** What an act does, as a heading: "Register shop SHOP-014". */
export function actTitle({ name, facts }: ActExplanation, context: ActContext): string {
  const title = words.titles[name];
  const [first] = facts;
  if (title === undefined) return words.otherTitle(name);
  return title(first === undefined ? "" : factText(first.value, context));
}

interface ActFactsProps {
  readonly explanation: ActExplanation;
  readonly context: ActContext;
}

/** Every value that an act carries, by name. */
export function ActFacts({ explanation, context }: ActFactsProps) {
  const { facts, more } = explanation;
  return (
    <>
      <dl className={classes.facts}>
        {facts.map((fact) => (
          <div key={fact.place}>
            <dt>{words.facts[fact.name]}</dt>
            <dd>{showFact(fact, context)}</dd>
          </div>
        ))}
      </dl>
      {more === 0 ? null : <p className={classes.soft}>{words.more(showCount(more))}</p>}
    </>
  );
}
