// SPDX-License-Identifier: Apache-2.0

export { fundStepText } from "./fundStepText.ts";
export { useOwnFunds } from "./useOwnFunds.ts";
