// SPDX-License-Identifier: Apache-2.0

import { readInHalves } from "./bisect.ts";
import { ChainError, type ChainReader, type FoundLog, type Header, type LogFilter } from "./chain.ts";
import type { ContractBook } from "./contractBook.ts";
import { type Creation, createdBy, creationEvents } from "./creations.ts";
import { compareLogs, interfaces } from "./events.ts";
import { historyTopics } from "./handlers/index.ts";
import type { RawLog } from "./rawLog.ts";
import type { Checkpoint } from "./store.ts";

/** Everything that a range of blocks says, from one and the same chain. */
export interface FetchedRange {
  readonly from: number;
  readonly to: number;
  /** In the order of the chain. */
  readonly logs: readonly RawLog[];
  /** Earlier logs of assets that became known in this range. */
  readonly backlog: readonly RawLog[];
  /** The contracts known at the end of the range. */
  readonly book: ContractBook;
  /** Blocks of the range whose hash is known, ascending; the last is `to`. */
  readonly checkpoints: readonly Checkpoint[];
}

/** The chain is another one than before, or changed while it was read: look for the last common block and go on from there. */
export class ChainMoved extends ChainError {
  override readonly name = "ChainMoved";

  constructor(details: string) {
    super(details, false);
  }
}

export interface FetchOptions {
  readonly chain: ChainReader;
  readonly book: ContractBook;
  /** First block of the deployment: where the backlog of a new asset starts. */
  readonly deployedAt: number;
}

const TOPICS = historyTopics();
const CREATIONS: ReadonlySet<string | undefined> = new Set(
  creationEvents.map(([source, event]) => interfaces[source].getEvent(event)?.topicHash),
);
/** Decimals of a ledger unit are the token's, but never more than this. */
const MOST_DECIMALS = 6;
const QUESTIONS_AT_ONCE = 8;

/**
 * Fetch the logs of all known contracts in a range of blocks, those created in it included.
 *
 * The range is halved when a node refuses it as too much. The hash of the last block is read before and after: as a hash stands for
 * the whole chain below it, equal hashes mean that everything between came from one chain.
 * @param parent Hash that the block before `from` must have; undefined when nothing was read before.
 * @throws ChainMoved when the chain is not the one that `parent` belongs to, or changed meanwhile.
 */
export async function fetchRange(
  options: FetchOptions,
  from: number,
  to: number,
  parent: string | undefined,
): Promise<FetchedRange> {
  const { chain } = options;
  const book = options.book.clone();
  const last = await headerOf(chain, to);
  const first = from === to ? last : await headerOf(chain, from);
  if (parent !== undefined && first.parentHash !== parent)
    throw new ChainMoved(`block ${from} has another parent`);

  const known = await logsOf(chain, { addresses: book.addresses(), topics: TOPICS, from, to });
  const discovered = await discover(options, book, known, from, to);
  const logs = await withFees(chain, book, await withTimes(chain, [...known, ...discovered.logs]));
  const backlog = await withTimes(chain, discovered.backlog);

  const again = await headerOf(chain, to);
  if (again.hash !== last.hash) throw new ChainMoved(`block ${to} changed while it was read`);
  return {
    from,
    to,
    logs,
    backlog,
    book,
    checkpoints: checkpointsOf(logs, last),
  };
}

async function headerOf(chain: ChainReader, block: number): Promise<Header> {
  const header = await chain.header(block);
  if (header === null) throw new ChainMoved(`block ${block} is gone`);
  return header;
}

/** Logs of a range, which is halved as often as the node finds it too much. */
async function logsOf(chain: ChainReader, filter: LogFilter): Promise<readonly FoundLog[]> {
  return await readInHalves(
    (from, to) => chain.logs({ ...filter, from, to }),
    filter.from,
    filter.to,
    (error) => error instanceof ChainError && error.mayBeTooMuch,
  );
}

/** A creation, and the log that tells of it. */
interface Found extends Creation {
  readonly log: FoundLog;
}

