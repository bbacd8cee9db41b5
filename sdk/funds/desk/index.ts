// SPDX-License-Identifier: Apache-2.0

// Donor funds as donors and officers work with them. Apart from what the public pages read, since it brings the contracts with it. Nothing
// here signs or sends.
export {
  type Allocating,
  acceptUnattributed,
  allocate,
  bookReturnsCall,
  contributeCall,
  contributeEtherCall,
  contributeWithPermitCall,
  createFundCall,
  FUND,
  type Giving,
  releaseEarmark,
} from "./calls.ts";
export { type FundHandle, fundFactoryOf, listFunds, openFund } from "./handle.ts";
export { type Holdings, readHoldings } from "./holdings.ts";
export { permitData, permitDomain, type SignedPermit, signedPermit } from "./permit.ts";
export { type Fund, type FundMoney, type FundPot, type Gift, readFund, readGifts } from "./readFund.ts";
export { type FundRecipient, readRecipients } from "./recipients.ts";
export { type FundStep, fundSteps, type OwnFund, readOwnFund, readOwnFunds } from "./tasks.ts";
