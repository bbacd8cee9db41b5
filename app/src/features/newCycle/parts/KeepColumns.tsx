// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { notify } from "../../../shared/notice/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { words } from "../words/index.ts";
import classes from "./columns.module.css";
import { isSameChoice, type useMappings } from "./useMappings.ts";

const text = words.columns;

interface KeepColumnsProps {
  readonly desk: ImportDesk;
  readonly mappings: ReturnType<typeof useMappings>;
}

/** Keeps the columns under a name, so that the next file with this header is recognised. */
export function KeepColumns({ desk, mappings }: KeepColumnsProps) {
  const { opened, choice, recognition, result } = desk.state;
  const known = recognition?.by === "saved" ? recognition.name : "";
  const [name, setName] = useState(known);
  const { saved, keep, forget, canKeep } = mappings;
  const kept = saved.find(
    ({ fingerprint, choice: other }) => fingerprint === opened?.fingerprint && isSameChoice(choice, other),
  );
  if (!canKeep || opened === undefined || result === undefined || kept) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const title = name.trim();
    if (title === "") return;
    keep.mutate(
      { name: title, fingerprint: opened.fingerprint, choice },
      { onSuccess: ({ version }) => notify({ text: text.kept(title), undo: () => forget(title, version) }) },
    );
  };
  return (
    <Section title={text.remember} hint={text.rememberHint}>
      {() => (
        <form className={classes.keep} onSubmit={submit}>
          <TextInput
            label={text.rememberName}
            value={name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={keep.isPending}>
            {text.keep}
          </Button>
          {keep.isError ? <ErrorNote error={keep.error} /> : null}
        </form>
      )}
    </Section>
  );
}
