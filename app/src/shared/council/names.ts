// SPDX-License-Identifier: Apache-2.0

import type { CouncilMember } from "#sdk/council/readCouncil.ts";
import type { Currency } from "#sdk/money/index.ts";
import { shorten } from "../format/index.ts";
import { words } from "./words/index.ts";

/** What whoever is named in a proposal is called. Addresses and fingerprints are keys in small letters. */
export interface CouncilNames {
  readonly organisations: ReadonlyMap<number, string>;
  /** Names of members by their address, each checked against its fingerprint on the ledger. */
  readonly members: ReadonlyMap<string, string>;
  /** Names that are known here by their fingerprint. */
  readonly byHash: ReadonlyMap<string, string>;
  readonly programmes: ReadonlyMap<string, string>;
  readonly agreements: ReadonlyMap<string, AgreementName>;
}

export interface AgreementName {
  readonly title: string;
  readonly currency: Currency;
}

export function organisationName({ organisations }: CouncilNames, id: number): string {
  return organisations.get(id) ?? words.organisation(id);
}

/** A programme or an agreement by its name, or by the ends of the address. */
export function contractName({ programmes, agreements }: CouncilNames, address: string): string {
  const key = address.toLowerCase();
  return programmes.get(key) ?? agreements.get(key)?.title ?? shorten(address);
}

/** A member by name, or whoever else by the ends of the address. */
export function accountName({ members }: CouncilNames, account: string): string {
  return members.get(account.toLowerCase()) ?? shorten(account);
}

/** A member who may have no seat yet: by the fingerprint of the name, or else by the ends of the address. */
export function memberName({ byHash }: CouncilNames, { account, nameHash }: CouncilMember): string {
  return byHash.get(nameHash.toLowerCase()) ?? shorten(account);
}
