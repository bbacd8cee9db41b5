// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText } from "ethers";
import type { People } from "#scripts/seed/people.ts";
import type { Changed } from "./verdict.ts";

/**
 * What somebody with the history database in hand could change of the council, each part of its answer once: a rule, a member, a vote,
 * where the reasons are, an arbiter.
 * @param proposals One that the second member approved and that was carried out, and one whose reasons are in `minutes.txt`.
 */
export function councilChanges(
  council: string,
  people: People,
  { carriedOut, withMinutes }: { readonly carriedOut: number; readonly withMinutes: number },
): Changed[] {
  const second = people["council-2"].address;
  return [
    {
      table: "councils",
      column: "quorum",
      key: { address: council },
      change: () => 1,
      named: () => ["Approvals for ordinary decisions12", "Approvals needed12"],
    },
    {
      table: "members",
      column: "nameHash",
      key: { council, account: second },
      change: () => keccakOfText("Somebody else"),
      named: () => ["Fingerprint of the name"],
    },
    {
      table: "votes",
      column: "approves",
      key: { council, proposal: carriedOut, member: second },
      change: () => 0,
      named: () => [`All proposals, with their votes, no. ${carriedOut}: Approval`],
    },
    {
      table: "proposals",
      column: "uri",
      key: { council, id: withMinutes },
      change: () => "https://example.org/other.txt",
      named: () => ["https://example.org/minutes.txt"],
    },
    {
      table: "officers",
      column: "until",
      key: { role: "Monitor", officer: people.arbiter.address },
      change: (until) => Number(until) + 86_400,
      named: () => ["Arbiters"],
    },
  ];
}
