// SPDX-License-Identifier: Apache-2.0

import { ZeroHash } from "ethers";
import type { Suite } from "#sdk/agency/index.ts";

/** Versions are a uint8. */
const LAST_VERSION = 255;

/** The newest version of the consortium's key that has been published; accounts are opened under it. */
export async function newestKeyVersion({ accounts }: Pick<Suite, "accounts">): Promise<number> {
  let version = 1;
  while (version < LAST_VERSION && (await accounts.keyCheckOf(version + 1)) !== ZeroHash) version += 1;
  return version;
}
