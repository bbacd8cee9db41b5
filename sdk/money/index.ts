// SPDX-License-Identifier: Apache-2.0

export { type Amount, amountOf, MAX_ENTITLEMENT, sumAmounts, ZERO } from "./amount.ts";
export { type Currency, currencyCodes, currencyOf } from "./currency.ts";
export { detectDecimalMark } from "./detectDecimalMark.ts";
export { foldDigits } from "./digits.ts";
export { amountAsTyped, formatAmount } from "./formatAmount.ts";
export { multiplyAmount } from "./multiplyAmount.ts";
export { parseAmount } from "./parseAmount.ts";
export { type AmountFault, type AmountReading, readAmount } from "./readAmount.ts";
export {
  type DecimalMark,
  type NumberFault,
  type NumberReading,
  readNumber,
  type WrittenNumber,
} from "./readNumber.ts";
