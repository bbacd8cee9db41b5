// SPDX-License-Identifier: Apache-2.0

import { type Amount, amountOf } from "#sdk/money/index.ts";
import { readEvents } from "./logs.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** What a programme's money is for, ledger units. */
export interface Balances {
  /** Not yet promised to anyone. */
  readonly free: Amount;
  /** Approved for households, not yet redeemed. */
  readonly reserved: Amount;
  /** Redeemed at shops, not yet settled. */
  readonly owed: Amount;
  /** Set aside for shops' commissions. */
  readonly fees: Amount;
}

/** Up to so many ledger units approved within 30 days, so many approvers are needed, and a release by Finance or not. */
export interface Band {
  readonly upTo: bigint;
  readonly approvers: number;
  readonly needsRelease: boolean;
}

export async function readBalances({ contract }: ProgrammeHandle): Promise<Balances> {
  const { free, reserved, owed, fees } = await contract.balances();
  return {
    free: amountOf(free),
    reserved: amountOf(reserved),
    owed: amountOf(owed),
    fees: amountOf(fees),
  };
}

/** Ascending; the last bounds what can be approved. */
export async function readBands({ contract }: ProgrammeHandle): Promise<Band[]> {
  const bands = await contract.bands();
  return bands.map(({ upTo, approvers, needsRelease }) => ({
    upTo,
    approvers: Number(approvers),
    needsRelease,
  }));
}

/** A recorded address to which unspent money may go back. */
export interface Source {
  readonly address: string;
  /** keccak256 of the agreement. */
  readonly document: string;
}

export async function readSources(suite: Suite, { contract }: ProgrammeHandle): Promise<Source[]> {
  const events = await readEvents(suite, contract, contract.filters.SourceRecorded());
  const latest = new Map(events.map(({ args }) => [args.source, args.document]));
  return [...latest].map(([address, document]) => ({ address, document }));
}
