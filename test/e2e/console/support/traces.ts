// SPDX-License-Identifier: Apache-2.0

import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { databaseValues, logWords, transactionInputs } from "../../support/search.ts";
import { goTo, signInAs, tracesOfDesks } from "./desk.ts";
import type { World } from "./world.ts";

/** Everything that a run left behind, by where it lies; texts, and bytes written in hex. */
export type Traces = Readonly<Record<string, readonly string[]>>;

/** Collect what a run left behind. The administrator saves a backup for it. */
export async function tracesOf(world: World): Promise<Traces> {
  const { suite, chain, databases, history, office } = world;
  const backup = await saveBackup(world);
  const browsers = await tracesOfDesks();
  return {
    transactions: await transactionInputs(suite),
    events: await logWords(suite),
    "the chain's state": textsOfState((await chain.rpc("anvil_dumpState")) as string),
    "log lines": [...history.said, ...office.said],
    "the history's database": databaseValues(databases.history).flatMap(asTextToo),
    "the office's database": databaseValues(databases.office).flatMap(asTextToo),
    "the office's backup": textsOfBackup(backup),
    "the history's answers": await historyAnswers(world),
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

/** What is in a backup: compressed lines of JSON, bytes in Base64. */
export function textsOfBackup(backup: Buffer): string[] {
  const lines = gunzipSync(backup).toString("utf8").trim().split("\n");
  return lines.flatMap((line) => {
    const values: unknown = JSON.parse(line);
    return Array.isArray(values)
      ? values.map(String).flatMap((value) => [value, ...asBase64Too(value)])
      : [line];
  });
}

/** A dump of the chain's state: hex of a compressed file. */
function textsOfState(dump: string): string[] {
  return asTextToo(`0x${gunzipSync(Buffer.from(dump.slice(2), "hex")).toString("hex")}`).slice(1);
}

/** Everything that the history server hands out, which anybody may keep. */
async function historyAnswers({ history, suite }: World): Promise<string[]> {
  const parts = ["", "/check", "/cycles", "/shops", "/settlements", "/receipts"];
  const programmes = await suite.factory.programmes();
  const paths = programmes.flatMap((address) => parts.map((part) => `programmes/${address}${part}`));
  const answers = ["status", "programmes", ...paths].map(async (path) => {
    const answer = await fetch(`${history.url}/api/${path}`);
    if (!answer.ok) throw new Error(`the history server answers ${answer.status} to ${path}`);
    return await answer.text();
  });
  return await Promise.all(answers);
}

/** Bytes are looked through as bytes and as the text that they may be. */
export function asTextToo(value: string): string[] {
  return /^0x([0-9a-f]{2})+$/.test(value)
    ? [value, Buffer.from(value.slice(2), "hex").toString("utf8").replaceAll("\u0000", " ")]
    : [value];
}

function asBase64Too(value: string): string[] {
  if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(value)) return [];
  return asTextToo(`0x${Buffer.from(value, "base64").toString("hex")}`);
}
