// SPDX-License-Identifier: Apache-2.0

import type { Suite } from "#sdk/agency/suite.ts";
import { forgetAct } from "./kept.ts";
import type { Run } from "./store.ts";
import { look, type Sighting, type Watched } from "./watch.ts";

/** A call in the wallet or on its way; the wallet's answer adds the hash when it comes. */
export interface Outgoing extends Watched {
  hash: string | undefined;
}

/** After so long without a trace of the transaction the officer is told that the page goes on by itself. */
const QUIET_MS = 20_000;
/** Half a minute's eagerness, then the pace of the other polls. */
const EAGER_MS = 30_000;
const EAGER_PAUSE_MS = 700;
const PAUSE_MS = 4_000;
/** Blocks that are looked through again, because a reorganisation may have changed them. */
const OVERLAP = 16;

/**
 * Watch the ledger until it shows the call, or refuses it, or the run is over for another reason.
 * @returns Whether the ledger shows it.
 */
export async function follow(suite: Suite, run: Run, outgoing: Outgoing): Promise<boolean> {
  const started = Date.now();
  const trace = traceOf(outgoing);
  let { fromBlock } = outgoing;
  while (run.isOut()) {
    const sighting = await lookPatiently(suite, { ...outgoing, fromBlock });
    if (!run.isOut()) return false;
    if (sighting?.kind === "happened") return true;
    if (sighting?.kind === "refused") return refuse(run, sighting);
    if (sighting !== undefined) fromBlock = Math.max(fromBlock, sighting.head + 1 - OVERLAP);
    run.report({ type: "looked", isBlind: sighting === undefined });
    trace.note(run, sighting?.isKnown ?? false);
    await pause(Date.now() - started < EAGER_MS ? EAGER_PAUSE_MS : PAUSE_MS);
  }
  return false;
}

/** Tells when the transaction turns up, and when there has been no trace of it for so long that it may be in a shared wallet. */
function traceOf(outgoing: Outgoing) {
  let last = Date.now();
  let { hash } = outgoing;
  return {
    note(run: Run, isKnown: boolean): void {
      const isNew = outgoing.hash !== hash;
      hash = outgoing.hash;
      if (isKnown || isNew) last = Date.now();
      if (isKnown && hash !== undefined) run.report({ type: "seen", hash });
      if (Date.now() - last > QUIET_MS) run.report({ type: "kept quiet" });
    },
  };
}

function refuse(run: Run, { error }: Extract<Sighting, { kind: "refused" }>): false {
  forgetAct(run.key);
  run.report({ type: "failed", error });
  return false;
}

/** Undefined when the node does not answer: what is signed is signed, so the page keeps asking. */
async function lookPatiently(suite: Suite, watched: Watched): Promise<Sighting | undefined> {
  try {
    return await look(suite, watched);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
