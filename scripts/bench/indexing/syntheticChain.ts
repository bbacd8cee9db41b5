// SPDX-License-Identifier: Apache-2.0
import {
  encodeBytes32String,
  getAddress,
  type Interface,
  id,
  toBeHex,
  ZeroAddress,
  zeroPadValue,
} from "ethers";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { interfaces } from "#sdk/history/events.ts";
import type { ChainReader, ContractKind, Fee, Header, LogFilter } from "#sdk/history/index.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { packItems } from "#sdk/receipts/index.ts";

/** What the chain of the measurement holds. */
export interface ChainSize {
  readonly redemptions: number;
  readonly households: number;
  readonly cycles: number;
  readonly shops: number;
  /** Items of a batch. */
  readonly batch: number;
  /** To the donor fund that pays for all of it; each has a reference of its own. */
  readonly contributions: number;
}

const BATCHES_A_BLOCK = 20;
const FIRST_TIME = 1_780_000_000;
const BLOCK_SECONDS = 12;
const FIRST_DAY = 20_600;
const SALE = 1_250n;
/** Card and PIN. */
const FLAGS = 2;
const LEDGER_DECIMALS = 2;
const GAS_A_BATCH = 1_100_000n;
const GAS_PRICE = 10n ** 9n;

type BlockLog = Awaited<ReturnType<ChainReader["logs"]>>[number];
type Values = readonly unknown[];

export const PROGRAMME = addressOf(0x9001);
export const FUND = addressOf(0xf01d);
const ASSET = addressOf(0xa55e);
const CONTRACTS = {
  consortium: addressOf(0xc0),
  accounts: addressOf(0xac),
  documents: addressOf(0xd0),
  programmeFactory: addressOf(0xfa),
  programmeBeacon: addressOf(0xbe),
  donorFundFactory: addressOf(0xdf),
};
const RECEIPTS_RECORDED = interfaces.programme.getEvent("ReceiptsRecorded")?.topicHash ?? "";
const EMITTERS = {
  consortium: CONTRACTS.consortium,
  accounts: CONTRACTS.accounts,
  documents: CONTRACTS.documents,
  factory: CONTRACTS.programmeFactory,
  programme: PROGRAMME,
  fundFactory: CONTRACTS.donorFundFactory,
  fund: FUND,
} as const satisfies Partial<Record<ContractKind, string>>;
type Emitter = keyof typeof EMITTERS;

export const DEPLOYMENT: Deployment = { chainId: 31_337, fromBlock: 1, contracts: CONTRACTS };

/**
 * A chain that exists only as a rule: the first block makes a programme with its cycles, shops and terminals, every later one holds
 * batches of receipts. Logs are made when they are asked for, so that the measured memory is the server's own.
 */
export class SyntheticChain implements ChainReader {
  readonly #size: ChainSize;
  readonly #batches: number;
  readonly #blocks: number;
  readonly #terminals: readonly string[];

  constructor(size: ChainSize) {
    this.#size = size;
    this.#batches = Math.ceil(size.redemptions / size.batch);
    this.#terminals = Array.from({ length: size.shops }, (_, i) => terminalOf(i + 1));
    this.#blocks = 1 + Math.ceil(this.#batches / BATCHES_A_BLOCK);
  }

  async chainId(): Promise<number> {
    return DEPLOYMENT.chainId;
  }

  async head(): Promise<number> {
    return this.#blocks;
  }

