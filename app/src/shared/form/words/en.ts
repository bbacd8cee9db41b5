// SPDX-License-Identifier: Apache-2.0

const en = {
  readAs: (money: string) => `= ${money}`,
  faults: {
    missing: "Write an amount.",
    "not-a-number": "This is not a number.",
    scientific: "Write the number in full, without E.",
    ambiguous: "Could be read in two ways. Leave out the mark between thousands.",
    negative: "Write an amount above zero.",
    "too-many-decimals": "More decimals than the currency has.",
    "too-large": "This is more than an amount can be.",
    zero: "Write an amount above zero.",
  },
};

export default en;
