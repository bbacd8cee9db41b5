// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useState } from "react";
import { MOST_FILE_MEGABYTES } from "#sdk/office/index.ts";
import { appError, ErrorNote } from "../../../shared/errors/index.ts";
import { showBytes } from "../../../shared/format/index.ts";
import { FileDrop, HexValue } from "../../../shared/ui/index.ts";
import classes from "../agreementDesk.module.css";
import { words } from "../words/index.ts";
import { fingerprintOf } from "./fingerprint.ts";

const text = words.files;
const MEGABYTE = 1_000_000;

/** A file that was chosen, with its fingerprint. */
export interface ChosenFile {
  readonly hash: string;
  readonly file: File;
}

interface FileFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: ChosenFile | undefined;
  readonly onChange: (chosen: ChosenFile | undefined) => void;
}

/** A place for one file. Its fingerprint is worked out here, in the browser. */
export function FileField({ label, hint = text.hint, value, onChange }: FileFieldProps) {
  const [problem, setProblem] = useState<"tooLarge" | "unreadable">();
  const take = async (file: File) => {
    setProblem(undefined);
    if (file.size > MOST_FILE_MEGABYTES * MEGABYTE) return setProblem("tooLarge");
    try {
      onChange({ file, hash: await fingerprintOf(file) });
    } catch {
      setProblem("unreadable");
    }
  };
  if (value !== undefined) {
    return (
      <div className={classes.chosen} role="status">
        <span>
          <strong>{value.file.name}</strong>{" "}
          <span className={classes.soft}>{showBytes(value.file.size)}</span>
        </span>
        <span>
          {text.fingerprint} <HexValue value={value.hash} what={text.theFingerprint} />
        </span>
        <Button variant="default" size="xs" onClick={() => onChange(undefined)}>
          {text.another}
        </Button>
      </div>
    );
  }
  return (
    <>
      <FileDrop label={label} hint={hint} onFile={(file) => void take(file)} />
      {problem === "tooLarge" ? (
        <p role="alert">{text.tooLarge(showBytes(MOST_FILE_MEGABYTES * MEGABYTE))}</p>
      ) : null}
      {problem === "unreadable" ? <ErrorNote error={appError("file-unreadable")} /> : null}
    </>
  );
}
