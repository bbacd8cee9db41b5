// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { getAddress } from "ethers";
import { useState } from "react";
import { words } from "../words/index.ts";
import type { ActFormProps } from "./form.ts";

const text = words.forms;

const SCOPES = {
  redemptions: { redemptions: true, payouts: false },
  payouts: { redemptions: false, payouts: true },
  both: { redemptions: true, payouts: true },
} as const;
type Scope = keyof typeof SCOPES;

/** A programme that a member has paused goes on. */
export function PauseForm({ ground: { names }, onChange }: ActFormProps) {
  const [fields, setFields] = useState<{ readonly programme: string; readonly scope: Scope }>({
    programme: "",
    scope: "redemptions",
  });
  const change = (part: Partial<typeof fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    onChange(
      next.programme === ""
        ? undefined
        : { kind: "liftPause", programme: getAddress(next.programme), ...SCOPES[next.scope] },
    );
  };
  const programmes = [...names.programmes].map(([value, label]) => ({ value, label }));
  return (
    <>
      <NativeSelect
        label={words.facts.programme}
        value={fields.programme}
        data={[{ value: "", label: text.choose }, ...programmes]}
        onChange={({ currentTarget }) => change({ programme: currentTarget.value })}
      />
      <NativeSelect
        label={text.whichPause}
        value={fields.scope}
        data={Object.entries(words.pauses).map(([value, label]) => ({ value, label }))}
        onChange={({ currentTarget }) => change({ scope: currentTarget.value as Scope })}
      />
    </>
  );
}
