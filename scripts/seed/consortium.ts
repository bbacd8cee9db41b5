// SPDX-License-Identifier: Apache-2.0
import type { Wallet } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import type { Suite } from "#sdk/agency/index.ts";
import { contractNumber } from "#sdk/errors/contractWords.ts";
import { keyCheckOf } from "#sdk/list/index.ts";
import { decideAlone } from "./council.ts";
import type { People, PersonName } from "./people.ts";

/** Which officers an agency appoints. */
const APPOINTMENTS: readonly (readonly [role: string, name: PersonName])[] = [
  ["preparer", "preparer"],
  ["approver", "approver"],
  ["approver", "approver-2"],
  ["finance", "finance"],
  ["custodian", "custodian"],
];

/** The version that the demonstration's consortium key has. */
export const KEY_VERSION = 1;

/**
 * Admit an agency, name its guardian, publish the check value of the consortium's key, and appoint the agency's officers. The council is
 * still the founding member alone.
 * @returns The organisation's number.
 */
export async function foundAgency(
  suite: Suite,
  people: People,
  name: string,
  key: Uint8Array,
): Promise<number> {
  const { consortium, deployment } = suite;
  const face = consortium.interface;
  const organisation = Number(await consortium.organisations()) + 1;
  const toConsortium = (data: string) => ({ target: deployment.contracts.consortium, data });
  const calls = [
    toConsortium(face.encodeFunctionData("admit", [name, 0, "XI-DEMO-1", people.administrator.address])),
    toConsortium(face.encodeFunctionData("nameGuardian", [organisation, people.guardian.address])),
    {
      target: deployment.contracts.accounts,
      data: suite.accounts.interface.encodeFunctionData("setKeyCheck", [KEY_VERSION, await keyCheckOf(key)]),
    },
  ];
  await decideAlone(suite, people.council, calls, `${name} joins the consortium`);
  for (const [role, person] of APPOINTMENTS) {
    await appoint(suite, people.administrator, organisation, role, people[person].address);
  }
  return organisation;
}

async function appoint(
  suite: Suite,
  administrator: Wallet,
  organisation: number,
  role: string,
  officer: string,
): Promise<void> {
  const to = suite.deployment.contracts.consortium;
  const face = suite.consortium.interface;
  const number = contractNumber("role", role) ?? 0;
  await signAndSend(administrator, {
    to,
    data: face.encodeFunctionData("proposeGrant", [organisation, number, officer, 0]),
  });
  await signAndSend(administrator, {
    to,
    data: face.encodeFunctionData("activateGrant", [organisation, number, officer]),
  });
}
