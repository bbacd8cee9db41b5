// SPDX-License-Identifier: Apache-2.0

export { agreementActivity } from "./agreementActivity.ts";
export { fundActivity } from "./fundActivity.ts";
export { inPublishedCurrency } from "./inPublishedCurrency.ts";
export type {
  IatiActivity,
  IatiAidType,
  IatiDate,
  IatiHumanitarianScope,
  IatiOrganisation,
  IatiParticipant,
  IatiTransaction,
} from "./model.ts";
export {
  INCOMING,
  type Incoming,
  type LeftOut,
  type LeftOutReason,
  planReplay,
  type ReplayedContribution,
  type ReplayMoney,
  type ReplayPlan,
} from "./planReplay.ts";
export { programmeActivity } from "./programmeActivity.ts";
export {
  type ReadActivity,
  type ReadTransaction,
  readActivities,
  totalIn,
  totalsByCurrency,
} from "./readActivities.ts";
export { writeActivities } from "./writeActivities.ts";
