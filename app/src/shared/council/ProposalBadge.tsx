// SPDX-License-Identifier: Apache-2.0

import { StateBadge, type Tone } from "../ui/index.ts";
import { labelOf } from "../words/index.ts";
import { words } from "./words/index.ts";

const TONES: Readonly<Partial<Record<string, Tone>>> = {
  Open: "waiting",
  Queued: "busy",
  Ready: "good",
  Lapsed: "quiet",
  Executed: "good",
  Cancelled: "bad",
};

/** Where a proposal stands. */
export function ProposalBadge({ state }: { readonly state: string }) {
  return <StateBadge tone={TONES[state] ?? "quiet"} label={labelOf(words.states, state)} />;
}
