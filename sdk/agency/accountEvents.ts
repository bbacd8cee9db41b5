// SPDX-License-Identifier: Apache-2.0

import type { ReceiptCorrectedEvent } from "#bindings/interfaces/IProgramme.ts";
import { textOfBytes32 } from "#sdk/errors/contractWords.ts";
import { CLOSING_REASONS, CORRECTION_KINDS, nameOf } from "#sdk/history/names.ts";
import { type AccountNumber, accountNumberOf, chunkOf, readChunk } from "#sdk/list/index.ts";
import { fromHex, type Hex } from "#sdk/merkle/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import {
  decodeOutcomes,
  type ReceiptOutcome,
  type RejectionName,
  type TerminalAddress,
  terminalAddress,
} from "#sdk/receipts/index.ts";
import { blockTimes, readEvents } from "./logs.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** What happened to an account. Amounts in ledger units of the programme. */
export type AccountEventFacts =
  | { readonly kind: "loaded"; readonly cycle: number; readonly amount: Amount }
  | ({
      readonly kind: "sale" | "refund";
      readonly cycle: number;
      readonly amount: Amount;
      readonly outcome: "credited" | "rejected";
      readonly rejection?: RejectionName;
    } & ReceiptName)
  | ({
      readonly kind: "corrected";
      readonly cycle: number;
      readonly correction: (typeof CORRECTION_KINDS)[number] | string;
      /** What counts for this account now; 0 when the receipt was taken back or moved to another account. */
      readonly amount: Amount;
      readonly reason: string;
    } & ReceiptName)
  | { readonly kind: "held"; readonly until: number; readonly officer: string }
  | { readonly kind: "released"; readonly officer: string }
  | {
      readonly kind: "closed";
      readonly organisation: number;
      readonly reason: string;
      readonly successor?: AccountNumber;
    }
  | { readonly kind: "reopened"; readonly organisation: number }
  | { readonly kind: "linked" }
  | { readonly kind: "rebound"; readonly keyVersion: number };

/** Which receipt, of which shop. */
export interface ReceiptName {
  readonly shop: number;
  readonly terminal: TerminalAddress;
  readonly number: number;
}

/** Where in the chain an event stands. */
export interface EventPlace {
  readonly block: number;
  readonly transaction: string;
  /** Unix seconds. */
  readonly at: number;
}

export type AccountEvent = AccountEventFacts & EventPlace;

interface PlacedLog {
  readonly blockNumber: number;
  readonly index: number;
  readonly transactionHash: string;
}

type Found = readonly [log: PlacedLog, facts: AccountEventFacts];

/** Everything that happened to an account, in the registry and in one programme, oldest first. */
export async function readAccountEvents(
  suite: Suite,
  programme: Pick<ProgrammeHandle, "contract">,
  account: AccountNumber,
): Promise<AccountEvent[]> {
  const loaded = await loadedOf(suite, programme, account);
  const listed = new Map(loaded.map(([log, { cycle }]) => [cycle, log.blockNumber]));
  const found: Found[] = [
    ...loaded,
    ...(await holdsOf(suite, programme, account)),
    ...(await registryOf(suite, account)),
    ...(await Promise.all(
      [...listed].map(([cycle, from]) => receiptsOf(suite, programme, account, cycle, from)),
    ).then((ofCycles) => ofCycles.flat())),
  ];
  found.sort(([a], [b]) => a.blockNumber - b.blockNumber || a.index - b.index);
  const times = await blockTimes(
    suite,
    found.map(([log]) => log.blockNumber),
  );
  return found.map(([{ blockNumber, transactionHash }, facts]) => ({
    ...facts,
    block: blockNumber,
    transaction: transactionHash,
    at: times.get(blockNumber) ?? 0,
  }));
}

/** What the account was listed with, by cycle. */
export async function loadedOf(
  suite: Suite,
  { contract }: Pick<ProgrammeHandle, "contract">,
  account: AccountNumber,
) {
  const filter = contract.filters.ChunkLoaded(undefined, chunkOf(account));
  const chunks = await readEvents(suite, contract, filter);
  return chunks.flatMap((log) => {
    const { cycle, chunk, payload } = log.args;
    const entries = readChunk(Number(chunk), fromHex(payload as Hex));
    const entry = entries.find((candidate) => candidate.account === account);
    if (entry === undefined) return [];
    const facts = { kind: "loaded", cycle: Number(cycle), amount: entry.amount } as const;
    return [[log as PlacedLog, facts] as const];
  });
}

