// SPDX-License-Identifier: Apache-2.0

import type {
  ChunkLoadedEvent,
  CycleActivatedEvent,
  CycleApprovedEvent,
  CycleCancelledEvent,
  CycleClosedEvent,
  CyclePreparedEvent,
  CycleReducedEvent,
  CycleReturnedEvent,
  CycleTimesChangedEvent,
} from "#bindings/interfaces/IProgramme.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";
import { textOfCode } from "../codes.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { EntryKind } from "../entryKinds.ts";
import type { HistoryEvent } from "../events.ts";
import { CYCLE_KINDS, nameOf } from "../names.ts";
import type { Row } from "../rows.ts";
import { type Handlers, nothing, on, row } from "./handler.ts";
import { enterInProgramme, move, plus, programmeOf, readProgrammeEntry } from "./programme.ts";

/** Hexadecimal digits of (uint8 lane, uint56 amount). */
const ENTRY_DIGITS = 16;

interface OfCycle {
  readonly cycle: bigint;
}

export const cycleHandlers: Handlers = {
  CyclePrepared: on<CyclePreparedEvent.OutputObject>(nothing, (draft, args, { place }) => {
    draft.insert("cycles", preparedCycle(place.contract, args));
  }),

  CycleApproved: on<CycleApprovedEvent.OutputObject>(readCycle, (draft, args, event) => {
    const cycle = cycleOf(draft, event, args);
    const approvals = Number(args.approvals);
    const needed = Number(args.needed);
    // Without a release the activation follows in the same transaction; one that awaits release stays so, whoever else approves.
    const state = approvals >= needed ? "AwaitingRelease" : cycle.state;
    draft.update("cycles", cycle, { approvals, needed, state });
  }),

  CycleReturned: on<CycleReturnedEvent.OutputObject>(readCycle, (draft, args, event) => {
    changeCycle(draft, event, args, { state: "Returned", reason: textOfCode(args.reason) });
  }),

  CycleActivated: on<CycleActivatedEvent.OutputObject>(readCycleAndProgramme, (draft, args, event) => {
    move(draft, programmeOf(draft, event), { free: -args.total, reserved: args.total });
    changeCycle(draft, event, args, { state: "Approved", bank: Number(args.bank) });
    reserve(draft, event, args, "activated", args.total);
  }),

  ChunkLoaded: on<ChunkLoadedEvent.OutputObject>(readCycle, (draft, args, event) => {
    const cycle = cycleOf(draft, event, args);
    const households = Math.floor((args.payload.length - 2) / ENTRY_DIGITS);
    draft.insert("chunks", {
      programme: cycle.programme,
      cycle: cycle.id,
      chunk: Number(args.chunk),
      households,
      total: amountOf(args.total),
      block: event.place.block,
    });
    draft.update("cycles", cycle, {
      chunksLoaded: cycle.chunksLoaded + 1,
      householdsLoaded: cycle.householdsLoaded + households,
      loaded: plus(cycle.loaded, args.total),
    });
  }),

  CycleTimesChanged: on<CycleTimesChangedEvent.OutputObject>(readCycle, (draft, args, event) => {
    changeCycle(draft, event, args, {
      expiresAt: Number(args.expiresAt),
      graceEndsAt: Number(args.graceEndsAt),
      reason: textOfCode(args.reason),
    });
  }),

  CycleCancelled: on<CycleCancelledEvent.OutputObject>(readCycleAndProgramme, (draft, args, event) => {
    const freed = unspent(cycleOf(draft, event, args));
    free(draft, event, args, "cancelled", freed, { state: "Cancelled", reason: textOfCode(args.reason) });
  }),

  CycleReduced: on<CycleReducedEvent.OutputObject>(readCycleAndProgramme, (draft, args, event) => {
    const freed = cycleOf(draft, event, args).total - args.total;
    free(draft, event, args, "reduced", freed, {
      total: amountOf(args.total),
      reason: textOfCode(args.reason),
    });
  }),

  CycleClosed: on<CycleClosedEvent.OutputObject>(readCycleAndProgramme, (draft, args, event) => {
    free(draft, event, args, "closed", args.unspent, { state: "Closed" });
  }),
};

