// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Take the figures with you",
  hint: "The same facts as on this page, for a spreadsheet or another system.",
  iati: "IATI 2.03 (XML)",
  none: "Some of these need facts that only the organisation can add; they are missing until it has.",
};

export type Words = typeof en;
export default en;
