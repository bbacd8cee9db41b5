// SPDX-License-Identifier: Apache-2.0

import { type Council, delayOf, type Proposal } from "#sdk/council/index.ts";
import { showDuration, showMoment } from "../../../shared/format/index.ts";
import { type Fact, FactGrid, Meter, Section } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import { words } from "../words/index.ts";

const text = words.clock;

interface ClockSectionProps {
  readonly council: Council;
  readonly proposal: Proposal;
}

/**
 * When the proposal can be carried out, by the only clock that counts: the time that the ledger's blocks carry. This machine's clock is not
 * asked, since it cannot carry anything out earlier.
 */
export function ClockSection({ council, proposal }: ClockSectionProps) {
  const { state, level, window } = proposal;
  if (state === "Executed" || state === "Cancelled") return null;
  const delay = delayOf(council.settings, level);
  const facts: Fact[] = [[text.ledgerNow, showMoment(council.time)]];
  if (window !== undefined) {
    facts.unshift([text.from, showMoment(window.from)], [text.until, showMoment(window.until)]);
  }
  return (
    <Section title={text.title}>
      {() => (
        <>
          <div className={classes.stack}>
            <p>{sentence(council, proposal, delay)}</p>
            {window === undefined || delay === 0 ? null : (
              <div className={classes.clock}>
                <Meter share={passed(council.time, window.from, delay)} />
              </div>
            )}
          </div>
          <FactGrid facts={facts} />
        </>
      )}
    </Section>
  );
}

function sentence({ time }: Council, { state, window }: Proposal, delay: number): string {
  if (state === "Lapsed") return text.lapsed;
  if (window === undefined) return delay === 0 ? text.noDelay : text.notYet(showDuration(delay));
  return time < window.from ? text.left(showDuration(window.from - time)) : text.since;
}

/** How much of the delay is over, 0 to 1. */
function passed(time: number, from: number, delay: number): number {
  return Math.min(1, Math.max(0, 1 - (from - time) / delay));
}
