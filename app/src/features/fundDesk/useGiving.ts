// SPDX-License-Identifier: Apache-2.0

import { approveTokensCall, type Call } from "#sdk/agency/index.ts";
import { timeNow } from "#sdk/agreements/index.ts";
import {
  contributeCall,
  contributeEtherCall,
  contributeWithPermitCall,
  type Giving,
  permitData,
  readHoldings,
  signedPermit,
} from "#sdk/funds/desk/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { useTypedSignature, useWallet } from "../../shared/wallet/index.ts";
import type { Way } from "./giving.ts";
import { type FundView, usePermitDomain } from "./useFund.ts";

/** A permit that nobody used is void after this; long enough for whoever reads before they sign. */
const PERMIT_SECONDS = 3_600;

/** Makes the calls by which whoever is connected gives. A permit is signed at once, before there is anything to send. */
export function useGiving({ handle }: FundView, way: Way) {
  const suite = useSuite();
  const { address = "" } = useWallet();
  const sign = useTypedSignature(address);
  const { data: domain } = usePermitDomain(handle);

  async function withPermit(giving: Giving): Promise<Call> {
    const deadline = (await timeNow(suite)) + PERMIT_SECONDS;
    const tokens = giving.amount * handle.assetScale;
    const data = await permitData(suite, handle, domain ?? {}, { owner: giving.donor, tokens, deadline });
    return contributeWithPermitCall(handle, giving, signedPermit(await sign(data), deadline));
  }

  /** What the fund may take already is not asked for again. */
  async function withApproval(giving: Giving): Promise<readonly Call[]> {
    const tokens = giving.amount * handle.assetScale;
    const { allowed } = await readHoldings(suite, handle, giving.donor);
    const approval = allowed >= tokens ? [] : [approveTokensCall(handle, tokens, giving.donor)];
    return [...approval, contributeCall(handle, giving)];
  }

  return (giving: Giving): Promise<Call | readonly Call[]> => {
    if (way === "ether") return Promise.resolve(contributeEtherCall(handle, giving));
    return way === "permit" ? withPermit(giving) : withApproval(giving);
  };
}
