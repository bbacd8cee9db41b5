// SPDX-License-Identifier: Apache-2.0

import { Button, FileButton } from "@mantine/core";
import { useRef } from "react";
import { showCount, showMoney } from "../../../shared/format/index.ts";
import { stepBefore } from "../flow/steps.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { Breakdowns } from "../parts/Breakdowns.tsx";
import { Busy } from "../parts/Busy.tsx";
import { DifferencePanel } from "../parts/DifferencePanel.tsx";
import { Figures } from "../parts/Figures.tsx";
import { GoodRows } from "../parts/GoodRows.tsx";
import { LeaveOut } from "../parts/LeaveOut.tsx";
import { NextButton } from "../parts/NextButton.tsx";
import { ProblemNote } from "../parts/ProblemNote.tsx";
import { ProblemsPanel } from "../parts/ProblemsPanel.tsx";
import { StepFrame } from "../parts/StepFrame.tsx";
import { words } from "../words/index.ts";
import { useCorrection } from "./useCorrection.ts";

const text = words.problems;

/** Everything that is wrong with the list, by cell, and what the good rows come to. */
export function ProblemsStep({ desk }: { readonly desk: ImportDesk }) {
  const { result, difference, refused, busy, step } = desk.state;
  const { correct, undo } = useCorrection(desk);
  if (result === undefined) return null;
  const { currency } = desk.money;
  return (
    <StepFrame
      title={text.title}
      hint={result.problems === 0 ? text.allGood : undefined}
      onBack={() => desk.go(stepBefore(step))}
      next={<NextButton desk={desk} />}
    >
      <Figures
        figures={[
          { label: text.inFile, value: showCount(result.rows) },
          { label: text.good, value: showCount(result.households) },
          { label: text.bad, value: showCount(result.badRows), tone: result.badRows > 0 ? "bad" : undefined },
          { label: text.total, value: showMoney(result.total, currency) },
        ]}
      />
      {busy === "comparing" ? <Busy>{text.comparing}</Busy> : null}
      {refused === undefined ? null : (
        <div>
          <p>{words.difference.notTaken}</p>
          <ProblemNote problem={refused} />
        </div>
      )}
      {difference === undefined ? null : (
        <DifferencePanel desk={desk} difference={difference} total={result.total} onUndo={undo} />
      )}
      {result.problems === 0 ? null : (
        <>
          <ProblemsPanel desk={desk} result={result} upload={<UploadCorrection onFile={correct} />} />
          <LeaveOut desk={desk} result={result} />
        </>
      )}
      <Breakdowns result={result} currency={currency} />
      <GoodRows desk={desk} count={result.households} />
    </StepFrame>
  );
}

function UploadCorrection({ onFile }: { readonly onFile: (file: File) => void }) {
  const forget = useRef<() => void>(null);
  const take = (file: File | null) => {
    forget.current?.();
    if (file) onFile(file);
  };
  return (
    <FileButton onChange={take} resetRef={forget} accept=".csv,.txt,.tsv,text/csv">
      {(props) => (
        <Button {...props} variant="default">
          {text.correct}
        </Button>
      )}
    </FileButton>
  );
}
