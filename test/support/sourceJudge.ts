// SPDX-License-Identifier: Apache-2.0

import { Worker } from "node:worker_threads";
import { getBytes, hexlify } from "ethers";
import type { CompilerReport, CompilerTask } from "./compilerWorker.ts";

/** Sources that somebody handed in. */
export interface Submission {
  readonly address: string;
  /** Standard JSON input of the compiler. */
  readonly input: string;
  /** `path:Name`. */
  readonly contract: string;
  /** `v0.8.37+commit...`. */
  readonly compiler: string;
  /** Encoded, without 0x; explorers that find them out for themselves are not told. */
  readonly constructorArguments?: string;
}

export interface Verdict {
  readonly isMatch: boolean;
  readonly reason: string;
}

/** Whether sources are those of the code on a chain. */
export interface SourceJudge {
  judge(submission: Submission): Promise<Verdict>;
  /** How often the compiler ran: sources that were compiled before are not compiled again. */
  compilations(): number;
  end(): Promise<void>;
}

export type Rpc = (method: string, ...params: unknown[]) => Promise<unknown>;

interface Code {
  readonly object: string;
  readonly immutableReferences?: Readonly<Record<string, readonly { start: number; length: number }[]>>;
}

interface CompilerOutput {
  readonly contracts?: Readonly<
    Record<string, Record<string, { evm: { bytecode: Code; deployedBytecode: Code } }>>
  >;
  readonly errors?: readonly { severity: string; formattedMessage: string }[];
}

/**
 * A judge that compiles what is handed in, with the compiler that it names, and compares the result with the code on the chain, without what
 * the constructor wrote into it, and with what the contract's creation sent.
 * @param rpc Calls a method of the chain.
 */
export function startSourceJudge(rpc: Rpc): SourceJudge {
  const worker = new Worker(new URL("./compilerWorker.ts", import.meta.url));
  const waiting = new Map<number, (report: CompilerReport) => void>();
  const outputs = new Map<string, Promise<CompilerOutput | undefined>>();
  const creations = new Map<string, string>();
  let read = 0;
  worker.on("message", (report: CompilerReport) => {
    waiting.get(report.id)?.(report);
    waiting.delete(report.id);
  });

  /** Only the contract in question comes to code: the rest would take most of the time. */
  function compile({ input, contract, compiler }: Submission): Promise<CompilerOutput | undefined> {
    const key = JSON.stringify([compiler, contract, input]);
    const known = outputs.get(key);
    if (known !== undefined) return known;
    const [path, name] = placeOf(contract);
    const { settings, ...rest } = JSON.parse(input);
    const selected = ["object", "immutableReferences"].map((part) => `evm.deployedBytecode.${part}`);
    const outputSelection = { [path]: { [name]: ["evm.bytecode.object", ...selected] } };
    const task = JSON.stringify({ ...rest, settings: { ...settings, outputSelection } });
    const output = new Promise<CompilerReport>((resolve) => {
      const id = outputs.size;
      waiting.set(id, resolve);
      worker.postMessage({ id, compiler, input: task } satisfies CompilerTask);
    }).then((report) => (report.output === undefined ? undefined : JSON.parse(report.output)));
    outputs.set(key, output);
    return output;
  }

  /** What the transaction sent that created the contract, looked for in the blocks that were not read before. */
  async function creationOf(address: string): Promise<string | undefined> {
    for (const head = Number(await rpc("eth_blockNumber")); read <= head; read++) {
      const block = (await rpc("eth_getBlockByNumber", `0x${read.toString(16)}`, true)) as {
        transactions: readonly { hash: string; to: string | null; input: string }[];
      };
      for (const { hash, to, input } of block.transactions) {
        if (to !== null) continue;
        const receipt = (await rpc("eth_getTransactionReceipt", hash)) as { contractAddress: string };
        creations.set(receipt.contractAddress.toLowerCase(), input);
      }
    }
    return creations.get(address.toLowerCase());
  }

  async function judge(submission: Submission): Promise<Verdict> {
    const { address, contract, compiler, constructorArguments } = submission;
    const compiled = await compile(submission);
    if (compiled === undefined) return { isMatch: false, reason: `there is no compiler ${compiler}` };
    const [path, name] = placeOf(contract);
    const code = compiled.contracts?.[path]?.[name]?.evm;
    if (code === undefined) {
      return { isMatch: false, reason: compiled.errors?.[0]?.formattedMessage ?? "no such contract" };
    }
    const deployed = (await rpc("eth_getCode", address, "latest")) as string;
    const references = Object.values(code.deployedBytecode.immutableReferences ?? {}).flat();
    const isRuntime =
      masked(deployed, references) === masked(`0x${code.deployedBytecode.object}`, references);
    if (!isRuntime) return { isMatch: false, reason: "the code on the chain is another" };
    if (constructorArguments === undefined) return { isMatch: true, reason: "" };
    const creation = await creationOf(address);
    const isCreation = creation === `0x${code.bytecode.object}${constructorArguments}`;
    return { isMatch: isCreation, reason: isCreation ? "" : "it was created with something else" };
  }

  const end = async () => void (await worker.terminate());
  return { judge, end, compilations: () => outputs.size };
}

function placeOf(contract: string): [path: string, name: string] {
  const split = contract.lastIndexOf(":");
  return [contract.slice(0, split), contract.slice(split + 1)];
}

/** The code without what its constructor wrote into it. */
function masked(code: string, references: readonly { start: number; length: number }[]): string {
  const bytes = getBytes(code);
  for (const { start, length } of references) bytes.fill(0, start, start + length);
  return hexlify(bytes);
}
