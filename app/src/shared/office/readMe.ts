// SPDX-License-Identifier: Apache-2.0

import { type Me, OfficeError } from "#sdk/office/index.ts";
import { makeClient } from "./makeClient.ts";

/** Who is signed in; null for nobody. @throws OfficeError for everything else. */
export async function readMe(): Promise<Me | null> {
  try {
    return await makeClient().me();
  } catch (error) {
    if (error instanceof OfficeError && error.isSignedOut) return null;
    throw error;
  }
}
