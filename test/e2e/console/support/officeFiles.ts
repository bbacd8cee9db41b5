// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { signInAs } from "#scripts/seed/officeSession.ts";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { decodeNamelessList, type NamelessEntry } from "#sdk/list/index.ts";
import type { World } from "./world.ts";

/** The list of a cycle as the office keeps it for its officers. */
export async function listOfCycle(
  { people, place }: World,
  { address }: ProgrammeHandle,
  cycle: number,
): Promise<readonly NamelessEntry[]> {
  const client = await signInAs(people.preparer, place);
  const text = await client.readListText(address, cycle);
  await client.signOut();
  assert.ok(text, `the office has no list of cycle ${cycle}`);
  return decodeNamelessList(text);
}
