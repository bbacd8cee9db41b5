// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { Section } from "../../../shared/ui/index.ts";
import { stepBefore } from "../flow/steps.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import type { Recognition } from "../list/recognise.ts";
import { ColumnsForm } from "../parts/ColumnsForm.tsx";
import { NextButton } from "../parts/NextButton.tsx";
import { PreviewTable } from "../parts/PreviewTable.tsx";
import { ReadDifferently } from "../parts/ReadDifferently.tsx";
import { StepFrame } from "../parts/StepFrame.tsx";
import { words } from "../words/index.ts";

const text = words.columns;

interface ColumnsStepProps {
  readonly desk: ImportDesk;
  /** Keeping the columns under a name, where there is an office. */
  readonly children?: ReactNode;
}

/** Say which column is what, with the first values in view and every row read along. */
export function ColumnsStep({ desk, children }: ColumnsStepProps) {
  const { opened, recognition, step } = desk.state;
  if (opened === undefined || recognition === undefined) return null;
  return (
    <StepFrame
      title={text.title}
      hint={`${recognisedBy(recognition)} ${text.lookOver}`}
      onBack={() => desk.go(stepBefore(step))}
      next={<NextButton desk={desk} />}
    >
      <ReadDifferently desk={desk} opened={opened} />
      <ColumnsForm desk={desk} columns={opened.columns} />
      <Section title={text.preview} hint={text.previewHint}>
        {(headingId) => <PreviewTable desk={desk} headingId={headingId} />}
      </Section>
      {children}
    </StepFrame>
  );
}

function recognisedBy(recognition: Recognition): string {
  if (recognition.by === "saved") return text.recognised.saved(recognition.name);
  if (recognition.by === "preset") return text.recognised.preset(recognition.title);
  return text.recognised[recognition.by];
}
