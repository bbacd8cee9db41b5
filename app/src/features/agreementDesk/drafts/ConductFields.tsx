// SPDX-License-Identifier: Apache-2.0

import { Textarea, TextInput } from "@mantine/core";
import { words } from "../words/index.ts";
import { ArbiterFields, ArbiterRemark } from "./ArbiterFields.tsx";
import type { DraftContent } from "./content.ts";
import classes from "./drafts.module.css";

const text = words.draft.conduct;

interface ConductFieldsProps {
  readonly content: DraftContent;
  readonly onChange: (part: Partial<DraftContent>) => void;
}

/** Who judges, how many of them, how long everybody has, and what silence is worth. */
export function ConductFields({ content, onChange }: ConductFieldsProps) {
  const number = (field: "quorum" | "reviewDays" | "arbiterDays" | "silencePercent" | "noticeDays") => (
    <TextInput
      label={text[field].label}
      description={text[field].hint}
      inputMode="numeric"
      autoComplete="off"
      value={content[field]}
      onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value.trim() })}
    />
  );
  return (
    <>
      <Textarea
        label={text.monitors.label}
        description={text.monitors.hint}
        rows={3}
        spellCheck={false}
        value={content.monitors}
        onChange={({ currentTarget }) => onChange({ monitors: currentTarget.value })}
      />
      <div className={classes.fields}>
        {number("quorum")}
        {number("reviewDays")}
        {number("noticeDays")}
      </div>
      <div>
        <div className={classes.fields}>
          <ArbiterFields arbiter={content.arbiter} onChange={(arbiter) => onChange({ arbiter })} />
          {number("arbiterDays")}
          {number("silencePercent")}
        </div>
        <ArbiterRemark arbiter={content.arbiter} />
      </div>
    </>
  );
}
