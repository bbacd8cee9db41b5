// SPDX-License-Identifier: Apache-2.0

export { type BarRow, BarTable } from "./BarTable.tsx";
export { RefLink } from "./RefLink.tsx";
export { shownCurrency } from "./shownCurrency.ts";
export { TransactionLink } from "./TransactionLink.tsx";
export { STAGE_TONES, STATE_TONES, WHEREABOUTS_TONES } from "./tones.ts";
export { donorWords } from "./words/index.ts";