  async header(block: number): Promise<Header | null> {
    if (block > this.#blocks) return null;
    return { number: block, hash: hashOf(block), parentHash: hashOf(block - 1), timestamp: timeOf(block) };
  }

  async fee(): Promise<Fee> {
    return { gasUsed: GAS_A_BATCH, wei: GAS_A_BATCH * GAS_PRICE };
  }

  async decimals(): Promise<number> {
    return LEDGER_DECIMALS;
  }

  async logs({ addresses, from, to }: LogFilter): Promise<BlockLog[]> {
    const wanted = new Set(addresses.map((address) => address.toLowerCase()));
    const logs: BlockLog[] = [];
    for (let block = from; block <= to; block++) {
      for (const log of this.#block(block)) if (wanted.has(log.address.toLowerCase())) logs.push(log);
    }
    return logs;
  }

  #block(block: number): BlockLog[] {
    if (block === 1) return this.#beginning();
    const first = (block - 2) * BATCHES_A_BLOCK;
    const count = Math.min(BATCHES_A_BLOCK, this.#batches - first);
    return Array.from({ length: count }, (_, i) => this.#batch(first + i, block, i));
  }

  #beginning(): BlockLog[] {
    const { cycles, shops, households } = this.#size;
    const total = SALE * BigInt(this.#size.redemptions);
    const settings = [1, ASSET, "0x555344", 5, 1, encodeBytes32String("72040"), "Food for the north"];
    const events: [Emitter, string, Values][] = [
      ["consortium", "OrganisationAdmitted", [1, 0, "Relief", "XM-DAC-41140", addressOf(1)]],
      ["factory", "ProgrammeCreated", [PROGRAMME, 1, ASSET, settings, [[10n ** 20n, 1, false]]]],
      ["fundFactory", "FundCreated", [FUND, 1, ASSET, "Solidarity"]],
      ...this.#given(total * BigInt(cycles)),
      ["programme", "Funded", [FUND, FUND, total * BigInt(cycles)]],
    ];
    for (let cycle = 1; cycle <= cycles; cycle++) {
      const days = [FIRST_DAY, FIRST_DAY + 30];
      const terms = [id("root"), 4, households, total, 1, 2, 3, ...days, 0, 0, 1, id("digest"), id("sheet")];
      events.push(["programme", "CyclePrepared", [cycle, addressOf(1), id("terms"), terms]]);
      events.push(["programme", "CycleApproved", [cycle, addressOf(2), 1, 1]]);
      events.push(["programme", "CycleActivated", [cycle, 0, total]]);
      events.push(["programme", "ChunkLoaded", [cycle, 0, total, `0x${"00".repeat(8 * 256)}`]]);
    }
    for (let shop = 1; shop <= shops; shop++) {
      const code = encodeBytes32String(`SHOP-${shop}`);
      const terms = [code, 0, 150, 10n ** 12n, 7, 10n ** 12n, true];
      events.push(["programme", "ShopRegistered", [shop, code, terms, [1, addressOf(0), id("account")]]]);
      events.push(["programme", "TerminalAuthorised", [terminalOf(shop), shop, 10n ** 12n, addressOf(3)]]);
    }
    return events.map(([kind, name, values], index) => logOf(kind, name, values, 1, index));
  }

  /** Contributions that are equal but for the last, and one allocation of all of them. */
  #given(whole: bigint): [Emitter, string, Values][] {
    const { contributions } = this.#size;
    const share = whole / BigInt(contributions);
    const given = Array.from({ length: contributions }, (_, i): [Emitter, string, Values] => {
      const from = share * BigInt(i);
      const amount = i + 1 < contributions ? share : whole - from;
      return ["fund", "Contributed", [i + 1, addressOf(77), referenceOf(i + 1), ZeroAddress, amount, from]];
    });
    return [...given, ["fund", "Allocated", [1, PROGRAMME, id("decision"), ZeroAddress, whole, 0]]];
  }

  #batch(index: number, block: number, logIndex: number): BlockLog {
    const { shops, cycles, batch, households, redemptions } = this.#size;
    const shop = 1 + (index % shops);
    const round = Math.floor(index / shops);
    const items = Array.from({ length: Math.min(batch, redemptions - index * batch) }, (_, i) => ({
      account: accountNumberOf((index * batch + i) % households),
      amount: amountOf(SALE),
      reference: FIRST_DAY + (index % 30),
      flags: FLAGS,
    }));
    const cycle = 1 + (index % cycles);
    const terminal = this.#terminals[shop - 1] ?? "";
    return {
      ...placeOf(block, logIndex),
      address: PROGRAMME,
      topics: [RECEIPTS_RECORDED, zeroPadValue(terminal, 32), hashOf(cycle), hashOf(shop)],
      data: recordedData(1 + round * batch, packItems(items)),
    };
  }
}

/** The data of ReceiptsRecorded without rejections, written by hand: an encoder would take as long as what is measured. */
function recordedData(firstNumber: number, items: Uint8Array): string {
  const word = (value: number): string => value.toString(16).padStart(64, "0");
  const bytes = Buffer.from(items).toString("hex");
  const padded = bytes.padEnd(Math.ceil(bytes.length / 64) * 64, "0");
  const head = 4 * 32;
  const afterItems = head + 32 + padded.length / 2;
  return `0x${word(firstNumber)}${word(head)}${word(afterItems)}${word(0)}${word(items.length)}${padded}${word(0)}`;
}

function placeOf(block: number, logIndex: number) {
  return {
    block,
    blockHash: hashOf(block),
    logIndex,
    transaction: hashOf(block * 1_000 + logIndex),
    timestamp: timeOf(block),
  };
}

function logOf(kind: Emitter, name: string, values: Values, block: number, logIndex: number): BlockLog {
  const { topics, data } = (interfaces[kind] as Interface).encodeEventLog(name, values);
  return { ...placeOf(block, logIndex), address: EMITTERS[kind], topics: topics as string[], data };
}

function addressOf(n: number): string {
  return getAddress(zeroPadValue(toBeHex(n), 20));
}

/** What the donor of a contribution calls it. */
export function referenceOf(contribution: number): string {
  return encodeBytes32String(`GIFT-${contribution}`);
}

function terminalOf(shop: number): string {
  return addressOf(0x7e0000 + shop);
}

function hashOf(block: number): string {
  return `0x${block.toString(16).padStart(64, "0")}`;
}

function timeOf(block: number): number {
  return FIRST_TIME + block * BLOCK_SECONDS;
}
