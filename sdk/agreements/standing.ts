// SPDX-License-Identifier: Apache-2.0

import { officerRoles, type Role } from "#sdk/agency/officers.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import type { AgreementHandle } from "./handle.ts";
import type { Actor, Step } from "./nextSteps.ts";
import type { Agreement } from "./readAgreement.ts";

/** What somebody is in one agreement, by the ledger's word. */
export interface Standing {
  readonly address: string;
  /** Roles in the agency, and in the partner's organisation. */
  readonly agency: ReadonlySet<Role>;
  readonly partner: ReadonlySet<Role>;
  /** Versions of the terms that name them. */
  readonly monitorIn: ReadonlySet<number>;
  readonly arbiterIn: ReadonlySet<number>;
  readonly isSource: boolean;
}

/** Who judges under each version of the terms, from 1. */
export interface Judges {
  readonly version: number;
  readonly monitors: readonly string[];
  readonly arbiter: string;
}

/** Monitors and arbiter of every version that was in force. */
export async function readJudges({ contract }: AgreementHandle, version?: number): Promise<Judges[]> {
  const latest = version ?? Number(await contract.version());
  const versions = Array.from({ length: latest }, (_, i) => i + 1);
  return await Promise.all(
    versions.map(async (number) => {
      const [monitors, { arbiter }] = await Promise.all([
        contract.monitorsOf(number),
        contract.conductOf(number),
      ]);
      return { version: number, monitors: [...monitors], arbiter };
    }),
  );
}

/** @param judges As {@link readJudges} found them. */
export async function readStanding(
  suite: Pick<Suite, "consortium">,
  { contract, agency, partner }: AgreementHandle,
  judges: readonly Judges[],
  address: string,
): Promise<Standing> {
  const [agencyRoles, partnerRoles, isSource] = await Promise.all([
    officerRoles(suite, agency, address),
    officerRoles(suite, partner, address),
    contract.isSource(address),
  ]);
  const isThem = (other: string) => other.toLowerCase() === address.toLowerCase();
  const versions = (is: (of: Judges) => boolean) => new Set(judges.filter(is).map(({ version }) => version));
  return {
    address,
    agency: new Set(agencyRoles),
    partner: new Set(partnerRoles),
    monitorIn: versions(({ monitors }) => monitors.some(isThem)),
    arbiterIn: versions(({ arbiter }) => isThem(arbiter)),
    isSource,
  };
}

/** Whether they have anything to do with the agreement. */
export function isParty({ agency, partner, monitorIn, arbiterIn, isSource }: Standing): boolean {
  return isSource || [agency, partner, monitorIn, arbiterIn].some(({ size }) => size > 0);
}

/** Whether they may act as this now. @param termsVersion That judges what it is about; only monitors and arbiter depend on it. */
export function actsAs(standing: Standing, actor: Actor, termsVersion: number): boolean {
  switch (actor) {
    case "Finance":
    case "Approver":
      return standing.agency.has(actor);
    case "Agency":
      return standing.agency.has("Finance") || standing.agency.has("Approver");
    case "PartnerAdministrator":
      return standing.partner.has("Administrator");
    case "PartnerPreparer":
      return standing.partner.has("Preparer");
    case "Monitor":
      return standing.monitorIn.has(termsVersion);
    case "Arbiter":
      return standing.arbiterIn.has(termsVersion);
    case "Source":
      return standing.isSource;
    case "Anyone":
      return true;
  }
}

/** Whether somebody may take a step. Who proposed an authorisation, or verified already, is not asked again. */
export function mayTake(
  standing: Standing,
  agreement: Agreement,
  { step, by, milestone }: Step,
  verified: ReadonlySet<number>,
): boolean {
  const about = agreement.milestones.find((one) => one.milestone === milestone);
  const version = about?.termsVersion ?? agreement.version;
  if (!by.some((actor) => actsAs(standing, actor, version))) return false;
  const isOwnProposal = about?.proposed?.by.toLowerCase() === standing.address.toLowerCase();
  if (step === "authorise") return !isOwnProposal;
  return step !== "verify" || !verified.has(milestone ?? 0);
}

/** Numbers of the submitted milestones whose latest evidence this monitor has verified. */
export async function readVerified(
  { contract }: AgreementHandle,
  agreement: Agreement,
  address: string,
): Promise<ReadonlySet<number>> {
  const submitted = agreement.milestones.filter(({ state }) => state === "Submitted");
  const found = await Promise.all(
    submitted.map(async ({ milestone }) =>
      (await contract.hasVerified(milestone, address)) ? [milestone] : [],
    ),
  );
  return new Set(found.flat());
}
