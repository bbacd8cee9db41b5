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

/** A recorded source, with what it brought and got back, ledger units. */
export interface SourceBook extends Source {
  readonly brought: Amount;
  readonly returned: Amount;
}

/** Every recorded source with its money, in the order in which they were recorded. */
export async function readSourceBooks(suite: Suite, programme: ProgrammeHandle): Promise<SourceBook[]> {
  const { contract } = programme;
  const { filters } = contract;
  const [sources, funded, returned] = await Promise.all([
    readSources(suite, programme),
    readEvents(suite, contract, filters.Funded()),
    readEvents(suite, contract, filters.UnspentReturned()),
  ]);
  return sources.map((source) => ({
    ...source,
    brought: sumOf(funded, source.address),
    returned: sumOf(returned, source.address),
  }));
}

function sumOf(
  events: readonly { readonly args: { readonly source: string; readonly amount: bigint } }[],
  source: string,
): Amount {
  const own = events.filter(({ args }) => args.source === source);
  return amountOf(own.reduce((sum, { args }) => sum + args.amount, 0n));
}
