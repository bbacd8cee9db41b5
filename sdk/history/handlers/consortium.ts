// SPDX-License-Identifier: Apache-2.0

import type {
  OfficerAppointedEvent,
  OfficerRemovedEvent,
  OrganisationAdmittedEvent,
  OrganisationReinstatedEvent,
  OrganisationSuspendedEvent,
  TrusteeNamedEvent,
} from "#bindings/interfaces/IConsortium.ts";
import { safeText } from "../codes.ts";
import type { Draft } from "../draft.ts";
import { nameOf, ORGANISATION_KINDS, ROLES } from "../names.ts";
import type { Row } from "../rows.ts";
import { enter } from "./entries.ts";
import { type Handlers, nothing, on, row } from "./handler.ts";

export const consortiumHandlers: Handlers = {
  OrganisationAdmitted: on<OrganisationAdmittedEvent.OutputObject>(nothing, (draft, args, event) => {
    const organisation = Number(args.organisation);
    const name = safeText(() => args.name);
    enter(draft, event, { kind: "organisationAdmitted", organisation, note: name });
    draft.insert("organisations", {
      id: organisation,
      name,
      iatiIdentifier: safeText(() => args.iatiIdentifier),
      kind: nameOf(ORGANISATION_KINDS, args.kind),
      isSuspended: false,
      trustee: null,
      firstAdministrator: args.administrator,
    });
  }),
  OrganisationSuspended: on<OrganisationSuspendedEvent.OutputObject>(
    readOrganisation,
    (draft, args, event) => {
      enter(draft, event, { kind: "organisationSuspended", organisation: Number(args.organisation) });
      change(draft, args.organisation, { isSuspended: true });
    },
  ),
  OrganisationReinstated: on<OrganisationReinstatedEvent.OutputObject>(
    readOrganisation,
    (draft, args, event) => {
      enter(draft, event, { kind: "organisationReinstated", organisation: Number(args.organisation) });
      change(draft, args.organisation, { isSuspended: false, trustee: null });
    },
  ),
  TrusteeNamed: on<TrusteeNamedEvent.OutputObject>(readOrganisation, (draft, args) => {
    change(draft, args.organisation, { trustee: Number(args.trustee) || null });
  }),
  OfficerAppointed: on<OfficerAppointedEvent.OutputObject>(readOfficer, (draft, args) => {
    setOfficer(draft, args, true, Number(args.until) || null);
  }),
  OfficerRemoved: on<OfficerRemovedEvent.OutputObject>(readOfficer, (draft, args) => {
    setOfficer(draft, args, false, null);
  }),
};

interface Appointment {
  readonly organisation: bigint;
  readonly role: bigint;
  readonly officer: string;
}

function readOrganisation(args: { organisation: bigint }) {
  return [row("organisations", Number(args.organisation))];
}

function readOfficer(args: Appointment) {
  return [row("officers", Number(args.organisation), nameOf(ROLES, args.role), args.officer)];
}

function change(draft: Draft, organisation: bigint, changes: Partial<Row<"organisations">>): void {
  draft.update("organisations", draft.get("organisations", [Number(organisation)]), changes);
}

function setOfficer(draft: Draft, args: Appointment, isAppointed: boolean, until: number | null): void {
  const organisation = Number(args.organisation);
  const role = nameOf(ROLES, args.role);
  const known = draft.find("officers", [organisation, role, args.officer]);
  if (known === null)
    draft.insert("officers", { organisation, role, officer: args.officer, isAppointed, until });
  else draft.update("officers", known, { isAppointed, until });
}
