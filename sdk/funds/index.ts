// SPDX-License-Identifier: Apache-2.0

export type { FundAllocation, FundBooks, FundContribution } from "./books.ts";
export { FundTrace, type Journey, type Origin, type Step } from "./FundTrace.ts";
export { type Became, MoneyLine, type Movement, type Use } from "./MoneyLine.ts";
export { larger, type Stretch, smaller } from "./stretches.ts";
