// SPDX-License-Identifier: Apache-2.0

/** What the hashing worker tells the page. */
export type HashMessage =
  | { readonly kind: "progress"; readonly bytesDone: number }
  | { readonly kind: "done"; readonly hash: string }
  | { readonly kind: "failed"; readonly reason: "file-unreadable" | "cannot-hash" };
