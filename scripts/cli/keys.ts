// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { computeAddress, getAddress, Wallet } from "ethers";
import { z } from "zod";
import { parseJson } from "#sdk/formats/parseJson.ts";
import { CliError } from "./CliError.ts";

const keyFileSchema = z.object({
  keys: z.array(
    z.object({
      /** How the command line calls it: a role such as "preparer", or a name such as "terminal-1". */
      name: z.string().min(1),
      privateKey: z.string().regex(/^0x[0-9a-fA-F]{64}$/),
    }),
  ),
});

/** A key of this machine. The file with them is for demonstrations and tests; officers sign with their own wallets. */
export interface NamedKey {
  readonly name: string;
  readonly privateKey: string;
}

/**
 * Keys of a key file; none when there is no file.
 * @throws CliError CLI-202 when the file is something else.
 */
export async function readKeys(file: string): Promise<NamedKey[]> {
  if (!existsSync(file)) return [];
  const parsed = keyFileSchema.safeParse(parseJson(await readFile(file, "utf8")));
  if (!parsed.success) throw new CliError("badKeyFile", { file });
  return parsed.data.keys;
}

/** Write a key file that only its owner can read. */
export async function writeKeys(file: string, keys: readonly NamedKey[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const listed = keys.map(({ name, privateKey }) => ({
    name,
    address: computeAddress(privateKey),
    privateKey,
  }));
  await writeFile(`${file}.new`, `${JSON.stringify({ keys: listed }, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Make a new key under a name. @throws CliError CLI-203 when the name is taken. */
export async function addKey(file: string, name: string): Promise<string> {
  const keys = await readKeys(file);
  if (keys.some((key) => key.name === name)) throw new CliError("keyTaken", { name });
  const { address, privateKey } = Wallet.createRandom();
  await writeKeys(file, [...keys, { name, privateKey }]);
  return address;
}

/**
 * The key that signs: by name or address from the key file, otherwise the one in the environment.
 * @throws CliError CLI-201 when there is none.
 */
export async function findKey(file: string, name: string | undefined, fallbackName: string): Promise<string> {
  const fromEnvironment = process.env.ANNONA_PRIVATE_KEY;
  if (name === undefined && fromEnvironment) return fromEnvironment;
  const wanted = name ?? fallbackName;
  const key = (await readKeys(file)).find((candidate) => isCalled(candidate, wanted));
  if (key === undefined) throw new CliError("noKeys", { name: wanted });
  return key.privateKey;
}

function isCalled({ name, privateKey }: NamedKey, wanted: string): boolean {
  return (
    name === wanted ||
    (/^0x[0-9a-fA-F]{40}$/.test(wanted) && computeAddress(privateKey) === getAddress(wanted))
  );
}
