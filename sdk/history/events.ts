// SPDX-License-Identifier: Apache-2.0

import { type EventFragment, getAddress, type Interface, type Result } from "ethers";
import {
  IAgreementFactory__factory,
  IBeneficiaryAccounts__factory,
  IConsortium__factory,
  ICouncil__factory,
  ICurrencyUnit__factory,
  IDocumentRegistry__factory,
  IDonorFund__factory,
  IDonorFundFactory__factory,
  IMilestoneAgreement__factory,
  IProgramme__factory,
  IProgrammeFactory__factory,
} from "#bindings/index.ts";
import type { ContractBook, ContractKind } from "./contractBook.ts";
import { createdBy } from "./creations.ts";
import type { Fee, RawLog } from "./rawLog.ts";

/** Where and when an event happened. */
export interface Place {
  /** Checksummed address of the contract that emitted it. */
  readonly contract: string;
  readonly block: number;
  readonly logIndex: number;
  readonly transaction: string;
  readonly timestamp: number;
  /** Days since 1970-01-01. */
  readonly day: number;
}

export interface HistoryEvent {
  readonly source: ContractKind;
  readonly name: string;
  /** Named values as ethers decodes them; the handlers know their types from TypeChain. */
  readonly args: Result;
  readonly place: Place;
  /** Of the event's transaction, with the first event of it alone; unknown where nobody read it. */
  readonly fee?: Fee;
  /** Decimals of the ledger unit of the asset (of a new contract): the one fact that no event tells. */
  readonly assetDecimals?: number;
  /** Earlier events of an asset that became known by this event. They count from here on. */
  readonly backlog?: readonly HistoryEvent[];
}

/** Interfaces to decode with, by kind of contract. */
export const interfaces: Readonly<Record<ContractKind, Interface>> = {
  council: ICouncil__factory.createInterface(),
  consortium: IConsortium__factory.createInterface(),
  accounts: IBeneficiaryAccounts__factory.createInterface(),
  documents: IDocumentRegistry__factory.createInterface(),
  factory: IProgrammeFactory__factory.createInterface(),
  programme: IProgramme__factory.createInterface(),
  agreementFactory: IAgreementFactory__factory.createInterface(),
  agreement: IMilestoneAgreement__factory.createInterface(),
  fundFactory: IDonorFundFactory__factory.createInterface(),
  fund: IDonorFund__factory.createInterface(),
  asset: ICurrencyUnit__factory.createInterface(),
};

/** Events by their topic. ethers looks for one by hashing the signature of each event, for every log anew. */
const fragments: ReadonlyMap<string, ReadonlyMap<string, EventFragment>> = new Map(
  Object.entries(interfaces).map(([kind, contract]) => [kind, eventsByTopic(contract)]),
);

const SECONDS_A_DAY = 86_400;
/** Checksummed addresses of emitters, which are few. */
const checksummed = new Map<string, string>();
const MOST_EMITTERS = 10_000;

/**
 * Decode logs in the order of the chain; logs of other contracts and unknown events are left out.
 * @param logs In any order.
 * @param backlog Earlier logs of assets that became known by one of `logs`.
 */
export function decodeLogs(
  logs: readonly RawLog[],
  book: ContractBook,
  backlog: readonly RawLog[] = [],
): HistoryEvent[] {
  const waiting = decodeInOrder(backlog, book);
  return decodeInOrder(logs, book).map((event) => {
    const asset = createdBy(event.source, event.name, event.args)?.asset;
    if (asset === undefined) return event;
    const assetDecimals = book.decimalsOf(asset);
    const mine = waiting.filter((earlier) => earlier.place.contract === asset);
    for (const earlier of mine) waiting.splice(waiting.indexOf(earlier), 1);
    return { ...event, ...(assetDecimals === undefined ? {} : { assetDecimals }), backlog: mine };
  });
}

/** Order of the chain. */
export function compareLogs(a: RawLog, b: RawLog): number {
  return a.block - b.block || a.logIndex - b.logIndex;
}

function decodeInOrder(logs: readonly RawLog[], book: ContractBook): HistoryEvent[] {
  return logs.toSorted(compareLogs).flatMap((log) => {
    const source = book.kindOf(log.address);
    if (source === undefined) return [];
    const parsed = parse(source, log);
    if (parsed === null) return [];
    return [{ source, ...parsed, place: placeOf(log), ...(log.fee === undefined ? {} : { fee: log.fee }) }];
  });
}

function parse(source: ContractKind, { topics, data }: RawLog): Pick<HistoryEvent, "name" | "args"> | null {
  const fragment = fragments.get(source)?.get(topics[0] ?? "");
  if (fragment === undefined) return null;
  try {
    return { name: fragment.name, args: interfaces[source].decodeEventLog(fragment, data, topics) };
  } catch (error) {
    // An asset is whatever contract an administrator named: one that emits nonsense must not stop the history.
    if (source === "asset") return null;
    throw error;
  }
}

function placeOf(log: RawLog): Place {
  return {
    contract: checksummedAddress(log.address),
    block: log.block,
    logIndex: log.logIndex,
    transaction: log.transaction,
    timestamp: log.timestamp,
    day: Math.floor(log.timestamp / SECONDS_A_DAY),
  };
}

function checksummedAddress(address: string): string {
  const known = checksummed.get(address);
  if (known !== undefined) return known;
  if (checksummed.size >= MOST_EMITTERS) checksummed.clear();
  const result = getAddress(address);
  checksummed.set(address, result);
  return result;
}

function eventsByTopic(contract: Interface): Map<string, EventFragment> {
  const events = new Map<string, EventFragment>();
  contract.forEachEvent((event) => events.set(event.topicHash, event));
  return events;
}