async function holdsOf(
  suite: Suite,
  { contract }: Pick<ProgrammeHandle, "contract">,
  account: AccountNumber,
): Promise<Found[]> {
  const [held, released] = await Promise.all([
    readEvents(suite, contract, contract.filters.AccountHeld(account)),
    readEvents(suite, contract, contract.filters.AccountReleased(account)),
  ]);
  return [
    ...held.map((log): Found => {
      const { until, officer } = log.args;
      return [log, { kind: "held", until: Number(until), officer }];
    }),
    ...released.map((log): Found => [log, { kind: "released", officer: log.args.officer }]),
  ];
}

async function registryOf(suite: Suite, account: AccountNumber): Promise<Found[]> {
  const { accounts } = suite;
  const { filters } = accounts;
  const [closed, reopened, linked, rebound] = await Promise.all([
    readEvents(suite, accounts, filters.AccountClosed(account)),
    readEvents(suite, accounts, filters.AccountReopened(account)),
    readEvents(suite, accounts, filters.AccountLinked(account)),
    readEvents(suite, accounts, filters.AccountRebound(account)),
  ]);
  return [
    ...closed.map((log): Found => {
      const { organisation, reason, successor } = log.args;
      const next = successor === 0n ? {} : { successor: accountNumberOf(successor) };
      const name = nameOf(CLOSING_REASONS, reason);
      return [log, { kind: "closed", organisation: Number(organisation), reason: name, ...next }];
    }),
    ...reopened.map((log): Found => {
      return [log, { kind: "reopened", organisation: Number(log.args.organisation) }];
    }),
    ...linked.map((log): Found => [log, { kind: "linked" }]),
    ...rebound.map((log): Found => [log, { kind: "rebound", keyVersion: Number(log.args.keyVersion) }]),
  ];
}

/** The account's receipts and their corrections in a cycle; events name accounts only in their data, so all of the cycle's are read. */
async function receiptsOf(
  suite: Suite,
  { contract }: Pick<ProgrammeHandle, "contract">,
  account: AccountNumber,
  cycle: number,
  fromBlock: number,
): Promise<Found[]> {
  const { filters } = contract;
  const [recorded, corrected] = await Promise.all([
    readEvents(suite, contract, filters.ReceiptsRecorded(undefined, cycle), fromBlock),
    readEvents(suite, contract, filters.ReceiptCorrected(undefined, undefined, cycle), fromBlock),
  ]);
  return [
    ...recorded.flatMap((log): Found[] => {
      const { terminal, firstNumber, items, rejections, stop, shop } = log.args;
      const { receipts } = decodeOutcomes({ terminal, cycle, firstNumber, items, rejections, stop });
      const mine = receipts.filter(({ item }) => item.account === account);
      return mine.map((outcome) => [log, receiptFacts(outcome, cycle, Number(shop), terminal)]);
    }),
    ...corrected.flatMap((log): Found[] => {
      const { correction } = log.args;
      const accounts = [correction.account, correction.newAccount].map(Number);
      return accounts.includes(account) ? [[log, correctionFacts(log.args, account)]] : [];
    }),
  ];
}

function receiptFacts(
  { number, item, receipt, outcome, rejection }: ReceiptOutcome,
  cycle: number,
  shop: number,
  terminal: string,
): AccountEventFacts {
  return {
    kind: receipt?.kind ?? "sale",
    cycle,
    shop,
    terminal: terminalAddress(terminal),
    number,
    amount: item.amount,
    outcome,
    ...(rejection === undefined ? {} : { rejection }),
  };
}

const HONOUR = CORRECTION_KINDS.indexOf("Honour");
const RE_ENTER = CORRECTION_KINDS.indexOf("ReEnter");

function correctionFacts(
  { terminal, number, cycle, shop, correction }: ReceiptCorrectedEvent.OutputObject,
  account: AccountNumber,
): AccountEventFacts {
  const kind = Number(correction.kind);
  const counts = { [HONOUR]: correction.amount, [RE_ENTER]: correction.newAmount }[kind] ?? 0n;
  const isOfAnother = kind === RE_ENTER && Number(correction.newAccount) !== account;
  return {
    kind: "corrected",
    cycle: Number(cycle),
    shop: Number(shop),
    terminal: terminalAddress(terminal),
    number: Number(number),
    correction: nameOf(CORRECTION_KINDS, kind),
    amount: amountOf(isOfAnother ? 0n : counts),
    reason: textOfBytes32(correction.reason),
  };
}
