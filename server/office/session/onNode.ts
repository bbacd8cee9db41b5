// SPDX-License-Identifier: Apache-2.0

import { officeError } from "../errors.ts";

/** What the node says, or that it says nothing. The cause holds the node's address: it is never shown or logged. */
export async function onNode<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw officeError("noNode", {}, { cause, retryAfter: 5 });
  }
}
