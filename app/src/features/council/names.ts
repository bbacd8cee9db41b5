// SPDX-License-Identifier: Apache-2.0

import { readOrganisation, readProgramme, type Suite } from "#sdk/agency/index.ts";
import {
  type AgreementFacts,
  type Council,
  type CouncilBook,
  type CouncilMember,
  FOUNDING_MEMBER,
  nameOfMember,
  readAgreementFacts,
} from "#sdk/council/index.ts";
import { shorten } from "../../shared/format/index.ts";
import { words } from "./words/index.ts";

/** What organisations and members are called. */
export interface Names {
  readonly organisations: ReadonlyMap<number, string>;
  /** Organisations that are suspended now. */
  readonly suspended: ReadonlySet<number>;
  /** Names of members by their address in small letters, each checked against its fingerprint on the ledger. */
  readonly members: ReadonlyMap<string, string>;
  /** Programmes and agreements by their address in small letters. */
  readonly programmes: ReadonlyMap<string, string>;
  readonly agreements: ReadonlyMap<string, AgreementFacts>;
  /** Every name that is known here, to find out whom a fingerprint means. */
  readonly known: readonly string[];
}

const KEPT = "annona.council.names";
const MOST_KEPT = 200;

/** Read the consortium's names, and find members among them and among the names that this browser knows. */
export async function readNames(suite: Suite, council: Council, book: CouncilBook): Promise<Names> {
  const count = Number(await suite.consortium.organisations());
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  const read = await Promise.all(ids.map((id) => readOrganisation(suite, id)));
  const organisations = new Map(read.map(({ id, name }) => [id, name]));
  const known = [...organisations.values(), FOUNDING_MEMBER, ...keptNames()];
  const members = council.members.flatMap((member) => {
    const name = nameOfMember(member, known);
    return name === undefined ? [] : [[member.account.toLowerCase(), wordFor(name)] as const];
  });
  const suspended = new Set(read.flatMap(({ id, isSuspended }) => (isSuspended ? [id] : [])));
  const [programmes, agreements] = await Promise.all([
    remembered(
      book.programmes,
      programmeNames,
      async (address) => (await readProgramme(suite, address)).name,
    ),
    remembered(book.agreements, agreementFacts, (address) => readAgreementFacts(suite, address)),
  ]);
  return { organisations, suspended, members: new Map(members), programmes, agreements, known };
}

/** These never change, so that each is read once. */
const programmeNames = new Map<string, string>();
const agreementFacts = new Map<string, AgreementFacts>();

async function remembered<Fact>(
  addresses: Iterable<string>,
  memory: Map<string, Fact>,
  read: (address: string) => Promise<Fact>,
): Promise<ReadonlyMap<string, Fact>> {
  const missing = [...addresses].filter((address) => !memory.has(address));
  for (const [address, fact] of await Promise.all(
    missing.map(async (address) => [address, await read(address)] as const),
  )) {
    memory.set(address, fact);
  }
  return memory;
}

function wordFor(name: string): string {
  return name === FOUNDING_MEMBER ? words.members.founding : name;
}

export function organisationName({ organisations }: Names, id: number): string {
  return organisations.get(id) ?? words.organisation(id);
}

/** A programme or an agreement by its name, or by the ends of the address. */
export function contractName({ programmes, agreements }: Names, address: string): string {
  const key = address.toLowerCase();
  return programmes.get(key) ?? agreements.get(key)?.title ?? shorten(address);
}

/** A member by name, or whoever else by the ends of the address. */
export function accountName({ members }: Names, account: string): string {
  return members.get(account.toLowerCase()) ?? shorten(account);
}

/** A member who may have no seat yet: by the fingerprint of the name, or else by the ends of the address. */
export function memberName(names: Names, member: CouncilMember): string {
  const name = nameOfMember(member, names.known);
  return name === undefined ? shorten(member.account) : wordFor(name);
}

/** Names that somebody typed here and that a fingerprint confirmed. Public names of organisations; nothing personal. */
export function keptNames(): string[] {
  const text = localStorage.getItem(KEPT);
  return text === null ? [] : text.split("\n").filter((name) => name !== "");
}

export function keepName(name: string): void {
  const names = [...new Set([name, ...keptNames()])].slice(0, MOST_KEPT);
  localStorage.setItem(KEPT, names.join("\n"));
}
