// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";
import { isShortEnough, type Rationale, textRationale } from "#sdk/council/index.ts";
import { shorten } from "../../../shared/format/index.ts";
import { FileDrop, Section } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import { hashOfFile } from "../hashOfFile.ts";
import { words } from "../words/index.ts";
import { TextField } from "./fields.tsx";

const text = words.compose;

interface RationaleFormProps {
  /** Told the reasons, or undefined while there are none. */
  readonly onChange: (rationale: Rationale | undefined) => void;
}

/** Why: a short text that stands on the ledger, or a document by its fingerprint. */
export function RationaleForm({ onChange }: RationaleFormProps) {
  const [way, setWay] = useState<"write" | "file">("write");
  return (
    <Section title={text.why} hint={text.whyHint}>
      {() => (
        <div className={classes.stack}>
          <NativeSelect
            className={classes.choice}
            label={text.way}
            value={way}
            data={[
              { value: "write", label: text.write },
              { value: "file", label: text.file },
            ]}
            onChange={({ currentTarget }) => {
              setWay(currentTarget.value === "file" ? "file" : "write");
              onChange(undefined);
            }}
          />
          {way === "write" ? <WrittenHere onChange={onChange} /> : <Document onChange={onChange} />}
        </div>
      )}
    </Section>
  );
}

function WrittenHere({ onChange }: RationaleFormProps) {
  const [written, setWritten] = useState("");
  const fits = isShortEnough(written.trim());
  return (
    <Textarea
      className={classes.wide}
      label={text.text}
      description={text.textHint}
      error={fits ? undefined : text.tooLong}
      value={written}
      autosize
      minRows={3}
      maxRows={12}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value;
        setWritten(next);
        const isUsable = next.trim() !== "" && isShortEnough(next.trim());
        onChange(isUsable ? textRationale(next.trim()) : undefined);
      }}
    />
  );
}

function Document({ onChange }: RationaleFormProps) {
  const [chosen, setChosen] = useState<{ readonly name: string; readonly hash: string }>();
  const [isUnreadable, setIsUnreadable] = useState(false);
  const [uri, setUri] = useState("");
  const take = async (file: File) => {
    const hash = await hashOfFile(file);
    setIsUnreadable(hash === undefined);
    setChosen(hash === undefined ? undefined : { name: file.name, hash });
    onChange(hash === undefined ? undefined : { hash, uri });
  };
  return (
    <>
      <div className={classes.wide}>
        <FileDrop label={text.document} hint={words.rationale.dropHint} onFile={(file) => void take(file)} />
      </div>
      <p role="status">
        {isUnreadable ? words.rationale.unreadable : chosen && text.chosen(chosen.name, shorten(chosen.hash))}
      </p>
      <div className={classes.form}>
        <TextField
          label={text.uri}
          hint={text.uriHint}
          value={uri}
          onChange={(next) => {
            setUri(next);
            if (chosen !== undefined) onChange({ hash: chosen.hash, uri: next.trim() });
          }}
        />
      </div>
    </>
  );
}
