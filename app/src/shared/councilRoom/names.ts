// SPDX-License-Identifier: Apache-2.0

import { readOrganisation, readProgramme, type Suite } from "#sdk/agency/index.ts";
import { type AgreementHandle, openAgreement } from "#sdk/agreements/index.ts";
import { type Council, type CouncilBook, FOUNDING_MEMBER, nameHashOf } from "#sdk/council/index.ts";
import { type CouncilNames, councilWords } from "../council/index.ts";

/** What the room knows of whoever is named in a proposal. */
export interface Names extends CouncilNames {
  /** Organisations that are suspended now. */
  readonly suspended: ReadonlySet<number>;
  readonly agreements: ReadonlyMap<string, AgreementHandle>;
}

const KEPT = "annona.council.names";
const MOST_KEPT = 200;

/** Read the consortium's names, and find members among them and among the names that this browser knows. */
export async function readNames(suite: Suite, council: Council, book: CouncilBook): Promise<Names> {
  const count = Number(await suite.consortium.organisations());
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  const read = await Promise.all(ids.map((id) => readOrganisation(suite, id)));
  const organisations = new Map(read.map(({ id, name }) => [id, name]));
  const byHash = new Map(
    [...organisations.values(), FOUNDING_MEMBER, ...keptNames()].map((name) => [
      nameHashOf(name),
      name === FOUNDING_MEMBER ? councilWords.founding : name,
    ]),
  );
  const members = council.members.flatMap(({ account, nameHash }) => {
    const name = byHash.get(nameHash);
    return name === undefined ? [] : [[account.toLowerCase(), name] as const];
  });
  const suspended = new Set(read.flatMap(({ id, isSuspended }) => (isSuspended ? [id] : [])));
  const [programmes, agreements] = await Promise.all([
    remembered(
      book.programmes,
      programmeNames,
      async (address) => (await readProgramme(suite, address)).name,
    ),
    remembered(book.agreements, agreementHandles, (address) => openAgreement(suite, address)),
  ]);
  const named = new Map([[council.address.toLowerCase(), councilWords.itself], ...members]);
  return { organisations, suspended, members: named, byHash, programmes, agreements };
}

/** These never change, so that each is read once. */
const programmeNames = new Map<string, string>();
const agreementHandles = new Map<string, AgreementHandle>();

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

/** Names that somebody typed here and that a fingerprint confirmed. Public names of organisations; nothing personal. */
export function keptNames(): string[] {
  const text = localStorage.getItem(KEPT);
  return text === null ? [] : text.split("\n").filter((name) => name !== "");
}

export function keepName(name: string): void {
  const names = [...new Set([name, ...keptNames()])].slice(0, MOST_KEPT);
  localStorage.setItem(KEPT, names.join("\n"));
}
