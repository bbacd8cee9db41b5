// SPDX-License-Identifier: Apache-2.0

import { ZeroAddress } from "ethers";
import type {
  AllocatedEvent,
  AllocationReturnedEvent,
  ContributedEvent,
  EarmarkReleasedEvent,
  ReturnTakenEvent,
  ReturnUnattributedEvent,
} from "#bindings/interfaces/IDonorFund.ts";
import type { FundCreatedEvent } from "#bindings/interfaces/IDonorFundFactory.ts";
import { type Amount, amountOf, ZERO } from "#sdk/money/index.ts";
import { safeText, textOfCode } from "../codes.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import type { Row } from "../rows.ts";
import { requireDecimals } from "./decimals.ts";
import { type Entry, enter, type Place, readTallies, readTalliesOf } from "./entries.ts";
import { type Handlers, on, row } from "./handler.ts";
import { plus } from "./programme.ts";

/** The pot of money without an earmark. */
const UNEARMARKED = "";

export const fundFactoryHandlers: Handlers = {
  FundCreated: on<FundCreatedEvent.OutputObject>(
    ({ asset }) => readTallies(asset),
    (draft, args, event) => {
      const { fund: address, asset } = args;
      const name = safeText(() => args.name);
      draft.insert("funds", {
        address,
        organisation: Number(args.organisation),
        name,
        asset,
        decimals: requireDecimals(event),
        createdAt: event.place.timestamp,
        contributed: ZERO,
        returned: ZERO,
        unbooked: ZERO,
        allocated: ZERO,
        unattributed: ZERO,
        released: ZERO,
        contributions: 0,
        allocations: 0,
      });
      enter(draft, event, {
        kind: "fundCreated",
        asset,
        fund: address,
        organisation: Number(args.organisation),
        note: name,
      });
    },
  ),
};

export const fundHandlers: Handlers = {
  Contributed: on<ContributedEvent.OutputObject>(readContributed, (draft, args, event) => {
    const { amount } = args;
    const earmark = orNull(args.earmark);
    join(draft, event, args, {
      kind: args.donor === ZeroAddress ? "unasked" : "given",
      donor: orNull(args.donor),
      reference: args.donorReference,
      earmark,
      parent: null,
      parentFirst: null,
    });
    change(draft, event, { contributed: amount });
    enterInFund(draft, event, {
      kind: "contributed",
      amount,
      place: "funds",
      number: Number(args.contributionId),
      note: textOfCode(args.donorReference),
      ...(earmark === null ? {} : recipientOf(draft, earmark)),
    });
  }),

  Allocated: on<AllocatedEvent.OutputObject>(readAllocated, (draft, args, event) => {
    const isEarmarked = args.earmark !== ZeroAddress;
    leave(draft, event, args, {
      kind: "allocated",
      reference: args.allocationReference,
      isEarmarked,
      returned: ZERO,
    });
    change(draft, event, { allocated: args.amount });
    enterInFund(draft, event, {
      kind: "allocated",
      amount: args.amount,
      number: Number(args.allocationId),
      note: textOfCode(args.allocationReference),
      ...recipientOf(draft, args.recipient),
    });
  }),

  AllocationReturned: on<AllocationReturnedEvent.OutputObject>(readReturned, (draft, args, event) => {
    join(draft, event, args, {
      kind: "returned",
      donor: args.recipient,
      reference: null,
      earmark: orNull(args.earmark),
      parent: Number(args.allocationId),
      parentFirst: amountOf(args.parentFrom),
    });
    const allocation = draft.get("allocations", [event.place.contract, Number(args.allocationId)]);
    draft.update("allocations", allocation, { returned: plus(allocation.returned, args.amount) });
    change(draft, event, { returned: args.amount, unbooked: -args.amount });
  }),

  EarmarkReleased: on<EarmarkReleasedEvent.OutputObject>(readReleased, (draft, args, event) => {
    // By name: what ethers decodes is a list, and spreading it would leave the names behind.
    const { allocationId, amount, parentFrom, recipient } = args;
    leave(
      draft,
      event,
      { allocationId, recipient, amount, from: parentFrom },
      { kind: "released", reference: null, isEarmarked: true, returned: amountOf(amount) },
    );
    join(draft, event, args, {
      kind: "released",
      donor: recipient,
      reference: null,
      earmark: null,
      parent: Number(allocationId),
      parentFirst: amountOf(parentFrom),
    });
    change(draft, event, { allocated: amount, returned: amount, released: amount });
    enterInFund(draft, event, {
      kind: "earmarkReleased",
      amount,
      number: Number(args.contributionId),
      document: args.document,
      ...recipientOf(draft, recipient),
      place: "funds",
    });
  }),

  ReturnTaken: on<ReturnTakenEvent.OutputObject>(readFund, (draft, { amount }, event) => {
    change(draft, event, { unbooked: amount });
  }),

  ReturnUnattributed: on<ReturnUnattributedEvent.OutputObject>(readWithRecipient, (draft, args, event) => {
    change(draft, event, { unbooked: -args.amount, unattributed: args.amount });
    enterInFund(draft, event, {
      kind: "returnUnattributed",
      amount: args.amount,
      ...recipientOf(draft, args.recipient),
    });
  }),
};

