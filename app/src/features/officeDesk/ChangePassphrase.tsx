// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ErrorNote } from "../../shared/errors/index.ts";
import type { HouseholdEnvelope } from "../../shared/households/index.ts";
import { notify } from "../../shared/notice/index.ts";
import classes from "./officeDesk.module.css";
import { SecretField } from "./SecretField.tsx";
import { words } from "./words/index.ts";

const text = words.envelope;
const EMPTY = { known: "", next: "", repeat: "" };

/** Puts the office's keys under another passphrase; the keys stay. */
export function ChangePassphrase({ change }: Pick<HouseholdEnvelope, "change">) {
  const [fields, setFields] = useState(EMPTY);
  const isRepeated = fields.next === fields.repeat;
  const changing = useMutation({
    mutationFn: () => change(fields.known, { passphrase: fields.next }),
    onSuccess: () => notify({ text: text.changed }),
    // Whether it went well or not, passphrases do not stay in the page.
    onSettled: () => setFields(EMPTY),
    gcTime: 0,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isRepeated && fields.known !== "" && fields.next !== "") changing.mutate();
  };
  const set = (field: keyof typeof EMPTY) => (value: string) =>
    setFields((before) => ({ ...before, [field]: value }));
  return (
    <form className={classes.form} onSubmit={submit}>
      <SecretField label={text.known} value={fields.known} onChange={set("known")} />
      <SecretField label={text.next} hint={text.passphraseHint} value={fields.next} onChange={set("next")} />
      <SecretField
        label={text.repeat}
        value={fields.repeat}
        fault={fields.repeat !== "" && !isRepeated ? text.differs : undefined}
        onChange={set("repeat")}
      />
      <div>
        <Button type="submit" loading={changing.isPending}>
          {text.change}
        </Button>
      </div>
      {changing.error ? <ErrorNote error={changing.error} /> : null}
    </form>
  );
}
