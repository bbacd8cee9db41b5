// SPDX-License-Identifier: Apache-2.0

export { showBytes } from "./bytes.ts";
export { showCoin } from "./coin.ts";
export { countOf, showCount, showHouseholds } from "./count.ts";
export { inCurrency, showAmount, showMoney } from "./money.ts";
export { shareOf, showShare } from "./share.ts";
export { shorten } from "./shorten.ts";
export { isoMoment, showAgo, showDay, showMoment, showPeriod } from "./time.ts";
