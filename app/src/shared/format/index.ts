// SPDX-License-Identifier: Apache-2.0

export { showBytes } from "./bytes.ts";
export { showCoin } from "./coin.ts";
export { countOf, showCount, showHouseholds } from "./count.ts";
export { showDuration } from "./duration.ts";
export { inCurrency, showAmount, showCompact, showMoney } from "./money.ts";
export { shareOf, showShare } from "./share.ts";
export { shorten } from "./shorten.ts";
export { isoMoment, showAgo, showDay, showMoment, showMonth, showPeriod } from "./time.ts";
