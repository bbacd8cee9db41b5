// SPDX-License-Identifier: Apache-2.0

import type * as v from "valibot";
import {
  AGREEMENT_STATES,
  FINDINGS,
  MILESTONE_KINDS,
  MILESTONE_STATES,
  PARTIES,
} from "#sdk/agreements/names.ts";
import {
  COUNCIL_LEVELS,
  CYCLE_KINDS,
  CYCLE_STATES,
  ENTRY_KIND_NAMES,
  MODALITIES,
  MONEY_STATES,
  ORGANISATION_KINDS,
  PAYOUT_MODES,
  PROPOSAL_STATES,
  SETTLEMENT_STATES,
  SHOP_KINDS,
} from "#sdk/history/index.ts";
import * as shapes from "#sdk/history/shapes/index.ts";
import * as scalars from "#sdk/history/shapes/scalars.ts";
import { readiness } from "./serviceShapes.ts";

/**
 * What the API's description says beside the shapes: which words a code has, and what fields mean. It stands apart from the shapes
 * because pages load those, and have no use for this.
 */

type Json = Readonly<Record<string, unknown>>;
type Shape = v.GenericSchema;
type ObjectShape = v.ObjectSchema<v.ObjectEntries, undefined>;

const ofShapes = new Map<Shape, Json>();
const ofFields = new Map<ObjectShape, Readonly<Record<string, string>>>();

/** What is noted of a shape, wherever it stands. */
export function notesOn(shape: Shape): Json {
  return ofShapes.get(shape) ?? {};
}

/** What is noted of the fields of an object, and of those of every object that it extends. */
export function fieldNotes({ entries }: ObjectShape): Readonly<Record<string, string>> {
  const extended = [...ofFields].filter(([shape]) =>
    Object.entries(shape.entries).every(([name, field]) => entries[name] === field),
  );
  return Object.assign({}, ...extended.map(([, descriptions]) => descriptions));
}

/** A schema is known by its first part: all that is piped through it keeps that. */
function firstOf(shape: Shape): Shape {
  return "pipe" in shape ? (shape.pipe as readonly [Shape])[0] : shape;
}

function means(shape: Shape, description: string): void {
  ofShapes.set(firstOf(shape), { description });
}

function fields<Entries extends v.ObjectEntries>(
  shape: v.ObjectSchema<Entries, undefined>,
  descriptions: { readonly [Name in keyof Entries]?: string },
): void {
  ofFields.set(shape as unknown as ObjectShape, { ...descriptions } as Readonly<Record<string, string>>);
}

/** A code of ours: these words and no others. */
function oneOf<Word extends string>(shape: v.GenericSchema<Word, string>, words: readonly Word[]): void {
  ofShapes.set(shape, { enum: words });
}

/** A code of the contracts: a later version may add members, which read "Unknown-7". */
function orLater<Word extends string>(shape: v.GenericSchema<Word, string>, words: readonly Word[]): void {
  ofShapes.set(shape, { pattern: `^(${words.join("|")}|Unknown-\\d+)$` });
}

const MONEY = "Money in ledger units of the asset: see currency.decimals.";
means(scalars.amount, MONEY);
means(scalars.signedAmount, `${MONEY} Below zero where something is undone.`);
means(scalars.address, "Checksummed address.");
means(scalars.hash, "32 bytes.");
means(scalars.day, "Days since 1970-01-01.");
means(scalars.time, "Unix seconds.");
means(scalars.households, "Null for fewer than 10 households.");
means(scalars.reached, "At least so many households: rounded down to a full ten, null below 10.");
means(scalars.nextCursor, "What to ask for as cursor to get the items after these.");
means(scalars.indexedTo, "The block up to which the answer holds; null before the first was read.");

orLater(shapes.modality, MODALITIES);
orLater(shapes.cycleState, CYCLE_STATES);
orLater(shapes.cycleKind, CYCLE_KINDS);
orLater(shapes.shopKind, SHOP_KINDS);
orLater(shapes.payoutMode, PAYOUT_MODES);
orLater(shapes.settlementState, SETTLEMENT_STATES);
orLater(shapes.agreementState, AGREEMENT_STATES);
orLater(shapes.milestoneState, MILESTONE_STATES);
orLater(shapes.milestoneKind, MILESTONE_KINDS);
orLater(shapes.finding, FINDINGS);
orLater(shapes.party, PARTIES);
orLater(shapes.councilLevel, COUNCIL_LEVELS);
orLater(shapes.proposalState, PROPOSAL_STATES);
orLater(shapes.organisationKind, ORGANISATION_KINDS);
oneOf(shapes.receiptKind, ["sale", "refund"]);
oneOf(shapes.receiptOutcome, ["credited", "rejected", "corrected"]);
oneOf(shapes.moneyState, MONEY_STATES);
oneOf(shapes.entryKind, ENTRY_KIND_NAMES);
oneOf(shapes.contributionKind, ["given", "unasked", "returned", "released"]);
oneOf(shapes.allocationKind, ["allocated", "released"]);
oneOf(shapes.breakdownBy, ["programme", "cycle", "shop"]);
oneOf(shapes.partStage, [
  "waiting",
  "returning",
  "free",
  "fees",
  "reserved",
  "redeemed",
  "settled",
  "reconciled",
  "unexplained",
]);

fields(shapes.pause, {
  since: "When the organisation's guardian paused it.",
  until: "When the pause of a member of the council lapses, or lapsed.",
});
fields(shapes.programme, { closedAt: "Null while the programme runs." });
fields(shapes.receipt, {
  account: "Number of the household's account; nothing on chain says who that is.",
  day: "Of a sale, in days since 1970-01-01.",
  saleNumber: "Of a refund: the receipt number of its sale.",
});
fields(readiness, {
  lag: "Blocks between the head and the index; null while either is unknown.",
  problem: "Code of the error that reading the chain stands still for.",
});
fields(shapes.status, { problem: "Code of the error that reading the chain stands still for." });

means(
  shapes.whereabouts,
  "Where the contributed money is now; with `unexplained` they add up to contributed.",
);
fields(shapes.cost, { gas: "Null where the index has not read it." });
fields(shapes.month, { month: "Of the calendar, in UTC: 2026-11." });
fields(shapes.stateTotal, {
  entries: "How many entries of /timeline with this asset and state make the amount.",
});
fields(shapes.rate, {
  rate: "Smallest units of the asset for a minor unit of the source currency, times 10^18.",
});
fields(shapes.reach, { people: "No contract knows the size of a household." });
fields(shapes.timelineEntry, {
  id: "Grows with every entry; the cursor of the list.",
  states: "The states in whose total the amount counts.",
  number: "Of the contribution, allocation, settlement, milestone or proposal.",
});
fields(shapes.follow, { parts: "Where it is now; adds up to contributed." });
fields(shapes.breakdown, { hasAreas: "Areas stand in lists that agencies keep, never on the ledger." });
