// SPDX-License-Identifier: Apache-2.0

export type { FundAllocation, FundBooks, FundContribution } from "./books.ts";
export { FundTrace, type Journey, type Origin, type Step } from "./FundTrace.ts";
