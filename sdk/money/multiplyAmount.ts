// SPDX-License-Identifier: Apache-2.0

import type { Amount } from "./amount.ts";

/**
 * Transfer value times a count, such as the household size. Exact.
 * @param times A whole number, not negative.
 * @throws RangeError when `times` is not a whole number or is negative.
 */
export function multiplyAmount(value: Amount, times: number): Amount {
  if (!Number.isSafeInteger(times) || times < 0) throw new RangeError(`not a count: ${times}`);
  return (value * BigInt(times)) as Amount;
}
