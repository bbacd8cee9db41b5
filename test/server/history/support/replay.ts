// SPDX-License-Identifier: Apache-2.0

import { concat, toBeHex, zeroPadBytes } from "ethers";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import type { RawLog } from "#sdk/history/index.ts";
import { agreement, asset, contracts, fund, programme } from "#test/sdk/history/support/logs.ts";
import type { Anvil } from "#test/support/anvil.ts";

/**
 * A contract that emits whatever log its calldata describes: one byte with the number of topics (1 to 4), four words for topics, then
 * the data. Calldata of four bytes is answered with zero, which makes it a token without decimals. With it a real chain says what a
 * simulation wrote.
 */
const EMITTER = assemble();

const TOPIC_PLACES = 4;
/** Enough for the largest log; many of them have to fit one block. */
const GAS = toBeHex(500_000);
const BLOCK_GAS = toBeHex(1_000_000_000);

function assemble(): string {
  const emit = (topics: number): string => {
    const loads = Array.from({ length: topics }, (_, i) => `60${byte(1 + 32 * (topics - 1 - i))}35`).join("");
    // pop the count; topics, last one first; size; offset 0; LOGn; stop
    return `50${loads}${byte(0x80 + topics)}5f${byte(0xa0 + topics)}00`;
  };
  // size = calldatasize - 129; copy the data to memory 0; count = first byte of calldata
  const start = "6081360380" + "60815f37" + "5f3560f81c";
  const branch = (topics: number, target: number): string => `8060${byte(topics)}1460${byte(target)}57`;
  const length = (code: string): number => code.length / 2;
  const head = 7 + length(start) + 3 * 7;
  const [four, one, two, three] = [emit(4), `5b${emit(1)}`, `5b${emit(2)}`, `5b${emit(3)}`];
  const atOne = head + length(four);
  const atTwo = atOne + length(one);
  const atThree = atTwo + length(two);
  const atEnd = atThree + length(three);
  const isView = `3660041460${byte(atEnd)}57`;
  const branches = branch(1, atOne) + branch(2, atTwo) + branch(3, atThree);
  return `0x${isView}${start}${branches}${four}${one}${two}${three}5b60205ff3`;
}

function byte(value: number): string {
  return value.toString(16).padStart(2, "0");
}

/** Says on a chain what a simulation wrote, block by block. */
export class Replay {
  readonly #anvil: Anvil;
  #sender = "";

  private constructor(anvil: Anvil) {
    this.#anvil = anvil;
  }

  /** Put the emitting contracts onto a fresh chain, whose blocks are made on demand from here on. */
  static async begin(anvil: Anvil): Promise<Replay> {
    for (const address of [...Object.values(contracts), programme, agreement, fund, asset]) {
      await anvil.rpc("anvil_setCode", address, EMITTER);
    }
    await anvil.rpc("evm_setBlockGasLimit", BLOCK_GAS);
    await anvil.rpc("evm_setAutomine", false);
    const replay = new Replay(anvil);
    [replay.#sender = ""] = (await anvil.rpc("eth_accounts")) as string[];
    return replay;
  }

  /** Emit the logs; logs of one block stay in one block. */
  async emit(logs: readonly RawLog[]): Promise<void> {
    for (const [, ofBlock] of Map.groupBy(logs, ({ block }) => block)) {
      for (const log of ofBlock) await this.#anvil.rpc("eth_sendTransaction", this.#transaction(log));
      await this.#anvil.rpc("evm_mine");
    }
  }

  async mine(blocks: number): Promise<void> {
    await this.#anvil.rpc("anvil_mine", toBeHex(blocks));
  }

  #transaction({ address, topics, data }: RawLog) {
    const places = zeroPadBytes(concat([...topics]), TOPIC_PLACES * 32);
    return {
      from: this.#sender,
      to: address,
      gas: GAS,
      data: concat([toBeHex(topics.length, 1), places, data]),
    };
  }
}

export function simulatedDeployment(chainId = 31_337): Deployment {
  return { chainId, fromBlock: 1, contracts };
}
