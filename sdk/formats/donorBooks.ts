// SPDX-License-Identifier: Apache-2.0

import {
  type AgreementDetail,
  type AllocationView,
  agreementOf,
  allocationView,
  type ContributionView,
  contributionView,
  Directory,
  type FundDetail,
  fundOf,
  type ReadRows,
  type Row,
} from "#sdk/history/index.ts";
import type { ProgrammeBooks } from "./programmeBooks.ts";

/** Where books come from, and up to when they are complete. */
type Origin = Pick<ProgrammeBooks, "chainId" | "upTo">;

interface DonorBooks extends Origin {
  /** All organisations of the consortium. */
  readonly organisations: readonly Row<"organisations">[];
  /** Whose a programme or agreement is, by its address. */
  readonly owners: ReadonlyMap<string, number>;
}

/** What the exports of a donor fund are made of. */
export interface DonorFundBooks extends DonorBooks {
  readonly fund: FundDetail;
  /** In the order of their numbers. */
  readonly contributions: readonly ContributionView[];
  readonly allocations: readonly AllocationView[];
}

/** What the exports of an agreement with a partner are made of. */
export interface AgreementBooks extends DonorBooks {
  readonly agreement: AgreementDetail;
  /** What sources brought, and (below zero) what went back; in the order of the chain. */
  readonly escrowings: readonly Row<"escrowings">[];
  /** What both sides agreed on, each time, with what it could still cost then. */
  readonly accepted: readonly Row<"entries">[];
  readonly payments: readonly Row<"payments">[];
}

/** @param address Checksummed. @returns undefined where there is no such fund. */
export async function readFundBooks(
  read: ReadRows,
  origin: Origin,
  address: string,
): Promise<DonorFundBooks | undefined> {
  const fund = await fundOf(read, address);
  if (fund === undefined) return undefined;
  const directory = await Directory.read(read);
  const contributions = (await read("contributions", { fund: address })).toSorted((a, b) => a.id - b.id);
  const allocations = (await read("allocations", { fund: address })).toSorted((a, b) => a.id - b.id);
  return {
    ...origin,
    ...(await surroundings(read, directory)),
    fund,
    contributions: contributions.map((row) => contributionView(row, directory)),
    allocations: allocations.map((row) => allocationView(row, directory)),
  };
}

/** @param address Checksummed. @returns undefined where there is no such agreement. */
export async function readAgreementBooks(
  read: ReadRows,
  origin: Origin,
  address: string,
): Promise<AgreementBooks | undefined> {
  const agreement = await agreementOf(read, address);
  if (agreement === undefined) return undefined;
  const where = { agreement: address };
  const accepted = await read("entries", { ...where, kind: "termsAccepted" });
  return {
    ...origin,
    ...(await surroundings(read, await Directory.read(read))),
    agreement,
    escrowings: (await read("escrowings", where)).toSorted(byPlace),
    accepted: accepted.toSorted((a, b) => a.id - b.id),
    payments: (await read("payments", where)).toSorted(byPlace),
  };
}

async function surroundings(
  read: ReadRows,
  { funds, programmes, agreements }: Directory,
): Promise<Pick<DonorBooks, "organisations" | "owners">> {
  const owners = new Map<string, number>();
  for (const { address, organisation } of [...funds, ...programmes]) owners.set(address, organisation);
  for (const { address, agency } of agreements) owners.set(address, agency);
  return { organisations: await read("organisations"), owners };
}

function byPlace(
  a: { readonly block: number; readonly logIndex: number },
  b: { readonly block: number; readonly logIndex: number },
): number {
  return a.block - b.block || a.logIndex - b.logIndex;
}
