// SPDX-License-Identifier: Apache-2.0

export { AGREEMENT_TONES, MILESTONE_TONES } from "./stateTones.ts";
export { actorsText, stepText } from "./stepText.ts";
export { useOwnAgreements } from "./useOwnAgreements.ts";
export { words as agreementWords } from "./words/index.ts";
