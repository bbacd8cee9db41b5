// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { FileDrop } from "../../../shared/ui/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { templateCsv } from "../list/template.ts";
import { Busy } from "../parts/Busy.tsx";
import { download, separatorOfSpreadsheets } from "../parts/download.ts";
import { NextButton } from "../parts/NextButton.tsx";
import { ProblemNote } from "../parts/ProblemNote.tsx";
import classes from "../parts/parts.module.css";
import { StepFrame } from "../parts/StepFrame.tsx";
import { words } from "../words/index.ts";

const text = words.file;

interface FileStepProps {
  readonly desk: ImportDesk;
  /** Drafts to go on with. */
  readonly children?: ReactNode;
}

/** Drop the list, or go on with one that was begun before. */
export function FileStep({ desk, children }: FileStepProps) {
  const { busy, fileName, refused, opened } = desk.state;
  return (
    <StepFrame
      title={text.title}
      hint={text.hint}
      next={opened === undefined ? undefined : <NextButton desk={desk} />}
    >
      {refused === undefined ? null : <ProblemNote problem={refused} />}
      {busy === "opening" ? (
        <Busy>{text.opening(fileName ?? "")}</Busy>
      ) : (
        <FileDrop
          label={opened === undefined ? text.drop : text.another}
          choose={text.choose}
          hint={text.dropHint}
          accept=".csv,.txt,.tsv,text/csv"
          onFile={desk.chooseFile}
        />
      )}
      <div className={classes.decision} data-good>
        <p>{text.recognised}</p>
        <Button
          variant="default"
          onClick={() => download("template.csv", templateCsv(separatorOfSpreadsheets()), "text/csv")}
        >
          {text.template}
        </Button>
      </div>
      {children}
    </StepFrame>
  );
}
