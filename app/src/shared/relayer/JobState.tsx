// SPDX-License-Identifier: Apache-2.0

import type { JobState as State } from "#sdk/office/index.ts";
import { StateBadge, type Tone } from "../ui/index.ts";
import { words } from "./words/index.ts";

const tones: Readonly<Record<State, Tone>> = {
  queued: "waiting",
  running: "busy",
  paused: "waiting",
  done: "good",
  failed: "bad",
};

/** What a job of the relayer is at. */
export function JobState({ state }: { readonly state: State }) {
  return <StateBadge tone={tones[state]} label={words.states[state]} />;
}
