// SPDX-License-Identifier: Apache-2.0

/** What a transaction cost whoever sent it. */
export interface Fee {
  readonly gasUsed: bigint;
  /** Gas at its price, and on a chain that settles on another what it takes for that. */
  readonly wei: bigint;
}

/** A log as the chain has it, numbers already read. `timestamp` is the block's, Unix seconds. */
export interface RawLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly block: number;
  readonly blockHash: string;
  readonly logIndex: number;
  readonly transaction: string;
  readonly timestamp: number;
  /** Of its transaction; stands with the first log of a programme in it, so that it counts once. */
  readonly fee?: Fee;
}
