// SPDX-License-Identifier: Apache-2.0

const en = {
  ofParent: (kind: string, cycle: number) => `${kind}, to cycle ${cycle}`,
  /** Codes with which cycles are sent back, cancelled, stopped, extended or reduced, and programmes paused. */
  reasons: {
    AMOUNTS: "Amounts are wrong",
    HOUSEHOLDS: "Households are missing or do not belong",
    DUPLICATES: "Possible duplicates",
    DATES: "Dates are wrong",
    BUDGET: "Does not fit the budget",
    DOCUMENTS: "Supporting documents are missing",
    "LIST-DIFFERS": "The list differs from what was prepared",
    SECURITY: "Security or access",
    MARKET: "Market or supply",
    REPLACED: "Replaced by another cycle",
    "LOST-KEYS": "Keys or devices are lost",
    FRAUD: "Suspected fraud",
    ERRORS: "Something counts wrongly",
    OTHER: "Another reason",
  } as Record<string, string>,
  withCode: (label: string, code: string) => `${label} (${code})`,
  choose: "Choose a reason",
};

export default en;
