// SPDX-License-Identifier: Apache-2.0

import {
  IAgreementFactory__factory,
  IBeneficiaryAccounts__factory,
  ICurrencyUnit__factory,
  IDocumentRegistry__factory,
  IDonorFund__factory,
  IDonorFundFactory__factory,
  IDualControl__factory,
  IMilestoneAgreement__factory,
  IProgramme__factory,
} from "#bindings/index.ts";

/** Interfaces to encode calls with, made once. */
export const PROGRAMME = IProgramme__factory.createInterface();
export const ACCOUNTS = IBeneficiaryAccounts__factory.createInterface();
export const UNIT = ICurrencyUnit__factory.createInterface();
export const DOCUMENTS = IDocumentRegistry__factory.createInterface();
export const DUAL_CONTROL = IDualControl__factory.createInterface();
export const AGREEMENT = IMilestoneAgreement__factory.createInterface();
export const FUND = IDonorFund__factory.createInterface();
export const FUND_FACTORY = IDonorFundFactory__factory.createInterface();
export const AGREEMENT_FACTORY = IAgreementFactory__factory.createInterface();
