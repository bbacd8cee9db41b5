// SPDX-License-Identifier: Apache-2.0

import { Wallet } from "ethers";
import { answerOf, finished } from "./database.ts";

/** What a key is for: one programme on one chain. */
export interface KeyPlace {
  readonly chainId: number;
  /** Address of the programme. */
  readonly programme: string;
}

/**
 * A key as it is stored. The key that opens it cannot be taken out of this browser, so a copy of the disk alone, or a script that reads
 * the store, does not have the terminal's key.
 */
interface SealedKey {
  readonly place: string;
  readonly address: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
  readonly sealer: CryptoKey;
}

const placeName = ({ chainId, programme }: KeyPlace): string => `${chainId}:${programme.toLowerCase()}`;

const ALGORITHM = "AES-GCM";
const IV_BYTES = 12;

/** This device's key for a programme; undefined when it has none. @throws DOMException when the browser refuses its store. */
export async function findTerminalKey(database: IDBDatabase, place: KeyPlace): Promise<Wallet | undefined> {
  const keys = database.transaction("keys").objectStore("keys");
  const stored: SealedKey | undefined = await answerOf(keys.get(placeName(place)));
  return stored === undefined ? undefined : await unseal(stored);
}

/** Make and keep a key for a programme. When another tab was faster, its key is the one. @throws DOMException */
export async function makeTerminalKey(database: IDBDatabase, place: KeyPlace): Promise<Wallet> {
  // Sealed before the transaction, which would not wait for it.
  const made = await seal(Wallet.createRandom().privateKey, placeName(place));
  const transaction = database.transaction("keys", "readwrite", { durability: "strict" });
  const keys = transaction.objectStore("keys");
  const known: SealedKey | undefined = await answerOf(keys.get(made.place));
  if (known === undefined) keys.add(made);
  await finished(transaction);
  return await unseal(known ?? made);
}

/** For a key that was revoked. It is gone for good. */
export async function forgetTerminalKey(database: IDBDatabase, place: KeyPlace): Promise<void> {
  const transaction = database.transaction("keys", "readwrite");
  transaction.objectStore("keys").delete(placeName(place));
  await finished(transaction);
}

async function seal(privateKey: string, place: string): Promise<SealedKey> {
  const sealer = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(
    { name: ALGORITHM, iv },
    sealer,
    new TextEncoder().encode(privateKey),
  );
  return { place, address: new Wallet(privateKey).address, iv, sealed, sealer };
}

async function unseal({ iv, sealed, sealer }: SealedKey): Promise<Wallet> {
  const opened = await crypto.subtle.decrypt({ name: ALGORITHM, iv }, sealer, sealed);
  return new Wallet(new TextDecoder().decode(opened));
}
