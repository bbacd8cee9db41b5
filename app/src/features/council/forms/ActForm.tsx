// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect } from "@mantine/core";
import { type ComponentType, useState } from "react";
import type { CouncilAct } from "#sdk/council/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import type { CouncilGround } from "../queries.ts";
import { words } from "../words/index.ts";
import { AdmitForm } from "./AdmitForm.tsx";
import { CouncilForm } from "./CouncilForm.tsx";
import { DisputeForm } from "./DisputeForm.tsx";
import type { ActFormProps } from "./form.ts";
import { GuardianForm, ReinstateForm, SuspendForm, TrusteeForm } from "./OrganisationForms.tsx";
import { PauseForm } from "./PauseForm.tsx";
import { UpgradeForm } from "./UpgradeForm.tsx";

const text = words.compose;

const FORMS = {
  admit: AdmitForm,
  nameGuardian: GuardianForm,
  suspend: SuspendForm,
  reinstate: ReinstateForm,
  nameTrustee: TrusteeForm,
  reconfigure: CouncilForm,
  upgrade: UpgradeForm,
  liftPause: PauseForm,
  decideDispute: DisputeForm,
} as const satisfies Partial<Record<CouncilAct["kind"], ComponentType<ActFormProps>>>;

type FormKind = keyof typeof FORMS;
const KINDS = Object.keys(FORMS) as FormKind[];

interface ActFormSectionProps {
  readonly ground: CouncilGround;
  readonly onAdd: (act: CouncilAct) => void;
}

/** Choose a decision, fill in its form, and add it to the proposal. */
export function ActForm({ ground, onAdd }: ActFormSectionProps) {
  const [kind, setKind] = useState<FormKind>("admit");
  const [act, setAct] = useState<CouncilAct>();
  // Counts up to begin with empty fields after something was added.
  const [round, setRound] = useState(0);
  const Form = FORMS[kind];
  const begin = (next: FormKind) => {
    setKind(next);
    setAct(undefined);
    setRound(round + 1);
  };
  return (
    <Section title={text.addTitle}>
      {() => (
        <form
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (act === undefined) return;
            onAdd(act);
            begin(kind);
          }}
        >
          <NativeSelect
            className={classes.choice}
            label={text.kind}
            value={kind}
            data={KINDS.map((value) => ({ value, label: words.forms.kinds[value] }))}
            onChange={({ currentTarget }) => begin(currentTarget.value as FormKind)}
          />
          {words.effects[kind] === "" ? null : <p className={classes.soft}>{words.effects[kind]}</p>}
          <div key={round} className={classes.form}>
            <Form ground={ground} onChange={setAct} />
          </div>
          <Button type="submit" variant="default" disabled={act === undefined}>
            {text.add}
          </Button>
        </form>
      )}
    </Section>
  );
}
