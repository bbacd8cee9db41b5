// SPDX-License-Identifier: Apache-2.0

export { AgreementPage } from "./AgreementPage.tsx";
export { AgreementsPage } from "./AgreementsPage.tsx";
export { NewAgreementPage } from "./drafts/NewAgreementPage.tsx";
