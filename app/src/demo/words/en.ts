// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Demonstration: play as",
  playAs: (officer: string) => `Play as ${officer}`,
  hint: "These officers sign at once, with keys that everybody knows. Nothing here is worth anything.",
  people: {
    council: "Council",
    administrator: "Administrator",
    preparer: "Preparer",
    approver: "Approver",
    finance: "Finance",
    custodian: "Custodian",
    guardian: "Guardian",
    monitor: "Monitor",
    donor: "Donor",
  },
};

export type Words = typeof en;
export default en;
