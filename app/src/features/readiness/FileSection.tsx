// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { assessmentText, readAssessment } from "#sdk/readiness/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { useOfficer } from "../../shared/ledger/useOfficer.ts";
import { notify } from "../../shared/notice/index.ts";
import { FileDrop, HexValue, Section, TextLink } from "../../shared/ui/index.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { EMPTY } from "./kept.ts";
import classes from "./readiness.module.css";
import { saveFile } from "./saveFile.ts";
import type { AssessmentState } from "./useAssessment.ts";
import { words } from "./words/index.ts";

const text = words.file;
/** Signing on the ledger is for officers only: readers do not load it. */
const RecordAssessment = lazy(async () => ({
  default: (await import("./RecordAssessment.tsx")).RecordAssessment,
}));

interface Saved {
  /** What was saved; when the answers change it is no longer the page's. */
  readonly content: string;
  readonly hash: string;
}

/** Saving the assessment as a file, its fingerprint, recording it, and opening one that was saved before. */
export function FileSection({ state: { assessment, result, replace } }: { readonly state: AssessmentState }) {
  const [saved, setSaved] = useState<Saved>();
  const [error, setError] = useState<unknown>();
  const officer = useOfficer();
  const isNamed = assessment.programme.trim() !== "" && assessment.organisation.trim() !== "";
  const content = assessmentText(assessment, today());
  const isCurrent = saved?.content === content;

  async function save() {
    setError(undefined);
    try {
      setSaved({ content, hash: await fingerprintOf(content) });
      saveFile(`${text.fileName}-${today()}.json`, content);
    } catch (caught) {
      setError(caught);
    }
  }
  async function open(file: File) {
    setError(undefined);
    try {
      const { day: _day, result: _result, ...read } = readAssessment(await file.text());
      const before = assessment;
      replace(read);
      notify({ text: text.opened(read.programme), undo: () => replace(before) });
    } catch (caught) {
      setError(caught);
    }
  }
  function clear() {
    const before = assessment;
    replace(EMPTY);
    notify({ text: text.cleared, undo: () => replace(before) });
  }

  return (
    <div data-print="hide">
      <Section title={text.title} hint={text.hint}>
        {() => (
          <div className={classes.file}>
            <div className={classes.actions}>
              <Button onClick={() => void save()} disabled={!isNamed}>
                {text.save}
              </Button>
              <Button variant="default" onClick={clear} disabled={assessment === EMPTY}>
                {text.clear}
              </Button>
            </div>
            {isNamed ? null : <p className={classes.soft}>{text.nameFirst}</p>}
            <div role="status">
              {saved && isCurrent ? (
                <>
                  <p>{text.saved}</p>
                  <HexValue value={saved.hash} what={text.theFingerprint} isFull />
                  <p>
                    <TextLink to="/documents" search={{ hash: saved.hash }}>
                      {text.check}
                    </TextLink>
                  </p>
                  <p className={classes.soft}>{text.toRecord}</p>
                </>
              ) : null}
            </div>
            {saved &&
            isCurrent &&
            result.verdict !== "open" &&
            officer !== undefined &&
            officer.roles.size > 0 ? (
              <Suspense>
                <RecordAssessment hash={saved.hash} organisation={officer.organisation.id} />
              </Suspense>
            ) : null}
            {error === undefined ? null : <ErrorNote error={error} />}
            <FileDrop
              label={text.openFile}
              hint={text.openHint}
              accept=".json,application/json"
              onFile={(file) => void open(file)}
            />
          </div>
        )}
      </Section>
    </div>
  );
}

/** The day by this device's clock, as it stands in the file. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}
