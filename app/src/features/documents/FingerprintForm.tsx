// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { appError } from "../../shared/errors/index.ts";
import { words } from "../../shared/words/index.ts";
import classes from "./documents.module.css";

const text = words.documents;
const FINGERPRINT = /^(?:0x)?([0-9a-f]{64})$/i;
const wrong = appError("not-a-fingerprint");

interface FingerprintFormProps {
  readonly initial: string;
  readonly onSubmit: (fingerprint: string) => void;
}

/** For a fingerprint that stands in a report or was computed elsewhere. */
export function FingerprintForm({ initial, onSubmit }: FingerprintFormProps) {
  const [value, setValue] = useState(initial);
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const digits = FINGERPRINT.exec(value.trim())?.[1];
    setIsWrong(digits === undefined);
    if (digits !== undefined) onSubmit(`0x${digits.toLowerCase()}`);
  };
  return (
    <form className={classes.paste} onSubmit={submit}>
      <TextInput
        label={text.paste}
        description={text.pasteHint}
        value={value}
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: classes.pasteInput }}
        error={isWrong ? `${wrong.summary} ${wrong.next} (${wrong.code})` : undefined}
        onChange={(event) => {
          setValue(event.currentTarget.value);
          setIsWrong(false);
        }}
      />
      <Button type="submit" variant="default">
        {text.lookUp}
      </Button>
    </form>
  );
}
