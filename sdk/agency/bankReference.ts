// SPDX-License-Identifier: Apache-2.0

import { createHMAC, createSHA256 } from "hash-wasm";

const BANK_TEXT = "annona bank reference 1\0";

/**
 * Keyed hash of a shop's bank details: what the chain keeps of them. Spaces and small letters make no difference.
 * @param key The consortium's key, 32 bytes.
 */
export async function bankReferenceOf(key: Uint8Array, bankDetails: string): Promise<string> {
  const hmac = await createHMAC(createSHA256(), key);
  const details = bankDetails.replace(/\s/g, "").toUpperCase();
  return `0x${hmac.init().update(BANK_TEXT).update(details).digest("hex")}`;
}
