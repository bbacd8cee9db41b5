// SPDX-License-Identifier: Apache-2.0

import { ZeroAddress, ZeroHash } from "ethers";
import type { Call } from "#sdk/agency/call.ts";
import { codeBytes } from "#sdk/agency/code.ts";
import { FUND, FUND_FACTORY } from "#sdk/agency/faces.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { type FundHandle, fundFactoryOf } from "./handle.ts";
import type { SignedPermit } from "./permit.ts";

export { FUND };

/** A reference that was not given. */
export const NO_REFERENCE = ZeroHash;

type Place = Pick<FundHandle, "address">;

/** What somebody gives. */
export interface Giving {
  readonly donor: string;
  /** Ledger units. */
  readonly amount: bigint;
  /** Address of the only recipient that it may go to; absent for any. */
  readonly earmark?: string | undefined;
  /** The donor's own reference, public for ever: up to 31 plain characters, or nothing. */
  readonly reference: string;
}

/** Give tokens that the fund has been allowed to take. @throws AgencyError AGENCY-301 for the reference. */
export function contributeCall({ address }: Place, giving: Giving): Call {
  const { amount } = giving;
  const data = FUND.encodeFunctionData("contribute", [amount, earmarkOf(giving), referenceOf(giving)]);
  return { to: address, data, expects: contributed(giving) };
}

/** Give with a signed approval of the tokens, in one transaction. @throws AgencyError AGENCY-301 for the reference. */
export function contributeWithPermitCall({ address }: Place, giving: Giving, permit: SignedPermit): Call {
  const { deadline, v, r, s } = permit;
  const given = [giving.amount, earmarkOf(giving), referenceOf(giving)] as const;
  const data = FUND.encodeFunctionData("contributeWithPermit", [...given, deadline, v, r, s]);
  return { to: address, data, expects: contributed(giving) };
}

/** Give ether, which the fund wraps. @throws AgencyError AGENCY-301 for the reference. */
export function contributeEtherCall(
  { address, assetScale }: Pick<FundHandle, "address" | "assetScale">,
  giving: Giving,
): Call {
  return {
    to: address,
    data: FUND.encodeFunctionData("contributeEther", [earmarkOf(giving), referenceOf(giving)]),
    value: giving.amount * assetScale,
    expects: contributed(giving),
  };
}

/** Book what is left of a recipient's returns; anyone. */
export function bookReturnsCall({ address }: Place, recipient: string): Call {
  return {
    to: address,
    data: FUND.encodeFunctionData("bookReturns", [recipient]),
    expects: { event: "AllocationReturned", where: { recipient } },
  };
}

/** Make a fund; an Administrator of the organisation. The event that {@link Call.expects} names has its address, `fund`. */
export function createFundCall(
  suite: Pick<Suite, "deployment">,
  { organisation, asset, name }: Pick<FundHandle, "organisation" | "asset" | "name">,
): Call {
  return {
    to: fundFactoryOf(suite),
    data: FUND_FACTORY.encodeFunctionData("createFund", [organisation, asset, name]),
    expects: { event: "FundCreated", where: { organisation, asset } },
  };
}

/** What two officers pay a recipient. */
export interface Allocating {
  /** The number that it will get, so that one proposal pays once. */
  readonly expectedId: number;
  readonly recipient: string;
  /** Ledger units. */
  readonly amount: bigint;
  /** The organisation's own reference of the decision, public: up to 31 plain characters, or nothing. */
  readonly reference: string;
}

/** Act: pay a programme or an agreement. @throws AgencyError AGENCY-301 for the reference. */
export function allocate({ expectedId, recipient, amount, reference }: Allocating): string {
  return FUND.encodeFunctionData("allocate", [expectedId, recipient, amount, referenceOf({ reference })]);
}

/** Act: count tokens that came unasked as a contribution. @throws AgencyError AGENCY-301 for the reference. */
export function acceptUnattributed(accepted: Omit<Giving, "donor">): string {
  const { amount } = accepted;
  return FUND.encodeFunctionData("acceptUnattributed", [amount, earmarkOf(accepted), referenceOf(accepted)]);
}

/** Act: free what is earmarked for a closed recipient; waits 14 days. @param document keccak256 of what it was decided by. */
export function releaseEarmark(recipient: string, document: string): string {
  return FUND.encodeFunctionData("releaseEarmark", [recipient, document]);
}

function contributed(giving: Giving): Call["expects"] {
  const { donor, amount } = giving;
  return {
    event: "Contributed",
    where: { donor, amount, earmark: earmarkOf(giving), donorReference: referenceOf(giving) },
  };
}

function earmarkOf({ earmark }: Pick<Giving, "earmark">): string {
  return earmark ?? ZeroAddress;
}

function referenceOf({ reference }: Pick<Giving, "reference">): string {
  return reference === "" ? NO_REFERENCE : codeBytes(reference);
}
