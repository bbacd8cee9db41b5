// SPDX-License-Identifier: Apache-2.0
import { keyOf, type PersonName } from "./people.ts";

/** Organisations of the demonstration, in the order in which the consortium admits them. */
export const ORGANISATIONS = {
  baobab: "Baobab Relief",
  acacia: "Acacia Aid",
  partner: "Clear Wells Cooperative",
} as const;

/** Somebody whom a visitor of the demonstration can play. */
export interface Player {
  readonly name: PersonName;
  /** What they do there; the console has a word for it. */
  readonly role: string;
  /** Which of several with that role. */
  readonly number?: number;
  /** Name of their organisation, or "council", "independent" or "donors" for those who work for none of them. */
  readonly group: string;
  readonly privateKey: string;
}

type Part = readonly [name: PersonName, role: string, number?: number];

/** Whom a visitor can play, by where they belong. Shops and the relayer sign elsewhere. */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  [ORGANISATIONS.baobab]: [
    ["administrator", "administrator"],
    ["preparer", "preparer"],
    ["approver", "approver"],
    ["approver-2", "approver", 2],
    ["finance", "finance"],
    ["custodian", "custodian"],
    ["guardian", "guardian"],
  ],
  [ORGANISATIONS.acacia]: [
    ["acacia-administrator", "administrator"],
    ["acacia-preparer", "preparer"],
    ["acacia-approver", "approver"],
    ["acacia-finance", "finance"],
    ["acacia-custodian", "custodian"],
  ],
  [ORGANISATIONS.partner]: [
    ["partner-administrator", "administrator"],
    ["partner-preparer", "preparer"],
  ],
  council: [
    ["council", "council"],
    ["council-2", "council", 2],
    ["council-3", "council", 3],
  ],
  independent: [
    ["monitor", "monitor"],
    ["monitor-2", "monitor", 2],
    ["monitor-3", "monitor", 3],
    ["arbiter", "arbiter"],
  ],
  donors: [
    ["donor", "donor"],
    ["donor-2", "donor", 2],
    ["donor-3", "donor", 3],
    ["donor-4", "donor", 4],
  ],
};

/** Whom a visitor of the demonstration can play, those of one organisation together. */
export function demoPlayers(): Player[] {
  return Object.entries(PARTS).flatMap(([group, parts]) =>
    parts.map(([name, role, number]) => ({
      name,
      role,
      ...(number === undefined ? {} : { number }),
      group,
      privateKey: keyOf(name),
    })),
  );
}
