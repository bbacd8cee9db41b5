// SPDX-License-Identifier: Apache-2.0

import { ErrorNote } from "../../shared/errors/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { NodeForm } from "./NodeForm.tsx";
import { ProgressSection } from "./ProgressSection.tsx";
import { ResultSections } from "./ResultSections.tsx";
import { useVerification } from "./useVerification.ts";
import classes from "./verify.module.css";
import { words } from "./words/index.ts";

/** Recompute every figure in the visitor's own browser, from a node of their choice, and say which agree. */
export function VerifyPage() {
  const { state, start, stop } = useVerification();
  const isRunning = state.kind === "site" || state.kind === "ledger";
  return (
    <Page title={words.title} intro={<p>{words.intro}</p>}>
      <NodeForm
        isRunning={isRunning}
        hasRun={state.kind === "done" || state.kind === "failed"}
        onStart={start}
        onStop={stop}
      />
      {isRunning ? <ProgressSection state={state} /> : null}
      {state.kind === "failed" ? <ErrorNote error={state.error} /> : null}
      {state.kind === "done" ? <ResultSections verdict={state.verdict} /> : <WhatIsChecked />}
    </Page>
  );
}

function WhatIsChecked() {
  return (
    <Section title={words.idle.title}>
      {() => (
        <div className={classes.about}>
          <ul>
            {words.idle.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <p>{words.idle.how}</p>
          <p>{words.idle.not}</p>
        </div>
      )}
    </Section>
  );
}
