// SPDX-License-Identifier: Apache-2.0

import { type StoryEntry, storyOf } from "#sdk/agreements/index.ts";
import { isoMoment, showMoment } from "../../../shared/format/index.ts";
import { HexValue } from "../../../shared/ui/index.ts";
import classes from "../agreementDesk.module.css";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { paperIn, storyText } from "./storyText.ts";

const text = words.story;

/** What happened to a milestone, oldest first, each line with its transaction. */
export function MilestoneStory({
  view,
  milestone,
}: {
  readonly view: AgreementView;
  readonly milestone: number;
}) {
  const entries = storyOf(view.story, milestone);
  if (entries.length === 0) return null;
  return (
    <details className={classes.story}>
      <summary>{text.title}</summary>
      <StoryLines entries={entries} view={view} />
    </details>
  );
}

interface StoryLinesProps {
  readonly entries: readonly StoryEntry[];
  readonly view: AgreementView;
}

export function StoryLines({ entries, view }: StoryLinesProps) {
  return (
    <ol className={classes.storyLines}>
      {entries.map((entry) => (
        <li key={`${entry.block} ${entry.logIndex}`}>
          <div>{storyText(entry, view.handle.currency)}</div>
          <div className={classes.storyFacts}>
            <time dateTime={isoMoment(entry.at)}>{showMoment(entry.at)}</time>
            <Paper entry={entry} />
            <span>
              {text.transaction} <HexValue value={entry.transaction} what={text.theTransaction} />
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The document that a line rests on. */
function Paper({ entry }: { readonly entry: StoryEntry }) {
  const hash = paperIn(entry);
  if (hash === undefined) return null;
  return (
    <span>
      {text.document} <HexValue value={hash} what={words.files.theFingerprint} />
    </span>
  );
}
