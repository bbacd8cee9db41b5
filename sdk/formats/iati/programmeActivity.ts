// SPDX-License-Identifier: Apache-2.0

import { type Day, formatDay } from "#sdk/receipts/day.ts";
import { type AboutProgramme, aboutProgrammeOf, type ExportProfile } from "../exportProfile.ts";
import type { ProgrammeBooks } from "../programmeBooks.ts";
import { AID_VOCABULARY, DATE, MODALITY, PROJECT_TYPE, ROLE, STATUS, UNSPECIFIED_REGION } from "./codes.ts";
import type { IatiActivity, IatiAidType, IatiDate, IatiOrganisation, IatiParticipant } from "./model.ts";
import { activityIdentifier, publisherOf, sourcesOf } from "./parties.ts";
import { programmeTransactions } from "./programmeTransactions.ts";

const SECONDS_A_DAY = 86_400;
/** Purpose codes on chain are meant to be the donor committee's; "material relief" stands in for another. */
const PURPOSE_CODE = /^\d{5}$/;
export const MATERIAL_RELIEF = "72010";
const RUNNING: ReadonlySet<string> = new Set(["Approved", "AwaitingRelease", "Prepared"]);

/**
 * A programme as an IATI activity.
 * @throws ExportError EXPORT-101 when nobody knows the organisation's IATI identifier.
 */
export function programmeActivity(books: ProgrammeBooks, profile: ExportProfile): IatiActivity {
  const { programme } = books;
  const agency = publisherOf(programme.organisation, books.organisations, profile);
  const about = aboutProgrammeOf(profile, programme.address);
  const identifier = activityIdentifier(agency, books.chainId, programme.address);
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

function describe({ programme, chainId }: ProgrammeBooks, agency: IatiOrganisation): string {
  const kind = programme.modality === "Cash" ? "Cash" : "Voucher";
  return (
    `${kind} assistance of ${agency.name} in ${programme.currency}. Figures come from the public ledger (chain ${chainId}, ` +
    `contract ${programme.address}), where every figure can be recomputed. Outgoing commitments are approved cycles less what ` +
    "came back from them; expenditure is what was paid to shops and cash agents for what households redeemed. Amounts of groups " +
    "of fewer than 10 households are reported together with others, and withheld while there are none."
  );
}

export function fundersOf(
  incoming: readonly { readonly provider?: IatiOrganisation | undefined }[],
): IatiParticipant[] {
  const funders = new Map<string, IatiParticipant>();
  for (const { provider } of incoming) {
    if (provider) funders.set(provider.ref ?? provider.name ?? "", { ...provider, role: ROLE.funding });
  }
  return [...funders.values()];
}

export function implementersOf(agency: IatiOrganisation): IatiParticipant[] {
  return [ROLE.accountable, ROLE.implementing].map((role) => ({ ...agency, role }));
}

function datesOf({ programme, cycles }: ProgrammeBooks): IatiDate[] {
  const started = Math.floor(programme.createdAt / SECONDS_A_DAY);
  const lastDay = cycles.reduce((last, { periodLastDay }) => Math.max(last, periodLastDay), 0);
  const end = lastDay >= started ? [{ type: DATE.plannedEnd, day: formatDay(lastDay as Day) }] : [];
  return [{ type: DATE.actualStart, day: formatDay(started as Day) }, ...end];
}

export function recipientOf({ country }: AboutProgramme): IatiActivity["recipient"] {
  return country === undefined ? { region: UNSPECIFIED_REGION } : { country };
}
