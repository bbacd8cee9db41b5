// SPDX-License-Identifier: Apache-2.0

import { createHMAC, createSHA256 } from "hash-wasm";
import type { Hex } from "../merkle/index.ts";
import { listError } from "./errors.ts";
import { IDENTIFIER_PROFILE, type Identifier } from "./identifier.ts";

declare const commitmentBrand: unique symbol;

/**
 * 32 bytes that stand for a household on chain. Without the consortium's key nobody can find out for whom.
 */
export type Commitment = Hex & { readonly [commitmentBrand]: "Commitment" };

/** Commitment of a normalised identifier, under one key and namespace. */
export type Committer = (identifier: Identifier) => Commitment;

export interface CommitterOptions {
  /** The consortium's secret, 32 bytes. */
  readonly key: Uint8Array;
  /** Kind of identifier, agreed in the consortium: the same digits in two registers are two households. */
  readonly namespace: string;
}

const NAMESPACE = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const KEY_CHECK_TEXT = "annona key check 1";

/**
 * Prepare to commit identifiers:
 * `HMAC-SHA-256(key, UTF-8("annona-id-1") || 0x00 || UTF-8(namespace) || 0x00 || UTF-8(identifier))`.
 * The hasher is made once, so that a list of 100,000 takes a fraction of a second.
 * @throws ListError LIST-506 for a key of another length, LIST-508 for a namespace that is not lower-case
 * letters, digits, dashes.
 */
export async function createCommitter({ key, namespace }: CommitterOptions): Promise<Committer> {
  if (!NAMESPACE.test(namespace)) throw listError("badNamespace");
  const hmac = await createHmac(key);
  const encoder = new TextEncoder();
  const prefix = `${IDENTIFIER_PROFILE}\0${namespace}\0`;
  return (identifier) =>
    `0x${hmac
      .init()
      .update(encoder.encode(prefix + identifier))
      .digest("hex")}` as Commitment;
}

/**
 * Check value of a key, which the consortium publishes on chain for each key version.
 * @throws ListError LIST-506 for a key that does not have 32 bytes.
 */
export async function keyCheckOf(key: Uint8Array): Promise<Hex> {
  const hmac = await createHmac(key);
  return `0x${hmac.init().update(new TextEncoder().encode(KEY_CHECK_TEXT)).digest("hex")}`;
}

/**
 * Refuse a key other than the published one, before it opens accounts that nobody can find again.
 * @throws ListError LIST-507 when the check values differ, LIST-506 for a key that does not have 32 bytes.
 */
export async function requireKey(key: Uint8Array, published: string): Promise<void> {
  if ((await keyCheckOf(key)) !== published.toLowerCase()) throw listError("wrongKey");
}

function createHmac(key: Uint8Array) {
  if (key.length !== 32) throw listError("badKey");
  return createHMAC(createSHA256(), key);
}
