// SPDX-License-Identifier: Apache-2.0

import type { FileStore } from "../files/index.ts";
import type { Caller } from "../session/caller.ts";
import type { ChainAccess } from "../session/chainAccess.ts";
import type { OfficeStore } from "../store/officeStore.ts";

/** What every part of the API works with. */
export interface OfficeParts {
  readonly store: OfficeStore;
  /** Where files of agreements lie. */
  readonly files: FileStore;
  /** The suite on the node, who has which role, which programmes are the organisation's. */
  readonly chain: ChainAccess;
  readonly organisation: number;
  /** Unix seconds. */
  readonly now: () => number;
  /** Gets methods, route patterns, counts and codes; never ids, addresses or bodies. */
  readonly log: (line: string) => void;
}

/** For `new Hono<OfficeEnv>()`: `c.get("caller")` is there behind the session check. */
export interface OfficeEnv {
  Variables: { caller: Caller };
}
