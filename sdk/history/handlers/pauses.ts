// SPDX-License-Identifier: Apache-2.0

import type {
  GuardianPauseLiftedEvent,
  MemberPauseLiftedEvent,
  PausedByGuardianEvent,
  PausedByMemberEvent,
  ProgrammeClosedEvent,
} from "#bindings/interfaces/IProgramme.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { EntryKind } from "../entryKinds.ts";
import type { HistoryEvent } from "../events.ts";
import type { Row } from "../rows.ts";
import { type Handlers, on } from "./handler.ts";
import { enterInProgramme, programmeOf, readProgramme } from "./programme.ts";

/** Which switches an event is about. */
interface Named {
  readonly redemptions: boolean;
  readonly payouts: boolean;
}

/**
 * What is paused, and since or until when. A member's pause lapses without an event: a moment that has passed means that it has.
 * Dates of cycles that a pause moved come with `CycleTimesChanged`, and the money of a closed programme with the events of its budget.
 */
export const pauseHandlers: Handlers = {
  PausedByGuardian: on<PausedByGuardianEvent.OutputObject>(onlyProgramme, (draft, named, event) => {
    setGuardian(draft, event, named, event.place.timestamp);
    enterPause(draft, event, "paused", named);
  }),
  GuardianPauseLifted: on<GuardianPauseLiftedEvent.OutputObject>(onlyProgramme, (draft, named, event) => {
    setGuardian(draft, event, named, null);
    enterPause(draft, event, "pauseLifted", named);
  }),
  PausedByMember: on<PausedByMemberEvent.OutputObject>(onlyProgramme, (draft, args, event) => {
    setMember(draft, event, args, Number(args.until));
    enterPause(draft, event, "paused", args);
  }),
  MemberPauseLifted: on<MemberPauseLiftedEvent.OutputObject>(onlyProgramme, (draft, named, event) => {
    setMember(draft, event, named, null);
    enterPause(draft, event, "pauseLifted", named);
  }),
  ProgrammeClosed: on<ProgrammeClosedEvent.OutputObject>(onlyProgramme, (draft, _args, event) => {
    change(draft, event, { closedAt: event.place.timestamp });
    enterInProgramme(draft, event, { kind: "programmeClosed" });
  }),
};

function enterPause(draft: Draft, event: HistoryEvent, kind: EntryKind, named: Named): void {
  const switches = [...(named.redemptions ? ["redemptions"] : []), ...(named.payouts ? ["payouts"] : [])];
  enterInProgramme(draft, event, { kind, note: switches.join(" ") });
}

function setGuardian(draft: Draft, event: HistoryEvent, named: Named, since: number | null): void {
  change(draft, event, {
    ...(named.redemptions ? { redemptionsPausedSince: since } : {}),
    ...(named.payouts ? { payoutsPausedSince: since } : {}),
  });
}

function setMember(draft: Draft, event: HistoryEvent, named: Named, until: number | null): void {
  change(draft, event, {
    ...(named.redemptions ? { redemptionsPausedUntil: until } : {}),
    ...(named.payouts ? { payoutsPausedUntil: until } : {}),
  });
}

function change(draft: Draft, event: HistoryEvent, changes: Partial<Row<"programmes">>): void {
  draft.update("programmes", programmeOf(draft, event), changes);
}

function onlyProgramme(_args: unknown, event: HistoryEvent): RowKey[] {
  return [readProgramme(event)];
}
