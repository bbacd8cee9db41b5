// SPDX-License-Identifier: Apache-2.0
import type { DeskChoice } from "./desks.ts";
import type { Step } from "./steps.ts";

/** A picture of one page. */
export interface Picture extends DeskChoice {
  readonly name: string;
  /** Page from the address of the app. */
  readonly path: string;
  readonly height: number;
  /** Heading to scroll to; the top when there is none. */
  readonly heading?: string;
  /** What is done on the page before. */
  readonly show?: Step;
}
