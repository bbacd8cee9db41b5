// SPDX-License-Identifier: Apache-2.0

import type { ProposalState } from "#sdk/council/names.ts";
import { StateBadge, type Tone } from "../ui/index.ts";
import { words } from "./words/index.ts";

const TONES: Readonly<Record<ProposalState, Tone>> = {
  Open: "waiting",
  Queued: "busy",
  Ready: "good",
  Lapsed: "quiet",
  Executed: "good",
  Cancelled: "bad",
};

/** Where a proposal stands. */
export function ProposalBadge({ state }: { readonly state: ProposalState }) {
  return <StateBadge tone={TONES[state]} label={words.states[state]} />;
}
