// SPDX-License-Identifier: Apache-2.0

import type { Commitment } from "#sdk/list/index.ts";
import type { ReadIds } from "./readIds.ts";

/** What the page asks of the ids worker; a list of 100,000 would hold up the page. */
export interface IdsRequest {
  /** The file as it is; handed over, not copied. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Column to read; default: the one that looks like ids. */
  readonly column: string | undefined;
  /** The consortium's secret, 32 bytes. */
  readonly key: Uint8Array;
  readonly namespace: string;
}

export interface IdsAnswer extends ReadIds {
  /** One for each identifier, in their order. */
  readonly commitments: readonly Commitment[];
}
