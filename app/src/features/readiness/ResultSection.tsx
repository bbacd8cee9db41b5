// SPDX-License-Identifier: Apache-2.0

import { isAsked, type Reason, type Result, STAGES, type StageName } from "#sdk/readiness/index.ts";
import { countOf } from "../../shared/format/index.ts";
import { PrintButton } from "../../shared/print/index.ts";
import { Section } from "../../shared/ui/index.ts";
import classes from "./readiness.module.css";
import { words } from "./words/index.ts";

const text = words.result;

/** What the answers come to, with the reasons of every stage. */
export function ResultSection({ result }: { readonly result: Result }) {
  return (
    <Section title={text.title} hint={text.hint} aside={<PrintButton />}>
      {() => (
        <>
          <p role="status" className={classes.verdict} data-verdict={result.verdict}>
            {text.verdicts[result.verdict]}
          </p>
          <ol className={classes.reasons}>
            {STAGES.filter((stage) => isAsked(stage, result)).map((stage) => (
              <li key={stage}>
                <StageReasons stage={stage} result={result} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

interface StageReasonsProps {
  readonly stage: StageName;
  readonly result: Result;
}

function StageReasons({ stage, result: { stages, network } }: StageReasonsProps) {
  const { outcome, against, open } = stages[stage];
  return (
    <>
      <h3 className={classes.stageTitle}>
        {words.stages[stage].title} <strong>{words.outcomes[outcome]}</strong>
      </h3>
      {against.length === 0 ? null : (
        <ul>
          {against.map((reason) => (
            <li key={reason}>{reasonWord(reason)}</li>
          ))}
        </ul>
      )}
      {stage === "kind" && network !== null ? <p>{words.networks[network]}</p> : null}
      {open.length === 0 ? null : (
        <p className={classes.soft}>{text.stillOpen(countOf(open.length, text.questions))}</p>
      )}
    </>
  );
}

/** Every reason that the rule can give has a sentence; the questions of the third stage only give conflicts. */
function reasonWord(reason: Reason): string {
  return reason in words.against
    ? words.against[reason as keyof typeof words.against]
    : words.questions[reason as keyof typeof words.questions];
}
