// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import { HistoryError } from "./draft.ts";
import type { Fee, RawLog } from "./rawLog.ts";

export interface Header {
  readonly number: number;
  readonly hash: string;
  readonly parentHash: string;
  /** Unix seconds. */
  readonly timestamp: number;
}

export interface LogFilter {
  readonly addresses: readonly string[];
  /** Any of these first topics. */
  readonly topics: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** A log whose block's time the node may have left out. */
export type FoundLog = Omit<RawLog, "timestamp"> & { readonly timestamp: number | undefined };

/** What the history reads of a chain. Every call may throw {@link ChainError}. */
export interface ChainReader {
  chainId(): Promise<number>;
  /** Number of the newest block. */
  head(): Promise<number>;
  /** Null when the chain has no such block (any more). */
  header(block: number): Promise<Header | null>;
  logs(filter: LogFilter): Promise<FoundLog[]>;
  /** What the chain took for a transaction; null when it has no such transaction (any more). */
  fee(transaction: string): Promise<Fee | null>;
  /** Decimals of an ERC-20. */
  decimals(token: string): Promise<number>;
}

/** How a node failed: no answer came at all, it was not what was asked for, or the node said no. */
export type ChainFailure = "no-answer" | "nonsense" | "refused";

/** The node refused, did not answer, or answered nonsense. */
export class ChainError extends HistoryError {
  override readonly name: string = "ChainError";
  /** Whether asking for less at once may help. */
  readonly mayBeTooMuch: boolean;
  readonly failure: ChainFailure;

  constructor(details: string, mayBeTooMuch: boolean, cause?: unknown, failure: ChainFailure = "nonsense") {
    super({
      code: "HIST-801",
      summary: "The node of the chain did not answer as it should.",
      next: "Check that the node runs and that its address is right; reading goes on by itself when it answers again.",
      details,
      cause,
    });
    this.mayBeTooMuch = mayBeTooMuch;
    this.failure = failure;
  }
}

export interface RpcOptions {
  /** Milliseconds until a call counts as failed. */
  readonly timeout?: number;
  /** Bytes of one answer above which the range is read in smaller parts. */
  readonly largestAnswer?: number;
  /** Cuts every question off. */
  readonly signal?: AbortSignal;
}

const hex = z.string().regex(/^0x[0-9a-f]*$/i);
const quantity = hex.transform((text) => Number.parseInt(text, 16)).pipe(z.int().nonnegative());

const headerSchema = z
  .object({ number: quantity, hash: hex, parentHash: hex, timestamp: quantity })
  .nullable();

const logsSchema = z.array(
  z
    .object({
      address: hex,
      topics: z.array(hex),
      data: hex,
      blockNumber: quantity,
      blockHash: hex,
      logIndex: quantity,
      transactionHash: hex,
      blockTimestamp: quantity.nullish(),
    })
    .transform(
      (log): FoundLog => ({
        address: log.address,
        topics: log.topics,
        data: log.data,
        block: log.blockNumber,
        blockHash: log.blockHash,
        logIndex: log.logIndex,
        transaction: log.transactionHash,
        timestamp: log.blockTimestamp ?? undefined,
      }),
    ),
);

const bigQuantity = hex.transform((text) => BigInt(text));

/** `l1Fee` is what rollups of the OP kind take for the chain that they settle on; others have it within their gas. */
const receiptSchema = z
  .object({ gasUsed: bigQuantity, effectiveGasPrice: bigQuantity, l1Fee: bigQuantity.nullish() })
  .transform(
    ({ gasUsed, effectiveGasPrice, l1Fee }): Fee => ({
      gasUsed,
      wei: gasUsed * effectiveGasPrice + (l1Fee ?? 0n),
    }),
  )
  .nullable();

const answerSchema = z.object({
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string().optional() }).optional(),
});

/** keccak256("decimals()"), first four bytes. */
const DECIMALS_SELECTOR = "0x313ce567";

const TIMEOUT = 30_000;
const LARGEST_ANSWER = 64 * 1024 * 1024;

/**
 * Read a chain through JSON-RPC over HTTP, one plain request a call.
 * @param url Of the node. It may carry a key, so it is never put into errors.
 */
export function rpcChain(url: string, options: RpcOptions = {}): ChainReader {
  const call = <T>(schema: z.ZodType<T>, method: string, ...params: unknown[]): Promise<T> =>
    request(url, options, method, params).then((result) => {
      const parsed = schema.safeParse(result);
      if (parsed.success) return parsed.data;
      throw new ChainError(`${method}: unexpected answer`, false, parsed.error);
    });

  return {
    chainId: () => call(quantity, "eth_chainId"),
    head: () => call(quantity, "eth_blockNumber"),
    header: (block) => call(headerSchema, "eth_getBlockByNumber", toQuantity(block), false),
    logs: ({ addresses, topics, from, to }) =>
      call(logsSchema, "eth_getLogs", {
        address: addresses,
        topics: [topics],
        fromBlock: toQuantity(from),
        toBlock: toQuantity(to),
      }),
    fee: (transaction) => call(receiptSchema, "eth_getTransactionReceipt", transaction),
    decimals: (token) => call(quantity, "eth_call", { to: token, data: DECIMALS_SELECTOR }, "latest"),
  };
}

function toQuantity(value: number): string {
  return `0x${value.toString(16)}`;
}

async function request(
  url: string,
  options: RpcOptions,
  method: string,
  params: unknown[],
): Promise<unknown> {
  const text = await post(url, options, method, JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));
  const parsed = answerSchema.safeParse(parseJson(text, method));
  if (!parsed.success) throw new ChainError(`${method}: not a JSON-RPC answer`, false, parsed.error);
  const { error, result } = parsed.data;
  if (error !== undefined) throw new ChainError(`${method}: error ${error.code}`, true, undefined, "refused");
  return result;
}

async function post(url: string, options: RpcOptions, method: string, body: string): Promise<string> {
  const timeout = AbortSignal.timeout(options.timeout ?? TIMEOUT);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  let answered = false;
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body, signal });
    answered = true;
    if (!response.ok) throw new ChainError(`${method}: HTTP ${response.status}`, true, undefined, "refused");
    return await readText(response, options.largestAnswer ?? LARGEST_ANSWER, method);
  } catch (error) {
    if (error instanceof ChainError || options.signal?.aborted) throw error;
    // A node that gives up in the middle of an answer, or takes too long, may manage a smaller range.
    throw new ChainError(`${method}: no answer`, answered || timeout.aborted, error, "no-answer");
  }
}

async function readText(response: Response, largest: number, method: string): Promise<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  if (response.body === null) return "";
  // A plain reader, since not every browser can iterate over a stream.
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > largest) {
      await reader.cancel();
      throw new ChainError(`${method}: answer too large`, true);
    }
    parts.push(decoder.decode(read.value, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}

function parseJson(text: string, method: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ChainError(`${method}: not JSON`, true, error);
  }
}
