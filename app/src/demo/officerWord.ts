// SPDX-License-Identifier: Apache-2.0

import { words } from "./words/index.ts";

/** "approver-2" as the reader calls that officer: "Approver 2". */
export function officerWord(name: string): string {
  const [role = name, number] = name.split("-");
  const word = words.people[role as keyof typeof words.people] ?? role;
  return number === undefined ? word : `${word} ${number}`;
}
