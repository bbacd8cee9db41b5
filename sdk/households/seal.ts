// SPDX-License-Identifier: Apache-2.0

import { householdError } from "./errors.ts";
import { compress, decompress } from "./gzip.ts";

declare const officeKeyBrand: unique symbol;

/** The office's key, ready for use: it cannot be read out of the browser again. Workers get it by `postMessage`. */
export type OfficeKey = CryptoKey & { readonly [officeKeyBrand]: "OfficeKey" };

/** Where sealed bytes belong. They open nowhere else, so that a server cannot hand one draft out as another. */
export interface SealContext {
  readonly organisation: number;
  /** Kind of thing, such as "household-page" or "draft-file". */
  readonly kind: string;
  /** Which one of its kind. */
  readonly id: string | number;
}

const FORMAT = "annona-seal-1";
/** First bytes of everything sealed: "ANS" and the version. */
const MARK = Uint8Array.of(0x41, 0x4e, 0x53, 1);
const SALT_BYTES = 32;
const IV_BYTES = 12;
const KEY_BYTES = 32;
const HEAD_BYTES = MARK.length + SALT_BYTES + IV_BYTES;

/**
 * Make the 32 bytes of an office key usable.
 * @throws HouseholdError HOUSE-104 for another length.
 */
export async function importOfficeKey(bytes: Uint8Array): Promise<OfficeKey> {
  if (bytes.length !== KEY_BYTES) throw householdError("badOfficeKey");
  const key = await crypto.subtle.importKey("raw", Uint8Array.from(bytes), "HKDF", false, ["deriveKey"]);
  return key as OfficeKey;
}

/**
 * Compress and encrypt: `mark || salt || iv || AES-256-GCM(HKDF-SHA-256(office key, salt, context), gzip(bytes))`. Each seal has a
 * key of its own, so that no number of seals wears the office key out.
 */
export async function seal(
  key: OfficeKey,
  bytes: Uint8Array,
  context: SealContext,
): Promise<Uint8Array<ArrayBuffer>> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const place = placeOf(context);
  const own = await deriveKey(key, salt, place, "encrypt");
  const packed = await compress(Uint8Array.from(bytes));
  const cipher = await crypto.subtle.encrypt(algorithm(iv, place), own, packed);
  const sealed = new Uint8Array(HEAD_BYTES + cipher.byteLength);
  sealed.set(MARK);
  sealed.set(salt, MARK.length);
  sealed.set(iv, MARK.length + SALT_BYTES);
  sealed.set(new Uint8Array(cipher), HEAD_BYTES);
  return sealed;
}

/**
 * Decrypt what {@link seal} made for the same place.
 * @throws HouseholdError HOUSE-201 when a bit was changed, or place or key is another.
 */
export async function open(
  key: OfficeKey,
  sealed: Uint8Array,
  context: SealContext,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(sealed);
  if (bytes.length <= HEAD_BYTES || MARK.some((byte, i) => bytes[i] !== byte))
    throw householdError("cannotOpen");
  const salt = bytes.subarray(MARK.length, MARK.length + SALT_BYTES);
  const iv = bytes.subarray(MARK.length + SALT_BYTES, HEAD_BYTES);
  const place = placeOf(context);
  const own = await deriveKey(key, salt, place, "decrypt");
  try {
    const packed = await crypto.subtle.decrypt(algorithm(iv, place), own, bytes.subarray(HEAD_BYTES));
    return await decompress(new Uint8Array(packed));
  } catch (error) {
    throw householdError("cannotOpen", error);
  }
}

/** The context as bytes; JSON, so that no two contexts look alike. */
function placeOf({ organisation, kind, id }: SealContext): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([FORMAT, organisation, kind, String(id)]));
}

function algorithm(iv: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData };
}

function deriveKey(
  key: OfficeKey,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
  use: "encrypt" | "decrypt",
): Promise<CryptoKey> {
  const parameters = { name: "HKDF", hash: "SHA-256", salt, info };
  return crypto.subtle.deriveKey(parameters, key, { name: "AES-GCM", length: 256 }, false, [use]);
}
