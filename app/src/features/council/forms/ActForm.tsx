// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect } from "@mantine/core";
import { type ComponentType, useState } from "react";
import type { CouncilAct } from "#sdk/council/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import type { CouncilGround } from "../queries.ts";
import { words } from "../words/index.ts";
import { AdmitForm } from "./AdmitForm.tsx";
import { ArbiterForm, DismissArbiterForm } from "./ArbiterForms.tsx";
import { CouncilForm } from "./CouncilForm.tsx";
import { DisputeForm } from "./DisputeForm.tsx";
import type { ActFormProps } from "./form.ts";
import { HandOverForm, NewCouncilForm } from "./HandOverForms.tsx";
import { MemberKeyForm } from "./MemberKeyForm.tsx";
import { GuardianForm, ReinstateForm, SuspendForm, TrusteeForm } from "./OrganisationForms.tsx";
import { PauseForm } from "./PauseForm.tsx";
import { UpgradeForm } from "./UpgradeForm.tsx";

const text = words.compose;

const FORMS = {
  admit: AdmitForm,
  nameGuardian: GuardianForm,
  nameArbiter: ArbiterForm,
  nameTrustee: TrusteeForm,
  suspend: SuspendForm,
  reinstate: ReinstateForm,
  dismissArbiter: DismissArbiterForm,
  decideDispute: DisputeForm,
  liftPause: PauseForm,
  memberKey: MemberKeyForm,
  reconfigure: CouncilForm,
  upgrade: UpgradeForm,
  handOverBeacon: HandOverForm,
  changeCouncil: NewCouncilForm,
} as const satisfies Partial<Record<CouncilAct["kind"] | "memberKey", ComponentType<ActFormProps>>>;

type FormKind = keyof typeof FORMS;
const KINDS = Object.keys(FORMS) as FormKind[];

interface ActFormSectionProps {
  readonly ground: CouncilGround;
  readonly onAdd: (acts: readonly CouncilAct[]) => void;
}

/** Choose a decision, fill in its form, and add it to the proposal. */
export function ActForm({ ground, onAdd }: ActFormSectionProps) {
  const [kind, setKind] = useState<FormKind>("admit");
  const [acts, setActs] = useState<readonly CouncilAct[]>([]);
  // Counts up to begin with empty fields after something was added.
  const [round, setRound] = useState(0);
  const Form = FORMS[kind];
  const begin = (next: FormKind) => {
    setKind(next);
    setActs([]);
    setRound(round + 1);
  };
  return (
    <Section title={text.addTitle}>
      {() => (
        <form
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (acts.length === 0) return;
            onAdd(acts);
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
          <p className={classes.soft}>{words.effects[kind === "memberKey" ? "reconfigure" : kind]}</p>
          <div key={round} className={classes.form}>
            <Form ground={ground} onChange={(...next) => setActs(next.filter((act) => act !== undefined))} />
          </div>
          <Button type="submit" variant="default" disabled={acts.length === 0}>
            {text.add}
          </Button>
        </form>
      )}
    </Section>
  );
}
