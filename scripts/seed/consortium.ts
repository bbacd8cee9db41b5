// SPDX-License-Identifier: Apache-2.0
import type { Wallet } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import type { Suite } from "#sdk/agency/index.ts";
import { contractNumber } from "#sdk/errors/contractWords.ts";
import { keyCheckOf } from "#sdk/list/index.ts";
import { ORGANISATIONS } from "./cast.ts";
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

/** The agency's own monitor; the partner's work has others beside, who belong to nobody. */
export async function appointMonitor(suite: Suite, people: People, organisation: number): Promise<void> {
  await appoint(suite, people.administrator, organisation, "monitor", people.monitor.address);
}

/** Officers of the second agency and of the partner. */
const SECOND_AGENCY: readonly (readonly [role: string, name: PersonName])[] = [
  ["preparer", "acacia-preparer"],
  ["approver", "acacia-approver"],
  ["finance", "acacia-finance"],
  ["custodian", "acacia-custodian"],
];
const PARTNER: typeof SECOND_AGENCY = [["preparer", "partner-preparer"]];

/** The number that an organisation kind has in the consortium. */
const KINDS = { agency: 0, partner: 1 } as const;

/**
 * Admit a second agency and an implementing partner, and appoint their officers. The council is still the founding member alone.
 * @returns The organisations' numbers.
 */
export async function welcomeMembers(
  suite: Suite,
  people: People,
): Promise<{ readonly acacia: number; readonly partner: number }> {
  const { consortium, deployment } = suite;
  const last = Number(await consortium.organisations());
  const [acacia, partner] = [last + 1, last + 2];
  const admit = (name: string, kind: keyof typeof KINDS, number: number, administrator: PersonName) => ({
    target: deployment.contracts.consortium,
    data: consortium.interface.encodeFunctionData("admit", [
      name,
      KINDS[kind],
      `XI-DEMO-${number}`,
      people[administrator].address,
    ]),
  });
  const calls = [
    admit(ORGANISATIONS.acacia, "agency", acacia, "acacia-administrator"),
    admit(ORGANISATIONS.partner, "partner", partner, "partner-administrator"),
  ];
  await decideAlone(suite, people.council, calls, "A second agency and a partner join the consortium");
  for (const [role, name] of SECOND_AGENCY) {
    await appoint(suite, people["acacia-administrator"], acacia, role, people[name].address);
  }
  for (const [role, name] of PARTNER) {
    await appoint(suite, people["partner-administrator"], partner, role, people[name].address);
  }
  return { acacia, partner };
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
