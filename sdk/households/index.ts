// SPDX-License-Identifier: Apache-2.0

export { commitWritten } from "./commitIdentifier.ts";
export {
  changePassphrase,
  createEnvelope,
  type Envelope,
  type EnvelopeContent,
  envelopeSchema,
  openEnvelope,
  randomOfficeKey,
} from "./envelope.ts";
export { HOUSEHOLD_ERRORS, HouseholdError, type HouseholdErrorName, householdError } from "./errors.ts";
export {
  decodePage,
  encodePage,
  type Household,
  type HouseholdPage,
  mergePage,
  pageOf,
  pagesOf,
} from "./page.ts";
export { importOfficeKey, type OfficeKey, open, type SealContext, seal } from "./seal.ts";
export { openPage, sealPage } from "./sealedPage.ts";