/** Whether the entry's money is a programme's or an agreement's; a fund pays nobody else. */
export function recipientOf(
  draft: Draft,
  address: string,
): { readonly place: Place; readonly programme: string | null; readonly agreement: string | null } {
  const isProgramme = draft.find("programmes", [address]) !== null;
  return isProgramme
    ? { place: "programmes", programme: address, agreement: null }
    : { place: "agreements", programme: null, agreement: address };
}

function readFund(_args: unknown, event: HistoryEvent): RowKey[] {
  return [row("funds", event.place.contract)];
}

function readRecipient(address: string): RowKey[] {
  return [row("programmes", address), row("agreements", address)];
}

function readWithRecipient(args: { recipient: string }, event: HistoryEvent): RowKey[] {
  return [...readFund(args, event), ...readRecipient(args.recipient)];
}

function readPot(event: HistoryEvent, earmark: string): RowKey {
  return row("pots", event.place.contract, earmark === ZeroAddress ? UNEARMARKED : earmark);
}

function readContributed(args: ContributedEvent.OutputObject, event: HistoryEvent, known: Draft): RowKey[] {
  const tallies = readTalliesOf(event, known, "funds", ["contributed"]);
  const { earmark } = args;
  const recipient = earmark === ZeroAddress ? [] : readRecipient(earmark);
  return [...readFund(args, event), readPot(event, earmark), ...recipient, ...tallies];
}

function readAllocated(args: AllocatedEvent.OutputObject, event: HistoryEvent, known: Draft): RowKey[] {
  const tallies = readTalliesOf(event, known, "funds", ["allocated"]);
  return [...readWithRecipient(args, event), readPot(event, args.earmark), ...tallies];
}

function readReturned(args: AllocationReturnedEvent.OutputObject, event: HistoryEvent): RowKey[] {
  const allocation = row("allocations", event.place.contract, Number(args.allocationId));
  return [...readFund(args, event), readPot(event, args.earmark), allocation];
}

function readReleased(args: EarmarkReleasedEvent.OutputObject, event: HistoryEvent): RowKey[] {
  const pots = [readPot(event, args.recipient), readPot(event, ZeroAddress)];
  return [...readWithRecipient(args, event), ...pots];
}

function orNull(address: string): string | null {
  return address === ZeroAddress ? null : address;
}

function enterInFund(draft: Draft, event: HistoryEvent, entry: Entry): void {
  const { address, asset, organisation } = draft.get("funds", [event.place.contract]);
  enter(draft, event, { asset, organisation, fund: address, ...entry });
}

type Counter = "contributed" | "returned" | "unbooked" | "allocated" | "unattributed" | "released";

/** What the fund's books grow (or, below zero, shrink) by. */
function change(draft: Draft, event: HistoryEvent, more: Partial<Record<Counter, bigint>>): void {
  const fund = draft.get("funds", [event.place.contract]);
  const changes: Partial<Record<Counter, Amount>> = {};
  for (const counter of Object.keys(more) as Counter[]) {
    changes[counter] = plus(fund[counter], more[counter] ?? 0n);
  }
  draft.update("funds", fund, changes);
}

function changePot(
  draft: Draft,
  event: HistoryEvent,
  earmark: string | null,
  column: "contributed" | "allocated",
  more: bigint,
): void {
  const fund = event.place.contract;
  const key = [fund, earmark ?? UNEARMARKED] as const;
  const known = draft.find("pots", key);
  if (known !== null) draft.update("pots", known, { [column]: plus(known[column], more) });
  else
    draft.insert("pots", {
      fund,
      earmark: earmark ?? UNEARMARKED,
      contributed: ZERO,
      allocated: ZERO,
      [column]: amountOf(more),
    });
}

interface Placed {
  readonly amount: bigint;
  readonly from: bigint;
}

type Contribution = Omit<Row<"contributions">, "born">;
type Allocation = Omit<Row<"allocations">, "born">;

/** Money joins a pot as a contribution. */
function join(
  draft: Draft,
  event: HistoryEvent,
  { contributionId, amount, from }: Placed & { readonly contributionId: bigint },
  rest: Pick<Contribution, "kind" | "donor" | "reference" | "earmark" | "parent" | "parentFirst">,
): void {
  const { contract: fund, day, transaction } = event.place;
  const places = { first: amountOf(from), last: amountOf(from + amount) };
  draft.insert("contributions", { fund, id: Number(contributionId), ...places, day, transaction, ...rest });
  changePot(draft, event, rest.earmark, "contributed", amount);
  const row = draft.get("funds", [fund]);
  draft.update("funds", row, { contributions: row.contributions + 1 });
}

/** Money leaves a pot as an allocation. */
function leave(
  draft: Draft,
  event: HistoryEvent,
  args: Placed & { readonly allocationId: bigint; readonly recipient: string },
  rest: Pick<Allocation, "kind" | "reference" | "isEarmarked" | "returned">,
): void {
  const { amount, from, recipient } = args;
  const { contract: fund, day, transaction } = event.place;
  const places = { first: amountOf(from), last: amountOf(from + amount) };
  const id = Number(args.allocationId);
  draft.insert("allocations", { fund, id, recipient, ...places, day, transaction, ...rest });
  changePot(draft, event, rest.isEarmarked ? recipient : null, "allocated", amount);
  const row = draft.get("funds", [fund]);
  draft.update("funds", row, { allocations: row.allocations + 1 });
}
