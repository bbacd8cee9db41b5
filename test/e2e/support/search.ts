// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { id as keccakOfText, toBeHex } from "ethers";
import type { Suite } from "#sdk/agency/index.ts";
import { normaliseIdentifier } from "#sdk/list/index.ts";

/** Where personal data is looked for. */
export interface Haystack {
  /** Everything that is written in hex, in lower case. */
  readonly hex: string;
  /** Everything that is text, without what is written in hex. */
  readonly text: string;
}

/** Shorter numbers stand everywhere by chance: they are looked for as hashes only. */
const SHORTEST_NUMBER = 6;
const NUMBER = /^[0-9]+$/;
const HEX = /0x[0-9a-fA-F]{8,}/g;

/** A haystack of texts; what they have in hex is searched as bytes. */
export function haystackOf(texts: readonly string[]): Haystack {
  return {
    hex: texts
      .flatMap((text) => text.match(HEX) ?? [])
      .join("|")
      .toLowerCase(),
    text: texts.map((text) => text.replace(HEX, "|")).join("\n"),
  };
}

/** Which personal values stand somewhere: as text, as its bytes, as a number, or as a hash that anyone can compute. */
export function leaksIn({ hex, text }: Haystack, values: Iterable<string>): string[] {
  const numbers = new Set(text.match(/[0-9]+/g));
  const leaks: string[] = [];
  for (const value of new Set(values)) {
    const isNumber = NUMBER.test(value);
    const isShort = isNumber && value.length < SHORTEST_NUMBER;
    if (!isShort && (isNumber ? numbers.has(value) : text.includes(value))) leaks.push(`${value} as text`);
    for (const [form, needle] of formsInHex(value, isShort)) {
      if (hex.includes(needle)) leaks.push(`${value} as ${form}`);
    }
  }
  return leaks;
}

function formsInHex(value: string, isShort: boolean): [form: string, needle: string][] {
  const reading = normaliseIdentifier(value);
  const spellings = new Set([value, "identifier" in reading ? reading.identifier : value]);
  const forms: [string, string][] = [...spellings].flatMap((spelling) => [
    ["SHA-256", createHash("sha256").update(spelling).digest("hex")],
    ["Keccak-256", keccakOfText(spelling).slice(2)],
  ]);
  if (isShort) return forms;
  forms.push(["bytes", Buffer.from(value).toString("hex")]);
  if (NUMBER.test(value)) forms.push(["uint256", toBeHex(BigInt(value), 32).slice(2)]);
  return forms;
}

/** Input of every transaction on the chain. */
export async function transactionInputs({ provider }: Suite): Promise<string[]> {
  const inputs: string[] = [];
  const head = await provider.getBlockNumber();
  for (let number = 0; number <= head; number++) {
    const block = await provider.send("eth_getBlockByNumber", [`0x${number.toString(16)}`, true]);
    for (const { input } of block.transactions as { input: string }[]) inputs.push(input);
  }
  return inputs;
}

/** Topics and data of every log on the chain. */
export async function logWords({ provider }: Suite): Promise<string[]> {
  const logs = await provider.getLogs({ fromBlock: 0, toBlock: "latest" });
  return logs.flatMap(({ topics, data }) => [...topics, data]);
}

/** Every value of every row of every table of a database. */
export function databaseValues(sqliteFile: string): string[] {
  const database = new DatabaseSync(sqliteFile, { readOnly: true });
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
    return tables.flatMap(({ name }) =>
      database
        .prepare(`select * from "${name}"`)
        .all()
        .flatMap((row) => Object.values(row).map(asText)),
    );
  } finally {
    database.close();
  }
}

function asText(value: unknown): string {
  return value instanceof Uint8Array ? `0x${Buffer.from(value).toString("hex")}` : String(value);
}
