// SPDX-License-Identifier: Apache-2.0

// What donors, partners and the council see, made from rows: the same from a server's SQL and from what a browser read of the chain by itself.
export { agreementOf, agreementsOf } from "./agreements.ts";
export { breakdownOf } from "./breakdown.ts";
export { councilOf, proposalViews } from "./council.ts";
export { Directory } from "./directory.ts";
export { followOf } from "./follow.ts";
export { allocationView, contributionView, fundOf, fundsOf } from "./funds.ts";
export { overviewOf } from "./overview.ts";
export { entryView } from "./timeline.ts";
