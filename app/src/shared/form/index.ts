// SPDX-License-Identifier: Apache-2.0

export { level } from "./level.ts";
export { MoneyField } from "./MoneyField.tsx";
export { type MoneyReading, moneyIn, readMoney } from "./readMoney.ts";
