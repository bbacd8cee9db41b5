// SPDX-License-Identifier: Apache-2.0

export { kindOfCycle } from "./kind.ts";
export { CHANGE_REASONS, PAUSE_REASONS, RETURN_REASONS, reasonOptions, reasonText } from "./reasons.ts";
export { useBalances, useBands, useCycleDetail, useCycles, useSources } from "./useCycles.ts";
