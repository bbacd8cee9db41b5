// SPDX-License-Identifier: Apache-2.0

import type { DemoPlayer } from "./readPlayers.ts";
import { words } from "./words/index.ts";

/** The second approver as the reader calls them: "Approver 2". */
export function roleOf({ role, number }: Pick<DemoPlayer, "role" | "number">): string {
  const word = words.people[role as keyof typeof words.people] ?? role;
  return number === undefined ? word : `${word} ${number}`;
}

/** Where somebody belongs, as the reader calls it: an organisation by its name, the others by a word. */
export function groupOf({ group }: Pick<DemoPlayer, "group">): string {
  return words.groups[group as keyof typeof words.groups] ?? group;
}
