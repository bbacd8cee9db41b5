// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Demonstration: play as",
  playAs: (player: string) => `Play as ${player}`,
  hint: "These people sign at once, with keys that everybody knows. Nothing here is worth anything.",
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
    arbiter: "Arbiter",
  },
  groups: {
    council: "Council of the consortium",
    independent: "Monitors and arbiter",
    donors: "Donors",
  },
};

export type Words = typeof en;
export default en;
