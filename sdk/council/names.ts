// SPDX-License-Identifier: Apache-2.0

/** Names of the council's enumerations, in their order on chain. A test compares them with the interface. */

export const PROPOSAL_STATES = [
  "None",
  "Open",
  "Queued",
  "Ready",
  "Lapsed",
  "Executed",
  "Cancelled",
] as const;
export const PROPOSAL_LEVELS = ["Ordinary", "Configuration", "Upgrade"] as const;

export type ProposalState = Exclude<(typeof PROPOSAL_STATES)[number], "None">;
export type ProposalLevel = (typeof PROPOSAL_LEVELS)[number];

/** What a council is called that was founded by one address, before it has other members. */
export const FOUNDING_MEMBER = "Founding member";
/** keccak256 of {@link FOUNDING_MEMBER}, for pages without the ledger's library. */
export const FOUNDING_HASH = "0xc329570cac728fcb7e0ec7a68539001bce5d5cb3811f39a3d3f0f4b6cdf8feb9";
