// SPDX-License-Identifier: Apache-2.0

import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** About 50 ms and 16 MB a PIN: all of four digits then take minutes for whoever has stolen the database. */
const COST: ScryptOptions = { N: 16_384, r: 8, p: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** A PIN as it is kept: salt and hash in hexadecimal. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return `${salt.toString("hex")}:${(await derive(pin, salt)).toString("hex")}`;
}

export async function isPin(pin: string, kept: string): Promise<boolean> {
  const [salt = "", hash = ""] = kept.split(":").map((hex) => Buffer.from(hex, "hex"));
  return timingSafeEqual(await derive(pin, Buffer.from(salt)), Buffer.from(hash));
}

function derive(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, COST, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
