// SPDX-License-Identifier: Apache-2.0

import { isAddress } from "ethers";
import {
  IAgreementFactory__factory,
  type IMilestoneAgreement,
  IMilestoneAgreement__factory,
} from "#bindings/index.ts";
import { AgencyError } from "#sdk/agency/AgencyError.ts";
import { ledgerCurrency, type Suite } from "#sdk/agency/suite.ts";
import type { Currency } from "#sdk/money/index.ts";

/** An agreement with what never changes of it. */
export interface AgreementHandle {
  readonly address: string;
  readonly contract: IMilestoneAgreement;
  readonly title: string;
  /** Numbers of the two organisations. */
  readonly agency: number;
  readonly partner: number;
  /** Address of the ERC-20 that it pays in. */
  readonly asset: string;
  readonly currency: Currency;
}

type Ledger = Pick<Suite, "provider" | "deployment">;

/** All agreements in the order of their creation; none where the deployment is from before there were any. */
export async function listAgreements(suite: Ledger): Promise<AgreementHandle[]> {
  if (suite.deployment.contracts.agreementFactory === undefined) return [];
  const addresses = await factoryOf(suite).agreements();
  return await Promise.all(addresses.map((address) => readHandle(suite, address)));
}

/**
 * One agreement.
 * @param address Any case.
 * @throws AgencyError AGENCY-106 when the consortium's factory did not make it.
 */
export async function openAgreement(suite: Ledger, address: string): Promise<AgreementHandle> {
  const isOwn = isAddress(address) && (await factoryOf(suite).isAgreement(address));
  if (!isOwn) throw new AgencyError("noSuchAgreement");
  return await readHandle(suite, address);
}

/** @throws AgencyError AGENCY-107. */
export function agreementFactoryOf({ deployment }: Pick<Suite, "deployment">): string {
  const address = deployment.contracts.agreementFactory;
  if (address === undefined) throw new AgencyError("noAgreements");
  return address;
}

function factoryOf(suite: Ledger) {
  return IAgreementFactory__factory.connect(agreementFactoryOf(suite), suite.provider);
}

async function readHandle(suite: Ledger, address: string): Promise<AgreementHandle> {
  const contract = IMilestoneAgreement__factory.connect(address, suite.provider);
  const settings = await contract.settings();
  return {
    address: await contract.getAddress(),
    contract,
    title: settings.title,
    agency: Number(settings.agency),
    partner: Number(settings.partner),
    asset: settings.asset,
    currency: await ledgerCurrency(suite, settings),
  };
}
