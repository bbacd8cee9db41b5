// SPDX-License-Identifier: Apache-2.0

import { readFile } from "node:fs/promises";
import { databaseValues, logWords, transactionInputs } from "../../support/search.ts";
import { goTo, signInAs, tracesOfDesks } from "./desk.ts";
import type { World } from "./world.ts";

/** Everything that a run left behind, by where it lies; texts, and bytes written in hex. */
export async function tracesOf(world: World): Promise<Record<string, readonly string[]>> {
  const { suite, databases, history, office } = world;
  const backup = await saveBackup(world);
  const browsers = await tracesOfDesks();
  return {
    transactions: await transactionInputs(suite),
    events: await logWords(suite),
    "log lines": [...history.said, ...office.said],
    "the history's database": databaseValues(databases.history),
    "the office's database": databaseValues(databases.office).flatMap(asTextToo),
    "the office's backup": asTextToo(`0x${backup.toString("hex")}`),
    "the browsers": browsers.flatMap(({ texts }) => texts),
    "what the browsers sent": browsers.flatMap(({ sent }) => sent).flatMap(asTextToo),
  };
}

/** The administrator saves the office's backup. */
async function saveBackup(world: World): Promise<Buffer> {
  const desk = await signInAs(world, "administrator");
  await goTo(desk, "/console/office", "Office");
  const saving = desk.page.waitForEvent("download");
  await desk.page.getByRole("button", { name: "Save a backup" }).click();
  const backup = await readFile(await (await saving).path());
  await desk.leave();
  return backup;
}

/** Bytes are looked through as bytes and as the text that they may be. */
function asTextToo(value: string): string[] {
  return /^0x([0-9a-f]{2})+$/.test(value)
    ? [value, Buffer.from(value.slice(2), "hex").toString("utf8").replaceAll("\u0000", " ")]
    : [value];
}
