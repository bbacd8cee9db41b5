// SPDX-License-Identifier: Apache-2.0

import { VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { CycleDetail, ProgrammeHandle } from "#sdk/agency/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { reasonText } from "../../shared/cycles/index.ts";
import { isoMoment, shorten, showCount, showMoment } from "../../shared/format/index.ts";
import { useOfficer, useSuite } from "../../shared/ledger/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { readCycleEvents } from "./cycleEvents.ts";
import classes from "./desk.module.css";
import { type Moment, timelineOf } from "./timeline.ts";
import { words } from "./words/index.ts";

const text = words.cyclePage;

interface TimelineSectionProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: CycleDetail;
}

/** A cycle from its preparation to its closing: who did what and when, and what is still to come. */
export function TimelineSection({ programme, cycle }: TimelineSectionProps) {
  const suite = useSuite();
  const now = useLedgerTime();
  const { data } = useQuery({
    queryKey: [LEDGER_KEY, "timeline", programme.address, cycle.cycle],
    queryFn: () => readCycleEvents(suite, programme, cycle.cycle),
  });
  return (
    <Section title={text.timeline}>
      {(headingId) =>
        data === undefined ? (
          <LoadingRows />
        ) : (
          <ol className={classes.timeline} aria-labelledby={headingId}>
            {timelineOf(cycle, data, now).map((moment) => (
              <MomentLine key={`${moment.name} ${moment.at} ${moment.officer}`} moment={moment} />
            ))}
          </ol>
        )
      }
    </Section>
  );
}

function MomentLine({ moment }: { readonly moment: Moment }) {
  const { name, state, at, progress, reason } = moment;
  const share = progress && text.progress(showCount(progress.done), showCount(progress.of));
  return (
    <li className={classes.moment} data-state={state}>
      <span className={classes.mark} aria-hidden="true" />
      <span>
        <span className={classes.momentName}>{text.moments[name]}</span> <By moment={moment} />
        <span className={classes.soft}>
          {share}
          {reason === undefined ? null : reasonText(reason)}
        </span>
        <VisuallyHidden> ({text.states[state]})</VisuallyHidden>
      </span>
      {at === undefined ? null : (
        <time className={classes.momentTime} dateTime={isoMoment(at)}>
          {showMoment(at)}
        </time>
      )}
    </li>
  );
}

/** Who did it; the reader's own signatures are "by you". */
function By({ moment: { officer } }: { readonly moment: Moment }) {
  const me = useOfficer()?.address.toLowerCase();
  if (officer === undefined) return null;
  const who = officer.toLowerCase() === me ? text.you : shorten(officer);
  return <span className={classes.soft}>{text.by(who)} </span>;
}
