// SPDX-License-Identifier: Apache-2.0

import { getAddress, type Interface, id, toBeHex, zeroPadValue } from "ethers";
import { interfaces } from "#sdk/history/events.ts";
import { ContractBook, type RawLog } from "#sdk/history/index.ts";

/** Addresses of a deployment that exists only in logs. */
export const contracts = {
  consortium: address(0xc0),
  accounts: address(0xac),
  documents: address(0xd0),
  programmeFactory: address(0xfa),
  programmeBeacon: address(0xbe),
};
export const programme = address(0x9001);
export const asset = address(0xa55e);

/** A readable address, checksummed. */
export function address(n: number): string {
  return getAddress(zeroPadValue(toBeHex(n), 20));
}

export function knownBook(): ContractBook {
  const book = ContractBook.ofDeployment(contracts);
  book.add("programme", programme);
  book.addAsset(asset, 0);
  return book;
}

/** Writes logs as a chain would: block by block, numbered within each. */
export class LogWriter {
  readonly logs: RawLog[] = [];
  #block = 10;
  #logIndex = 0;

  get block(): number {
    return this.#block;
  }

  nextBlock(): void {
    this.#block++;
    this.#logIndex = 0;
  }

  emit(from: keyof typeof sources, event: string, ...values: unknown[]): void {
    const [emitter, contract] = sources[from];
    const { data, topics } = encode(contract, event, values);
    this.logs.push({
      address: emitter,
      topics,
      data,
      block: this.#block,
      blockHash: id(`block ${this.#block}`),
      logIndex: this.#logIndex++,
      transaction: id(`transaction ${this.#block}`),
      timestamp: 1_780_000_000 + this.#block * 3_600,
    });
  }
}

const sources = {
  consortium: [contracts.consortium, interfaces.consortium],
  accounts: [contracts.accounts, interfaces.accounts],
  documents: [contracts.documents, interfaces.documents],
  factory: [contracts.programmeFactory, interfaces.factory],
  programme: [programme, interfaces.programme],
  asset: [asset, interfaces.asset],
} as const;

function encode(contract: Interface, event: string, values: unknown[]): { data: string; topics: string[] } {
  const fragment = contract.getEvent(event);
  if (fragment === null) throw new Error(`no event ${event}`);
  return contract.encodeEventLog(fragment, values);
}
