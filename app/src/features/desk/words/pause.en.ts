// SPDX-License-Identifier: Apache-2.0

/** Words of pausing and lifting. */
const pause = {
  title: "Pause",
  hint: "Two switches. Each can be paused by the guardian and by a member of the council, apart from each other.",
  columns: {
    switch: "What",
    state: "Now",
    guardian: "By the guardian",
    member: "By a member of the council",
  },
  switches: { redemptions: "Redemptions", payouts: "Payouts" },
  meanings: {
    redemptions: "No receipt counts and no cycle is closed. Receipts wait and lose nothing.",
    payouts: "No shop is paid, and nothing is returned to a source.",
  },
  scopes: { redemptions: "Redemptions", payouts: "Payouts", both: "Redemptions and payouts" },
  on: "On",
  paused: "Paused",
  since: (when: string) => `since ${when}`,
  pausedSince: (what: string, when: string) => `${what}, paused since ${when}`,
  lapses: (when: string) => `lapses ${when}`,
  theMember: "the member's address",
  what: "What is paused",
  reason: "Reason",
  goesOn: "What goes on",
  note: {
    both: "Redemptions and payouts are paused.",
    redemptions: "Redemptions are paused: no receipt counts.",
    payouts: "Payouts are paused: no shop is paid.",
    closed: "This programme is closed for good. It can be read, and nothing more.",
    see: "See by whom, and how it goes on",
  },
  guardian: {
    title: "Pause at once, as the guardian",
    hint: "For as long as it takes. It moves no dates; two officers extend cycles if they should.",
    run: "Pause at once",
    done: "Paused. It stays so until somebody lifts it.",
  },
  lift: {
    title: "Lift the guardian's pause",
    hint: "The guardian lifts it at once.",
    run: "Lift the pause",
    done: "Lifted. The programme goes on.",
  },
  propose: {
    title: "Propose to lift the guardian's pause",
    hint: "Where the guardian cannot: Finance proposes, an Approver approves after two days.",
    done: "Proposed. An Approver approves it after two days.",
    isProposed: "This is proposed already and waits for an Approver.",
  },
  member: {
    title: "Pause for seven days, as a member of the council",
    hint: "Once in each epoch of the council. It lapses by itself; open cycles get the time back that it takes.",
    run: "Pause for seven days",
    done: "Paused. It lapses by itself after seven days.",
    lift: "Lift your pause",
    lifted: "Lifted. The programme goes on; cycles keep the time that it took.",
    only: "This is for members of the council. Connect the wallet that holds your organisation's seat.",
    usedUp: "You have paused this programme before; a member can once in each epoch of the council.",
    allPaused: "A member of the council has paused both already.",
  },
  story: {
    title: "What was paused and lifted",
    what: "What",
    when: "When",
    by: "By",
    officers: "two officers",
    theAddress: "the address",
    kinds: {
      guardian: (what: string) => `${what}: paused by the guardian`,
      member: (what: string) => `${what}: paused by a member of the council`,
      guardianLifted: (what: string) => `${what}: guardian's pause lifted`,
      memberLifted: (what: string) => `${what}: member's pause lifted`,
    },
  },
};

export default pause;
