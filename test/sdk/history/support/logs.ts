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
  council: address(0xcc),
  agreementFactory: address(0xaf),
  donorFundFactory: address(0xdf),
};
export const programme = address(0x9001);
export const asset = address(0xa55e);
export const fund = address(0xf01d);
export const agreement = address(0xa9ee);

/** A readable address, checksummed. */
export function address(n: number): string {
  return getAddress(zeroPadValue(toBeHex(n), 20));
}

export function knownBook(): ContractBook {
  const book = ContractBook.ofDeployment(contracts);
  book.add("programme", programme);
  book.add("fund", fund);
  book.add("agreement", agreement);
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
  council: [contracts.council, interfaces.council],
  agreementFactory: [contracts.agreementFactory, interfaces.agreementFactory],
  agreement: [agreement, interfaces.agreement],
  fundFactory: [contracts.donorFundFactory, interfaces.fundFactory],
  fund: [fund, interfaces.fund],
  asset: [asset, interfaces.asset],
} as const;

function encode(contract: Interface, event: string, values: unknown[]): { data: string; topics: string[] } {
  const fragment = contract.getEvent(event);
  if (fragment === null) throw new Error(`no event ${event}`);
  return contract.encodeEventLog(fragment, values);
}
