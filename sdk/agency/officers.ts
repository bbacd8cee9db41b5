// SPDX-License-Identifier: Apache-2.0

import { ORGANISATION_KINDS, ROLES } from "#sdk/history/names.ts";
import { readEvents } from "./logs.ts";
import type { Suite } from "./suite.ts";

/** What an officer may do for an organisation. */
export type Role = Exclude<(typeof ROLES)[number], "None">;

/** All roles in the contract's order. */
export const OFFICER_ROLES: readonly Role[] = ROLES.filter((role) => role !== "None");

/** An officer with every role that they hold now. */
export interface Officer {
  readonly address: string;
  readonly roles: readonly Role[];
}

/** Who acts, and as what. */
export interface ActingOfficer {
  readonly address: string;
  readonly roles: ReadonlySet<Role>;
}

export interface Organisation {
  readonly id: number;
  readonly name: string;
  readonly kind: (typeof ORGANISATION_KINDS)[number];
  readonly isSuspended: boolean;
}

/** The roles in which the address may act for the organisation now; of a suspended organisation, those of its trustee's officers. */
export async function officerRoles(
  { consortium }: Pick<Suite, "consortium">,
  organisation: number,
  address: string,
): Promise<Role[]> {
  const held = await Promise.all(
    OFFICER_ROLES.map((role) => consortium.holds(organisation, ROLES.indexOf(role), address)),
  );
  return OFFICER_ROLES.filter((_, i) => held[i]);
}

/** Everybody who holds a role in the organisation now, in the order of their first appointment. */
export async function readOfficers(suite: Suite, organisation: number): Promise<Officer[]> {
  const filter = suite.consortium.filters.OfficerAppointed(organisation);
  const appointed = await readEvents(suite, suite.consortium, filter);
  const addresses = [...new Set(appointed.map(({ args }) => args.officer))];
  const officers = await Promise.all(
    addresses.map(async (address) => ({ address, roles: await officerRoles(suite, organisation, address) })),
  );
  return officers.filter(({ roles }) => roles.length > 0);
}

/** @throws ContractRefusal's cause (Consortium_UnknownOrganisation) when there is none with this number. */
export async function readOrganisation(
  { consortium }: Pick<Suite, "consortium">,
  id: number,
): Promise<Organisation> {
  const { name, kind, isSuspended } = await consortium.organisationOf(id);
  return { id, name, kind: ORGANISATION_KINDS[Number(kind)] ?? "Agency", isSuspended };
}