export function cycleOf(draft: Draft, event: HistoryEvent, args: OfCycle): Row<"cycles"> {
  return draft.get("cycles", [event.place.contract, Number(args.cycle)]);
}

/** What the households of a cycle could still redeem, ledger units. */
export function unspent(cycle: Row<"cycles">): bigint {
  return cycle.total - cycle.redeemed + cycle.refunded;
}

function readCycle(args: OfCycle, event: HistoryEvent): RowKey[] {
  return [row("cycles", event.place.contract, Number(args.cycle))];
}

function readCycleAndProgramme(args: OfCycle, event: HistoryEvent, known: Draft): RowKey[] {
  return [...readProgrammeEntry(event, known, ["reserved"]), ...readCycle(args, event)];
}

function changeCycle(
  draft: Draft,
  event: HistoryEvent,
  args: OfCycle,
  changes: Partial<Row<"cycles">>,
): void {
  draft.update("cycles", cycleOf(draft, event, args), changes);
}

type ReservationKind = "activated" | "cancelled" | "reduced" | "closed";

const ENTRIES: Readonly<Record<ReservationKind, EntryKind>> = {
  activated: "cycleActivated",
  cancelled: "cycleCancelled",
  reduced: "cycleReduced",
  closed: "cycleClosed",
};

function free(
  draft: Draft,
  event: HistoryEvent,
  args: OfCycle,
  kind: ReservationKind,
  freed: bigint,
  changes: Partial<Row<"cycles">>,
): void {
  const cycle = cycleOf(draft, event, args);
  move(draft, programmeOf(draft, event), { reserved: -freed, free: freed });
  draft.update("cycles", cycle, { ...changes, freed: plus(cycle.freed, freed) });
  reserve(draft, event, args, kind, -freed);
}

/** Enter what the cycle takes from the free budget or, below zero, gives back to it. */
function reserve(
  draft: Draft,
  event: HistoryEvent,
  args: OfCycle,
  kind: ReservationKind,
  amount: bigint,
): void {
  const cycle = cycleOf(draft, event, args);
  const { reason } = cycle;
  enterInProgramme(draft, event, { kind: ENTRIES[kind], amount, cycle: cycle.id, note: reason });
  if (amount === 0n) return;
  const { place } = event;
  draft.insert("reservations", {
    block: place.block,
    logIndex: place.logIndex,
    programme: place.contract,
    cycle: Number(args.cycle),
    kind,
    amount: amountOf(amount),
    day: place.day,
    transaction: place.transaction,
  });
}

function preparedCycle(
  programme: string,
  args: CyclePreparedEvent.OutputObject,
): Omit<Row<"cycles">, "born"> {
  const { terms } = args;
  return {
    programme,
    id: Number(args.cycle),
    state: "Prepared",
    kind: nameOf(CYCLE_KINDS, terms.kind),
    parent: Number(terms.parent) || null,
    periodFirstDay: Number(terms.periodFirstDay),
    periodLastDay: Number(terms.periodLastDay),
    opensAt: Number(terms.opensAt),
    expiresAt: Number(terms.expiresAt),
    graceEndsAt: Number(terms.graceEndsAt),
    households: Number(terms.households),
    chunks: Number(terms.chunks),
    chunksLoaded: 0,
    householdsLoaded: 0,
    total: amountOf(terms.total),
    loaded: ZERO,
    redeemed: ZERO,
    refunded: ZERO,
    settled: ZERO,
    freed: ZERO,
    approvals: 0,
    needed: null,
    bank: null,
    preparer: args.preparer,
    termsHash: args.termsHash,
    listRoot: terms.listRoot,
    checkpoint: Number(terms.checkpoint),
    registryDigest: terms.registryDigest,
    controlSheet: terms.controlSheet,
    reason: null,
  };
}
