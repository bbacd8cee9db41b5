// SPDX-License-Identifier: Apache-2.0

import { TextInput } from "@mantine/core";
import { LONGEST_NAME, STAGES } from "#sdk/readiness/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { FileSection } from "./FileSection.tsx";
import { ResultSection } from "./ResultSection.tsx";
import classes from "./readiness.module.css";
import { StageSection } from "./StageSection.tsx";
import { useAssessment } from "./useAssessment.ts";
import { words } from "./words/index.ts";

/** Whether a blockchain is the right tool for a programme: four stages of questions, a result with its reasons, and a file to record. */
export function ReadinessPage() {
  const state = useAssessment();
  const { programme, organisation } = state.assessment;
  return (
    <Page
      title={words.title}
      intro={
        <>
          <p>{words.intro}</p>
          <p className={classes.source}>{words.source}</p>
        </>
      }
    >
      <Section title={words.about.title} hint={words.kept}>
        {() => (
          <div className={classes.about}>
            <TextInput
              label={words.about.programme}
              value={programme}
              maxLength={LONGEST_NAME}
              onChange={({ currentTarget }) => state.name({ programme: currentTarget.value })}
            />
            <TextInput
              label={words.about.organisation}
              value={organisation}
              maxLength={LONGEST_NAME}
              onChange={({ currentTarget }) => state.name({ organisation: currentTarget.value })}
            />
          </div>
        )}
      </Section>
      {STAGES.map((stage) => (
        <StageSection key={stage} stage={stage} state={state} />
      ))}
      <ResultSection result={state.result} />
      <FileSection state={state} />
    </Page>
  );
}
