// SPDX-License-Identifier: Apache-2.0

export { MoneyBar, MoneySwatch } from "./MoneyBar.tsx";
export { type MoneyPart, moneyParts, totalMoney } from "./terms.ts";
