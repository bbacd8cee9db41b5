// SPDX-License-Identifier: Apache-2.0

import type { Decimal } from "../decimal.ts";

/**
 * An IATI 2.03 activity, as far as Annona writes and reads it. Programmes, funds and agreements are each turned into this one shape;
 * the writer knows nothing of them. Days are YYYY-MM-DD, codes are those of the IATI code lists.
 */
export interface IatiActivity {
  /** The publisher's identifier, a hyphen, and what the publisher calls the activity. */
  readonly identifier: string;
  readonly reportingOrg: IatiOrganisation;
  readonly title: string;
  readonly description: string;
  readonly participants: readonly IatiParticipant[];
  /** ActivityStatus. */
  readonly status: string;
  readonly dates: readonly IatiDate[];
  /** ISO 3166-1 alpha-2. A region, of the donor committee's list, stands in where no country is known. */
  readonly recipient: { readonly country: string } | { readonly region: string };
  /** Five-digit purpose code. */
  readonly sector: string;
  readonly humanitarianScope?: IatiHumanitarianScope | undefined;
  readonly aidTypes: readonly IatiAidType[];
  readonly defaultCurrency: string;
  readonly isHumanitarian: boolean;
  /** ISO 639-1. */
  readonly language: string;
  readonly transactions: readonly IatiTransaction[];
}

export interface IatiOrganisation {
  /** Organisation identifier; not every organisation has one. */
  readonly ref?: string | undefined;
  /** OrganisationType. */
  readonly type?: string | undefined;
  readonly name?: string | undefined;
  /** Of a provider or receiver: the identifier of the activity that the money came from or goes to. */
  readonly activity?: string | undefined;
}

export interface IatiParticipant extends IatiOrganisation {
  /** OrganisationRole. */
  readonly role: string;
}

export interface IatiDate {
  /** ActivityDateType. */
  readonly type: string;
  readonly day: string;
}

export interface IatiHumanitarianScope {
  readonly type: string;
  readonly vocabulary: string;
  readonly code: string;
}

export interface IatiAidType {
  /** AidTypeVocabulary. */
  readonly vocabulary: string;
  readonly code: string;
}

export interface IatiTransaction {
  readonly ref?: string | undefined;
  /** TransactionType. */
  readonly type: string;
  readonly day: string;
  readonly value: Decimal;
  readonly currency: string;
  readonly description?: string | undefined;
  readonly provider?: IatiOrganisation | undefined;
  readonly receiver?: IatiOrganisation | undefined;
  /** Those of the activity, unless given. */
  readonly aidTypes?: readonly IatiAidType[] | undefined;
}
