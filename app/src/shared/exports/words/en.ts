// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Take the figures with you",
  hint: "The same facts as on this page, for a spreadsheet or another system.",
  iati: "IATI 2.03 (XML)",
  none: "Some of these need facts that only the organisation can add; they are missing until it has.",
  noCode: (currency: string) =>
    `IATI has no code for ${currency}: its file is there once the organisation has said in which currency and at which rates it reports ${currency}. The others state it as it is.`,
};

export type Words = typeof en;
export default en;
