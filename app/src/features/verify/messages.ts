// SPDX-License-Identifier: Apache-2.0

import type { Deployment } from "#sdk/bindings/deployments.ts";
import type { VerifyErrorName } from "./codes.ts";
import type { Answers } from "./figures.ts";

/** What the page asks of its worker. */
export interface VerifyOrder {
  /** Of the node that the visitor chose. */
  readonly rpcUrl: string;
  readonly deployment: Deployment;
  /** The block that the site's figures are of. */
  readonly block: number;
  /** Answers of the API to recompute. */
  readonly paths: readonly string[];
}

/** What the worker tells the page. */
export type VerifyMessage =
  | {
      readonly kind: "progress";
      readonly blocksDone: number;
      readonly blocks: number;
      readonly entries: number;
    }
  | { readonly kind: "done"; readonly answers: Answers; readonly blockHash: string; readonly entries: number }
  | { readonly kind: "failed"; readonly reason: VerifyErrorName };
