// SPDX-License-Identifier: Apache-2.0

import { type Day, formatDay } from "#sdk/receipts/day.ts";
import { ExportError } from "../ExportError.ts";
import { type AboutProgramme, aboutProgrammeOf, type ExportProfile } from "../exportProfile.ts";
import type { ProgrammeBooks } from "../programmeBooks.ts";
import {
  AID_VOCABULARY,
  DATE,
  MODALITY,
  ORGANISATION_TYPE,
  PROJECT_TYPE,
  ROLE,
  STATUS,
  UNSPECIFIED_REGION,
} from "./codes.ts";
import type { IatiActivity, IatiAidType, IatiDate, IatiOrganisation, IatiParticipant } from "./model.ts";
import { programmeTransactions } from "./programmeTransactions.ts";

const SECONDS_A_DAY = 86_400;
/** Purpose codes on chain are meant to be the donor committee's; "material relief" stands in for another. */
const PURPOSE_CODE = /^\d{5}$/;
const MATERIAL_RELIEF = "72010";
/** Multilateral organisations have five digits from 40000 on in the donor committee's list. */
const MULTILATERAL = /^XM-DAC-4\d{4}$/;
const IDENTIFIER = /^[^/&|?\s]{3,80}$/;
const RUNNING: ReadonlySet<string> = new Set(["Approved", "AwaitingRelease", "Prepared"]);

/**
 * A programme as an IATI activity.
 * @throws ExportError EXPORT-101 when nobody knows the organisation's IATI identifier.
 */
export function programmeActivity(books: ProgrammeBooks, profile: ExportProfile): IatiActivity {
  const { programme } = books;
  const agency = agencyOf(books, profile);
  const about = aboutProgrammeOf(profile, programme.address);
  const identifier = activityIdentifier(agency, books);
  const modality: IatiAidType = {
    vocabulary: AID_VOCABULARY.cashAndVoucher,
    code: MODALITY[programme.modality] ?? "",
  };
  const aidTypes = [
    { vocabulary: AID_VOCABULARY.dac, code: PROJECT_TYPE },
    ...(modality.code === "" ? [] : [modality]),
  ];
  const transactions = programmeTransactions(books, {
    agency,
    identifier,
    aidTypes,
    sources: sourcesOf(profile),
  });
  return {
    identifier,
    reportingOrg: agency,
    title: programme.name,
    description: about.description ?? describe(books, agency),
    participants: [...fundersOf(transactions.incoming), ...implementersOf(agency)],
    status:
      books.cycles.some(({ state }) => RUNNING.has(state)) || books.cycles.length === 0
        ? STATUS.implementation
        : STATUS.finalisation,
    dates: datesOf(books),
    recipient: recipientOf(about),
    sector: about.sector ?? (PURPOSE_CODE.test(programme.purpose) ? programme.purpose : MATERIAL_RELIEF),
    humanitarianScope: about.humanitarianScope,
    aidTypes,
    defaultCurrency: programme.currency,
    isHumanitarian: true,
    language: profile.language,
    transactions: [...transactions.incoming, ...transactions.outgoing],
  };
}

/** The publisher's identifier first, as the standard wants it, then what is unique on all chains. */
function activityIdentifier(agency: IatiOrganisation, { chainId, programme }: ProgrammeBooks): string {
  return `${agency.ref}-ANNONA-${chainId}-${programme.address}`;
}

function agencyOf({ programme, organisations }: ProgrammeBooks, profile: ExportProfile): IatiOrganisation {
  const known = organisations.find(({ id }) => id === programme.organisation);
  const told = profile.organisations[String(programme.organisation)];
  const name = told?.name ?? known?.name ?? "";
  const ref = told?.identifier ?? known?.iatiIdentifier ?? "";
  if (!IDENTIFIER.test(ref)) throw new ExportError("noIdentifier", { organisation: name || "The agency" });
  return { ref, type: told?.type ?? typeOf(ref), name };
}

function typeOf(ref: string): string {
  return MULTILATERAL.test(ref) ? ORGANISATION_TYPE.multilateral : ORGANISATION_TYPE.other;
}

/** Who an address is that money came from. An address that nobody explained is named as what it is. */
function sourcesOf(profile: ExportProfile): (source: string) => IatiOrganisation {
  return (source) => {
    const told = profile.sources[source];
    if (told === undefined) return { name: `Recorded source ${source}` };
    const { identifier, type, name } = told;
    return { ref: identifier, type: type ?? (identifier && typeOf(identifier)), name: name ?? identifier };
  };
}

function describe({ programme, chainId }: ProgrammeBooks, agency: IatiOrganisation): string {
  const kind = programme.modality === "Cash" ? "Cash" : "Voucher";
  return (
    `${kind} assistance of ${agency.name} in ${programme.currency}. Figures come from the public ledger (chain ${chainId}, ` +
    `contract ${programme.address}), where every figure can be recomputed. Outgoing commitments are approved cycles less what ` +
    "came back from them; expenditure is what was paid to shops and cash agents for what households redeemed. Amounts of groups " +
    "of fewer than 10 households are reported together with others, and withheld while there are none."
  );
}

function fundersOf(
  incoming: readonly { readonly provider?: IatiOrganisation | undefined }[],
): IatiParticipant[] {
  const funders = new Map<string, IatiParticipant>();
  for (const { provider } of incoming) {
    if (provider) funders.set(provider.ref ?? provider.name ?? "", { ...provider, role: ROLE.funding });
  }
  return [...funders.values()];
}

function implementersOf(agency: IatiOrganisation): IatiParticipant[] {
  return [ROLE.accountable, ROLE.implementing].map((role) => ({ ...agency, role }));
}

function datesOf({ programme, cycles }: ProgrammeBooks): IatiDate[] {
  const started = Math.floor(programme.createdAt / SECONDS_A_DAY);
  const lastDay = cycles.reduce((last, { periodLastDay }) => Math.max(last, periodLastDay), 0);
  const end = lastDay >= started ? [{ type: DATE.plannedEnd, day: formatDay(lastDay as Day) }] : [];
  return [{ type: DATE.actualStart, day: formatDay(started as Day) }, ...end];
}

function recipientOf({ country }: AboutProgramme): IatiActivity["recipient"] {
  return country === undefined ? { region: UNSPECIFIED_REGION } : { country };
}
