// SPDX-License-Identifier: Apache-2.0

/** Codes of the IATI 2.03 code lists, as far as Annona uses them. */

/** TransactionType. A reader meets others; they are kept as they are. */
export const TRANSACTION = {
  incomingFunds: "1",
  outgoingCommitment: "2",
  disbursement: "3",
  expenditure: "4",
  incomingCommitment: "11",
} as const;

/** OrganisationRole. */
export const ROLE = { funding: "1", accountable: "2", extending: "3", implementing: "4" } as const;

/** OrganisationType. "Other" is the list's own word for what is not known. */
export const ORGANISATION_TYPE = { government: "10", multilateral: "40", other: "90" } as const;

/** ActivityStatus. */
export const STATUS = { pipeline: "1", implementation: "2", finalisation: "3", closed: "4" } as const;

/** ActivityDateType. */
export const DATE = { plannedStart: "1", actualStart: "2", plannedEnd: "3", actualEnd: "4" } as const;

/** AidTypeVocabulary: the donor committee's own, and the one of cash and voucher modalities. */
export const AID_VOCABULARY = { dac: "1", cashAndVoucher: "4" } as const;

/** Of {@link AID_VOCABULARY}.dac: project-type interventions. */
export const PROJECT_TYPE = "C01";

/** CashandVoucherModalities, by the programme's modality on chain. */
export const MODALITY: Readonly<Record<string, string>> = { Cash: "1", Voucher: "2" };

/** SectorVocabulary: five-digit purpose codes of the donor committee. */
export const SECTOR_VOCABULARY = "1";

/** Region of the donor committee's list for "developing countries, unspecified". */
export const UNSPECIFIED_REGION = "998";
