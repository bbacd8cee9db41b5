// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { CouncilAct } from "#sdk/council/index.ts";
import { words } from "../words/index.ts";
import { AddressField, addressIn, TextField } from "./fields.tsx";
import type { ActFormProps } from "./form.ts";

const text = words.forms;
type Kind = keyof typeof words.kinds;

interface Fields {
  readonly name: string;
  readonly kind: Kind;
  readonly iatiIdentifier: string;
  readonly administrator: string;
}

/** A new organisation of the consortium. */
export function AdmitForm({ onChange }: ActFormProps) {
  const [fields, setFields] = useState<Fields>({
    name: "",
    kind: "Agency",
    iatiIdentifier: "",
    administrator: "",
  });
  const change = (part: Partial<Fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    onChange(actIn(next));
  };
  return (
    <>
      <TextField
        label={words.facts.name}
        hint={text.nameHint}
        value={fields.name}
        onChange={(name) => change({ name })}
      />
      <NativeSelect
        label={words.facts.organisationKind}
        value={fields.kind}
        data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
        onChange={({ currentTarget }) => change({ kind: currentTarget.value as Kind })}
      />
      <TextField
        label={words.facts.iatiIdentifier}
        hint={text.iatiHint}
        value={fields.iatiIdentifier}
        onChange={(iatiIdentifier) => change({ iatiIdentifier })}
      />
      <AddressField
        label={words.facts.administrator}
        hint={text.administratorHint}
        value={fields.administrator}
        onChange={(administrator) => change({ administrator })}
      />
    </>
  );
}

function actIn({ name, kind, iatiIdentifier, administrator }: Fields): CouncilAct | undefined {
  const address = addressIn(administrator);
  if (name.trim() === "" || address === undefined) return undefined;
  return {
    kind: "admit",
    name: name.trim(),
    organisationKind: kind,
    iatiIdentifier: iatiIdentifier.trim(),
    administrator: address,
  };
}
