// SPDX-License-Identifier: Apache-2.0

import { signInAs } from "#scripts/seed/officeSession.ts";
import { databaseValues, logWords, transactionInputs } from "../../support/search.ts";
import { tracesOfDesks } from "./desk.ts";
import type { World } from "./world.ts";

/** Everything that a run left behind, by where it lies; texts, and bytes written in hex. */
export async function tracesOf(world: World): Promise<Record<string, readonly string[]>> {
  const { suite, databases, history, office, people, place } = world;
  const administrator = await signInAs(people.administrator, place);
  const backup = await administrator.readBackup();
  const browsers = await tracesOfDesks();
  return {
    transactions: await transactionInputs(suite),
    events: await logWords(suite),
    "log lines": [...history.said, ...office.said],
    "the history's database": databaseValues(databases.history),
    "the office's database": databaseValues(databases.office).flatMap(asTextToo),
    "the office's backup": asTextToo(`0x${Buffer.from(backup).toString("hex")}`),
    "the browsers": browsers.flatMap(({ texts }) => texts),
    "what the browsers sent": browsers.flatMap(({ sent }) => sent).flatMap(asTextToo),
  };
}

/** Bytes are looked through as bytes and as the text that they may be. */
function asTextToo(value: string): string[] {
  return /^0x([0-9a-f]{2})+$/.test(value)
    ? [value, Buffer.from(value.slice(2), "hex").toString("utf8").replaceAll("\u0000", " ")]
    : [value];
}
