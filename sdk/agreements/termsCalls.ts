// SPDX-License-Identifier: Apache-2.0

import { encodeBytes32String, hexlify, toUtf8Bytes, ZeroHash } from "ethers";
import type { Call } from "#sdk/agency/call.ts";
import { AGREEMENT, AGREEMENT_FACTORY } from "#sdk/agency/faces.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import type { Amount } from "#sdk/money/index.ts";
import { agreementFactoryOf } from "./handle.ts";
import { type AgreementTerms, encodeTerms } from "./signedTerms.ts";

/** What is fixed when an agreement is made. */
export interface AgreementSettings {
  readonly agency: number;
  readonly partner: number;
  /** Address of the ERC-20 that it pays in. */
  readonly asset: string;
  /** ISO 4217 code of what the asset stands for. */
  readonly currency: string;
  /** Public. */
  readonly title: string;
}

/** Make an agreement; an Administrator of the agency. The event that {@link Call.expects} names has its address, `agreement`. */
export function createAgreementCall(
  suite: Pick<Suite, "deployment">,
  { agency, partner, currency, ...rest }: AgreementSettings,
): Call {
  const settings = { ...rest, agency, partner, currency: hexlify(toUtf8Bytes(currency)) };
  return {
    to: agreementFactoryOf(suite),
    data: AGREEMENT_FACTORY.encodeFunctionData("createAgreement", [settings]),
    expects: { event: "AgreementCreated", where: { agency, partner } },
  };
}

/** Sign exactly the offered terms; an Administrator of the partner. @param termsHash Of these terms, for the ledger's answer. */
export function acceptTermsCall(agreement: string, terms: AgreementTerms, termsHash: string): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("acceptTerms", [encodeTerms(terms)]),
    expects: { event: "TermsAccepted", where: { version: terms.version, termsHash } },
  };
}

/** Refuse or take back what is offered; an Administrator of the partner, or one officer of the agency. @param reason Up to 31 characters. */
export function dropOfferCall(agreement: string, termsHash: string, reason = ""): Call {
  const word = reason === "" ? ZeroHash : encodeBytes32String(reason);
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("dropOffer", [termsHash, word]),
    expects: { event: "OfferDropped", where: { termsHash } },
  };
}

/** Bring money into escrow; the recorded source itself, which has allowed the agreement to take it. */
export function escrowCall(agreement: string, amount: Amount, source: string): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("fund", [amount, source]),
    expects: { event: "Escrowed", where: { source, amount } },
  };
}

/** Send a source again what it refused before; anyone. */
export function sendReturnCall(agreement: string, source: string): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("sendReturn", [source]),
    expects: { event: "Returned", where: { source } },
  };
}

/** Give notice for the partner; an Administrator. @param reason keccak256 of the letter. */
export function giveNoticeAsPartnerCall(agreement: string, reason: string): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("giveNoticeAsPartner", [reason]),
    expects: { event: "NoticeGiven", where: { reason } },
  };
}

/** Take one's own side's notice back. */
export function withdrawNoticeCall(agreement: string): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("withdrawNotice"),
    expects: { event: "NoticeWithdrawn", where: {} },
  };
}

/** End the agreement when the notice has run out; anyone. */
export function terminateCall(agreement: string): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("terminate"),
    expects: { event: "AgreementTerminated", where: {} },
  };
}

/** End the agreement when nothing is open; one officer of the agency, or an Administrator of the partner. */
export function completeCall(agreement: string): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("complete"),
    expects: { event: "AgreementCompleted", where: {} },
  };
}
