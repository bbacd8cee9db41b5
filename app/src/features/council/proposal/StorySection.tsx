// SPDX-License-Identifier: Apache-2.0

import type { Happening, Proposal } from "#sdk/council/index.ts";
import { accountName, placed } from "../../../shared/council/index.ts";
import { isoMoment, showCount, showMoment } from "../../../shared/format/index.ts";
import { HexValue, Section } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import type { CouncilGround } from "../queries.ts";
import { words } from "../words/index.ts";

const text = words.story;

interface StorySectionProps {
  readonly ground: CouncilGround;
  readonly proposal: Proposal;
}

/** Everything that happened to a proposal, as the ledger recorded it. */
export function StorySection({ ground, proposal }: StorySectionProps) {
  return (
    <Section title={text.title}>
      {() => (
        <ol className={classes.steps}>
          {placed(proposal.happenings).map(({ place, item: happening }) => (
            <li key={place} className={classes.step}>
              <time className={classes.when} dateTime={isoMoment(happening.time)}>
                {showMoment(happening.time)}
              </time>
              <span>{sentence(ground, happening)}</span>
              <span className={classes.when}>{text.block(showCount(happening.block))}</span>
              <HexValue value={happening.transaction} what={text.transaction} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function sentence({ names }: CouncilGround, { kind, by = "" }: Happening): string {
  switch (kind) {
    case "queued":
    case "cancelled":
    case "startedAgain":
      return text[kind];
    default:
      return text[kind](accountName(names, by));
  }
}
