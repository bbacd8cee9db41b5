// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "How it is governed",
  intro:
    "The member organisations decide together who belongs to the consortium, who guards it and which code runs. One organisation, one voice; nobody decides alone. Everything they propose and decide stands on the ledger.",
  none: "No council",
  noneHint: "This consortium is governed by a single address.",
  open: {
    title: "To be decided",
    hint: "Newest first. What has enough approvals waits out its delay, in which members can still stop it.",
    none: "Nothing waits for a decision",
    noneHint: "A proposal appears here as soon as a member makes it.",
  },
  over: {
    title: "What was decided",
    hint: "Carried out, stopped, or not carried out in time; newest first. Open one to see the calls, the votes and the reasons.",
    none: "Nothing decided yet",
    noneHint: "Proposals move here when they are over.",
  },
  proposal: {
    title: (id: string) => `Proposal ${id}`,
    level: "Kind",
    proposed: "Proposed",
    by: "Proposed by",
    approvals: (given: string, needed: string) => `${given} of ${needed} approvals`,
    approvedBy: "Approved by",
    objections: "Objections",
    nobody: "nobody yet",
    from: "Can be carried out from",
    until: "Until",
    executed: "Carried out",
  },
  reasons: {
    title: "Why",
    hash: "Fingerprint of the reasons:",
    theHash: "the fingerprint of the reasons",
    nowhere: "The reasons are in a document that the members have; it has this fingerprint.",
    agrees: "This browser compared the text with its fingerprint: they agree.",
    differs: "This text is not the one whose fingerprint was proposed. Do not rely on it.",
  },
  members: {
    title: "Members",
    hint: "One organisation, one address, one voice. The ledger keeps a fingerprint of each name.",
    columns: { member: "Member", account: "Address", nameHash: "Fingerprint of the name" },
    unnamed: "Name not on the ledger",
    theAddress: (name: string) => `the address of ${name}`,
    theNameHash: (name: string) => `the fingerprint of the name of ${name}`,
  },
  rules: {
    title: "How it decides",
    hint: "By the contract itself. Nobody can shorten a delay, or decide with fewer voices.",
    of: (needed: string, all: string) => `${needed} of ${all} members`,
    quorum: "Ordinary decisions",
    upgradeQuorum: "Members, rules and code",
    delay: "Waits before it can be done",
    upgradeDelay: "Changes of code wait",
    gracePeriod: "Then it has to be done within",
    atOnce: "nothing: at once",
    epoch: "Epoch",
    address: "Contract",
    theAddress: "the address of the council",
  },
  arbiters: {
    title: "Arbiters",
    hint: "Whom the council recommends to decide disputes. Both sides of an agreement choose theirs in its terms.",
    theAddress: (name: string) => `the address of the arbiter ${name}`,
  },
};

export type Words = typeof en;
export default en;
