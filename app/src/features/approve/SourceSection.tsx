// SPDX-License-Identifier: Apache-2.0

import { Button, Loader } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "../../shared/errors/index.ts";
import { useOfficeSession } from "../../shared/office/index.ts";
import { FileDrop, Section } from "../../shared/ui/index.ts";
import classes from "./approve.module.css";
import type { ListSource } from "./useSource.ts";
import { words } from "./words/index.ts";

const text = words.source;

interface SourceProps {
  readonly source: ListSource;
}

interface SourceSectionProps extends SourceProps {
  /** Whether the list is being worked out right now. */
  readonly isChecking: boolean;
}

/** Where the list comes from: the office, or the preparer's files. */
export function SourceSection({ source, isChecking }: SourceSectionProps) {
  const [wantsFile, setWantsFile] = useState(false);
  const isMissing = source.files === undefined && !source.isReading;
  return (
    <Section
      title={text.title}
      hint={<Origin source={source} />}
      aside={
        source.files === undefined || wantsFile ? null : (
          <Button variant="default" size="xs" onClick={() => setWantsFile(true)}>
            {text.otherFile}
          </Button>
        )
      }
    >
      {() => (
        <div className={classes.source}>
          <p role="status" className={classes.progress}>
            {progressOf(source, isChecking)}
          </p>
          {source.error ? <ErrorNote error={source.error} /> : null}
          {isMissing && source.office === "signedOut" ? <SignIn /> : null}
          {isMissing || wantsFile ? (
            <FileDrop label={text.drop} hint={text.dropHint} accept=".csv,.json" onFile={source.take} />
          ) : null}
        </div>
      )}
    </Section>
  );
}

function Origin({ source }: SourceProps) {
  if (source.files !== undefined) return source.from === "office" ? text.fromOffice : text.fromFile;
  if (source.office === "signedOut") return text.signedOut;
  if (source.office === "unreachable") return text.silent;
  return source.office === "none" ? text.none : null;
}

function progressOf(source: ListSource, isChecking: boolean) {
  const busy = source.isReading ? text.reading : isChecking ? text.checking : undefined;
  if (busy === undefined) return source.hasSheetOnly ? text.haveSheet : null;
  return (
    <>
      <Loader size={16} /> {busy}
    </>
  );
}

function SignIn() {
  const { signIn, isSigningIn } = useOfficeSession();
  return (
    <Button variant="default" loading={isSigningIn} onClick={signIn} className={classes.signIn}>
      {text.signIn}
    </Button>
  );
}
