// SPDX-License-Identifier: Apache-2.0

import { officerRoles, type Role, readOrganisation } from "#sdk/agency/officers.ts";
import { suite } from "./suite.ts";

/** Loaded when somebody connects: it brings ethers and the bindings with it. */
export interface OfficerFacts {
  readonly organisationName: string;
  readonly roles: readonly Role[];
}

/** What an address may do for an organisation now, by the ledger itself. */
export async function readOfficer(organisation: number, address: string): Promise<OfficerFacts> {
  const ledger = suite();
  const [roles, { name }] = await Promise.all([
    officerRoles(ledger, organisation, address),
    readOrganisation(ledger, organisation),
  ]);
  return { organisationName: name, roles };
}
