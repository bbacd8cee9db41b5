// SPDX-License-Identifier: Apache-2.0

import { Button, Textarea } from "@mantine/core";
import { useRef } from "react";
import { Section } from "../../shared/ui/index.ts";
import classes from "./messages.module.css";
import { MESSAGE_FIELDS, type MessageField, unknownPlaceholders } from "./template.ts";
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
  const insert = (field: MessageField) => {
    const { selectionStart, selectionEnd } = area.current ?? {
      selectionStart: value.length,
      selectionEnd: value.length,
    };
    onChange(`${value.slice(0, selectionStart)}{${field}}${value.slice(selectionEnd)}`);
    area.current?.focus();
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
            onChange={(event) => onChange(event.currentTarget.value)}
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
