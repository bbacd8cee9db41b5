// SPDX-License-Identifier: Apache-2.0

import { type Given, given } from "./search.ts";

/** What the addresses of the pages for donors may carry, so that a filter or a donation can be sent to somebody. */

const ADDRESS = /^0x[0-9a-f]{40}$/i;
const WORD = /^[a-zA-Z]{1,32}$/;
/** As donors write them: text of at most 32 bytes, or the bytes themselves. */
const REFERENCE = /^.{1,66}$/u;

export interface TimelineSearch {
  state?: string;
  asset?: string;
  programme?: string;
  agreement?: string;
  fund?: string;
}

export function timelineSearch({ state, asset, programme, agreement, fund }: Given): TimelineSearch {
  return given({
    state: text(state, WORD),
    asset: text(asset, ADDRESS),
    programme: text(programme, ADDRESS),
    agreement: text(agreement, ADDRESS),
    fund: text(fund, ADDRESS),
  });
}

export interface FollowSearch {
  fund?: string;
  reference?: string;
}

export function followSearch({ fund, reference }: Given): FollowSearch {
  // The router reads a plain number out of a reference of digits.
  const said = typeof reference === "number" ? String(reference) : reference;
  return given({ fund: text(fund, ADDRESS), reference: text(said, REFERENCE) });
}

function text(value: unknown, form: RegExp): string | undefined {
  return typeof value === "string" && form.test(value) ? value : undefined;
}
