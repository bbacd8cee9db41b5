// SPDX-License-Identifier: Apache-2.0

import { createKeccak } from "hash-wasm";

/**
 * Keccak-256 of some bytes, as Solidity's `keccak256`. Synchronous; the result is a fresh array of 32 bytes.
 */
export type Keccak256 = (data: Uint8Array) => Uint8Array;

let loading: Promise<Keccak256> | undefined;

/**
 * Load the WebAssembly hasher, once for the page or process. A page needs `wasm-unsafe-eval` in its script
 * policy for it.
 */
export function loadKeccak(): Promise<Keccak256> {
  loading ??= createKeccak(256).then((hasher) => (data) => hasher.init().update(data).digest("binary"));
  return loading;
}