/** Add new programmes, agreements, funds and their assets to the book, and fetch what these said in the range. */
async function discover(
  { chain, deployedAt }: FetchOptions,
  book: ContractBook,
  known: readonly FoundLog[],
  from: number,
  to: number,
): Promise<{ logs: readonly FoundLog[]; backlog: readonly FoundLog[] }> {
  const found = known.flatMap((log) => creationOf(book, log));
  const assets: string[] = [];
  for (const { kind, address, asset } of found) {
    book.add(kind, address);
    if (book.decimalsOf(asset) !== undefined) continue;
    book.addAsset(asset, Math.min(await chain.decimals(asset), MOST_DECIMALS));
    assets.push(asset);
  }
  if (found.length === 0) return { logs: [], backlog: [] };
  const addresses = found.map(({ address }) => address);
  const logs = await logsOf(chain, { addresses, topics: TOPICS, from, to });
  if (assets.length === 0) return { logs, backlog: [] };
  const ofAssets = await logsOf(chain, { addresses: assets, topics: TOPICS, from: deployedAt, to });
  const { earlier, later } = splitAtDiscovery(ofAssets, found);
  return { logs: [...logs, ...later], backlog: earlier };
}

function creationOf(book: ContractBook, log: FoundLog): Found[] {
  if (!CREATIONS.has(log.topics[0])) return [];
  const source = book.kindOf(log.address);
  const event = source && interfaces[source].parseLog(log);
  const creation = event ? createdBy(source, event.name, event.args) : undefined;
  return creation === undefined ? [] : [{ ...creation, log }];
}

/** What an asset said before the first contract named it is backlog; the rest stands in its own place. */
function splitAtDiscovery(ofAssets: readonly FoundLog[], found: readonly Found[]) {
  const firstNamed = new Map<string, FoundLog>();
  for (const { asset, log } of found) {
    if (!firstNamed.has(asset.toLowerCase())) firstNamed.set(asset.toLowerCase(), log);
  }
  const isEarlier = (log: FoundLog): boolean => {
    const named = firstNamed.get(log.address.toLowerCase());
    return named !== undefined && (log.block - named.block || log.logIndex - named.logIndex) < 0;
  };
  return { earlier: ofAssets.filter(isEarlier), later: ofAssets.filter((log) => !isEarlier(log)) };
}

/** Fill in the times of blocks that the node left out of its logs. */
async function withTimes(chain: ChainReader, logs: readonly FoundLog[]): Promise<RawLog[]> {
  const times = new Map<number, number>();
  const missing = [...new Set(logs.filter((log) => log.timestamp === undefined).map(({ block }) => block))];
  for (const header of await askAll(missing, (block) => headerOf(chain, block)))
    times.set(header.number, header.timestamp);
  return logs.map((log) => ({ ...log, timestamp: log.timestamp ?? times.get(log.block) ?? 0 }));
}

/** In the order of the chain, each transaction of a programme with what it took. */
async function withFees(
  chain: ChainReader,
  book: ContractBook,
  logs: readonly RawLog[],
): Promise<readonly RawLog[]> {
  const sorted = logs.toSorted(compareLogs);
  const firsts = new Map<string, RawLog>();
  for (const log of sorted) {
    if (!firsts.has(log.transaction) && book.kindOf(log.address) === "programme")
      firsts.set(log.transaction, log);
  }
  const fees = await askAll([...firsts], async ([transaction, log]) => {
    const fee = await chain.fee(transaction);
    if (fee === null) throw new ChainMoved(`a transaction of block ${log.block} is gone`);
    return [log, fee] as const;
  });
  const known = new Map(fees);
  return sorted.map((log) => {
    const fee = known.get(log);
    return fee === undefined ? log : { ...log, fee };
  });
}

/** Ask a node many things, a few at a time. */
async function askAll<T, A>(things: readonly T[], ask: (thing: T) => Promise<A>): Promise<A[]> {
  const answers: A[] = [];
  for (let start = 0; start < things.length; start += QUESTIONS_AT_ONCE) {
    const some = things.slice(start, start + QUESTIONS_AT_ONCE);
    answers.push(...(await Promise.all(some.map(ask))));
  }
  return answers;
}

function checkpointsOf(logs: readonly RawLog[], last: Header): Checkpoint[] {
  const blocks = new Map(
    logs.map(({ block, blockHash, timestamp }) => [block, { block, hash: blockHash, timestamp }]),
  );
  blocks.set(last.number, { block: last.number, hash: last.hash, timestamp: last.timestamp });
  return [...blocks.values()].toSorted((a, b) => a.block - b.block);
}
