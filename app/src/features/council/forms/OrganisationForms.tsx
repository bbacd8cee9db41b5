// SPDX-License-Identifier: Apache-2.0

import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { words } from "../words/index.ts";
import { AddressField, addressIn, OrganisationField } from "./fields.tsx";
import type { ActFormProps } from "./form.ts";

const text = words.forms;

/** An organisation loses its roles. */
export function SuspendForm(props: ActFormProps) {
  return <OneOrganisation {...props} kind="suspend" />;
}

/** An organisation gets its roles back. */
export function ReinstateForm(props: ActFormProps) {
  return <OneOrganisation {...props} kind="reinstate" />;
}

interface OneOrganisationProps extends ActFormProps {
  readonly kind: "suspend" | "reinstate";
}

function OneOrganisation({ ground: { names }, onChange, kind }: OneOrganisationProps) {
  const [organisation, setOrganisation] = useState(0);
  return (
    <OrganisationField
      label={words.facts.organisation}
      names={names}
      value={organisation}
      onChange={(next) => {
        setOrganisation(next);
        onChange(next === 0 ? undefined : { kind, organisation: next });
      }}
    />
  );
}

/** Who acts for a suspended organisation, so that its shops are paid. */
export function TrusteeForm({ ground: { names }, onChange }: ActFormProps) {
  const [fields, setFields] = useState({ organisation: 0, trustee: 0 });
  const change = (part: Partial<typeof fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    const isWhole = next.organisation !== 0 && next.trustee !== 0;
    onChange(isWhole ? { kind: "nameTrustee", ...next } : undefined);
  };
  return (
    <>
      <OrganisationField
        label={text.suspendedOne}
        names={names}
        value={fields.organisation}
        onChange={(organisation) => change({ organisation })}
      />
      <OrganisationField
        label={words.facts.trustee}
        names={names}
        value={fields.trustee}
        onChange={(trustee) => change({ trustee })}
      />
    </>
  );
}

/** Who can cancel appointments and pause programmes of an organisation. */
export function GuardianForm({ ground: { names }, onChange }: ActFormProps) {
  const [fields, setFields] = useState({ organisation: 0, guardian: "", isNobody: false });
  const change = (part: Partial<typeof fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    const guardian = next.isNobody ? undefined : addressIn(next.guardian);
    const isWhole = next.organisation !== 0 && (next.isNobody || guardian !== undefined);
    onChange(isWhole ? { kind: "nameGuardian", organisation: next.organisation, guardian } : undefined);
  };
  return (
    <>
      <OrganisationField
        label={words.facts.organisation}
        names={names}
        value={fields.organisation}
        onChange={(organisation) => change({ organisation })}
      />
      {fields.isNobody ? null : (
        <AddressField
          label={words.facts.guardian}
          value={fields.guardian}
          onChange={(guardian) => change({ guardian })}
        />
      )}
      <Checkbox
        label={text.noGuardian}
        checked={fields.isNobody}
        onChange={({ currentTarget }) => change({ isNobody: currentTarget.checked })}
      />
    </>
  );
}
