// SPDX-License-Identifier: Apache-2.0

import type { Council } from "#sdk/council/index.ts";
import { showCount, showDuration, showMoment } from "../../../shared/format/index.ts";
import { FactGrid, Section } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import { words } from "../words/index.ts";

const text = words.rules;

/** Quorums, delays and epoch, and the clock by which delays run. */
export function RulesSection({ council: { members, settings, epoch, time } }: { readonly council: Council }) {
  const of = (needed: number) => text.of(showCount(needed), showCount(members.length));
  const wait = (seconds: number) => (seconds === 0 ? text.atOnce : showDuration(seconds));
  return (
    <Section title={text.title}>
      {() => (
        <>
          <FactGrid
            facts={[
              [text.quorum, of(settings.quorum)],
              [text.upgradeQuorum, of(settings.upgradeQuorum)],
              [text.delay, wait(settings.delay)],
              [text.upgradeDelay, wait(settings.upgradeDelay)],
              [text.gracePeriod, showDuration(settings.gracePeriod)],
              [text.epoch, showCount(epoch)],
              [text.ledgerTime, showMoment(time)],
            ]}
          />
          <p className={`${classes.soft} ${classes.padded}`}>{text.ledgerTimeHint}</p>
        </>
      )}
    </Section>
  );
}
