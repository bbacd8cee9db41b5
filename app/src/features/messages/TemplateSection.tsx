// SPDX-License-Identifier: Apache-2.0

import { Button, Textarea } from "@mantine/core";
import { type SyntheticEvent, useRef } from "react";
import { flushSync } from "react-dom";
import { Section } from "../../shared/ui/index.ts";
import classes from "./messages.module.css";
import {
  MESSAGE_FIELDS,
  type MessageField,
  type Stretch,
  unknownPlaceholders,
  withField,
} from "./template.ts";
import { words } from "./words/index.ts";

const text = words.template;
const ROWS = 3;

interface TemplateSectionProps {
  readonly value: string;
  readonly onChange: (template: string) => void;
}

/** The sentence, with buttons that put a field in where the cursor stands. */
export function TemplateSection({ value, onChange }: TemplateSectionProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  // A field that nobody has been in says that its cursor is at the start; undefined stands for the end.
  const cursor = useRef<Stretch>(undefined);
  const noteCursor = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    const { selectionStart: from, selectionEnd: to } = currentTarget;
    cursor.current = { from, to };
  };
  const insert = (field: MessageField) => {
    const { text: next, at } = withField(value, field, cursor.current);
    cursor.current = { from: at, to: at };
    // Drawn at once, so that the cursor can be put behind what was inserted.
    flushSync(() => onChange(next));
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
  };
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <div className={classes.body}>
          <Textarea
            ref={area}
            label={text.label}
            rows={ROWS}
            value={value}
            error={templateFault(value)}
            onSelect={noteCursor}
            onBlur={noteCursor}
            onChange={(event) => {
              noteCursor(event);
              onChange(event.currentTarget.value);
            }}
          />
          <fieldset className={classes.fields}>
            <legend>{text.insert}</legend>
            {MESSAGE_FIELDS.map((field) => (
              <Button
                key={field}
                variant="default"
                size="xs"
                aria-label={text.insertOf(text.fields[field])}
                onClick={() => insert(field)}
              >
                {text.fields[field]}
              </Button>
            ))}
          </fieldset>
        </div>
      )}
    </Section>
  );
}

/** Why a sentence cannot be sent as it is; undefined when it can. */
export function templateFault(template: string): string | undefined {
  if (template.trim() === "") return text.empty;
  const unknown = unknownPlaceholders(template);
  return unknown.length === 0 ? undefined : text.unknown(unknown.join(" "));
}
