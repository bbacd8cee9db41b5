// SPDX-License-Identifier: Apache-2.0

/**
 * Where files of agreements lie: content under a key, never looked into.
 * A key is made of the office's own words and lower-case hexadecimal, in parts between slashes: it tells nothing of who or what.
 */
export interface FileStore {
  /** Keep the content; under the same key it is the same content. @throws OfficeError OFFICE-503. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** Undefined when there is none. @throws OfficeError OFFICE-503. */
  get(key: string): Promise<Uint8Array | undefined>;
}

/** Where the file of an agreement lies. @param agreement Address in any case. @param hash Lower case. */
export function keyOf(agreement: string, hash: string): string {
  return `agreements/${agreement.slice(2).toLowerCase()}/${hash.slice(2)}`;
}
