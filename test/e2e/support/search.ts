// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { id as keccakOfText, toBeHex } from "ethers";
import type { Suite } from "#sdk/agency/index.ts";
import { normaliseIdentifier } from "#sdk/list/index.ts";

/** Where personal data is looked for; all in lower case. */
export interface Haystack {
  /** Everything that is written in hex. */
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
    text: texts
      .map((text) => text.replace(HEX, "|"))
      .join("\n")
      .toLowerCase(),
  };
}

/** Which personal values stand somewhere: as text, as its bytes, as a number, or as a hash that anyone can compute. */
export function leaksIn(haystack: Haystack, values: Iterable<string>): string[] {
  return searchFor(values)(haystack);
}

/** A search for personal values that is made once and used on many haystacks. */
export function searchFor(values: Iterable<string>): (haystack: Haystack) => string[] {
  const sought = new Sought();
  for (const value of new Set(values)) {
    sought.addHashes(value);
    // A short number stands everywhere by chance.
    const isShort = NUMBER.test(value) && value.length < SHORTEST_NUMBER;
    if (!isShort) sought.addForms(value);
  }
  return (haystack) => sought.foundIn(haystack);
}

/** Everything that is looked for, with what is said when it is found. */
class Sought {
  readonly #inHex = new Needles();
  readonly #inText = new Needles();
  readonly #numbers = new Map<string, string>();

  addHashes(value: string): void {
    for (const spelling of spellingsOf(value)) {
      for (const [form, hash] of hashesOf(spelling)) {
        this.#inHex.add(hash, `${value} as ${form}`);
        this.#inText.add(hash, `${value} as ${form}`);
      }
    }
  }

  addForms(value: string): void {
    for (const spelling of spellingsOf(value)) {
      if (NUMBER.test(spelling)) this.#numbers.set(spelling, `${value} as text`);
      else this.#inText.add(spelling, `${value} as text`);
      this.#inHex.add(Buffer.from(spelling).toString("hex"), `${value} as bytes`);
    }
    this.#inText.add(Buffer.from(value).toString("base64").replace(/=+$/, ""), `${value} as Base64`);
    if (NUMBER.test(value)) this.#inHex.add(toBeHex(BigInt(value), 32).slice(2), `${value} as uint256`);
  }

  foundIn({ hex, text }: Haystack): string[] {
    const leaks = new Set([...this.#inHex.foundIn(hex), ...this.#inText.foundIn(text)]);
    for (const [number] of text.matchAll(/[0-9]+/g)) {
      const leak = this.#numbers.get(number);
      if (leak !== undefined) leaks.add(leak);
    }
    return [...leaks];
  }
}

/** How a value may have been written before it was hashed or stored. */
function spellingsOf(value: string): ReadonlySet<string> {
  const reading = normaliseIdentifier(value);
  const tidy = value.normalize("NFC").trim().replace(/\s+/g, " ");
  const plain = tidy.normalize("NFKD").replace(/\p{M}/gu, "");
  const spellings = [value, tidy, plain, "identifier" in reading ? reading.identifier : value];
  const international = /^\+?\d{9,15}$/.test(value) ? value.replace("+", "") : undefined;
  if (international !== undefined) {
    spellings.push(international, `+${international}`, `00${international}`, `tel:+${international}`);
  }
  return new Set(spellings.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]));
}

function hashesOf(text: string): [form: string, hash: string][] {
  const digest = (algorithm: string) => createHash(algorithm).update(text).digest("hex");
  return [
    ["SHA-256", digest("sha256")],
    ["SHA-1", digest("sha1")],
    ["MD5", digest("md5")],
    ["Keccak-256", keccakOfText(text).slice(2)],
  ];
}

/** Many texts to be found in one walk through a long one. They are told apart by their ends: numbers in hex all begin with zeros. */
class Needles {
  static readonly #END = 6;
  readonly #byEnd = new Map<string, Map<string, string>>();
  readonly #short = new Map<string, string>();

  /** @param label What is said when it is found. */
  add(needle: string, label: string): void {
    const lower = needle.toLowerCase();
    if (lower.length < Needles.#END) {
      this.#short.set(lower, label);
      return;
    }
    const end = lower.slice(-Needles.#END);
    const known = this.#byEnd.get(end) ?? new Map<string, string>();
    this.#byEnd.set(end, known.set(lower, label));
  }

  foundIn(hay: string): string[] {
    const found = [...this.#short].filter(([needle]) => hay.includes(needle)).map(([, label]) => label);
    for (let end = Needles.#END; end <= hay.length; end++) {
      const candidates = this.#byEnd.get(hay.slice(end - Needles.#END, end));
      if (candidates === undefined) continue;
      for (const [needle, label] of candidates) {
        if (hay.startsWith(needle, end - needle.length)) found.push(label);
      }
    }
    return found;
  }
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
