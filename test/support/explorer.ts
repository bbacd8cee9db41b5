// SPDX-License-Identifier: Apache-2.0

import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { getBytes, hexlify } from "ethers";
import solc from "solc";

/** Sources that somebody handed in. */
interface Submission {
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

interface Verdict {
  readonly isMatch: boolean;
  readonly reason: string;
}

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

/** A block explorer's way to take sources, on this machine. */
export interface Explorer {
  readonly url: string;
  /** Contracts whose sources it compiled to exactly the code on the chain, by address in lower case. */
  readonly verified: ReadonlyMap<string, Submission>;
  /** The key that every request of Etherscan's kind carried. */
  readonly keys: ReadonlySet<string>;
  /** While true, nothing is accepted: the sources are said not to match. */
  isBroken: boolean;
  stop(): Promise<void>;
}

/**
 * What block explorers do with sources, without one: compile what is handed in, with the compiler that it names, and compare the result with
 * the code on the chain and with what the contract's creation sent. It answers in the words of Etherscan's second version and Blockscout
 * (`?module=contract`), and of Sourcify's second version (`/v2`).
 * @param rpc Calls a method of the chain.
 */
export async function startExplorer(
  rpc: (method: string, ...params: unknown[]) => Promise<unknown>,
): Promise<Explorer> {
  const verified = new Map<string, Submission>();
  const keys = new Set<string>();
  const jobs: { submission: Submission; verdict: Verdict; asked: number }[] = [];
  const explorer = { verified, keys, isBroken: false, url: "", stop: async (): Promise<void> => undefined };

  async function take(submission: Submission): Promise<number> {
    const verdict = explorer.isBroken
      ? { isMatch: false, reason: "the compiler is away" }
      : await judge(submission, rpc);
    if (verdict.isMatch) verified.set(submission.address.toLowerCase(), submission);
    return jobs.push({ submission, verdict, asked: 0 }) - 1;
  }

  /** The job; undefined once, so that whoever asks has to ask again. */
  function look(id: number) {
    const job = jobs[id];
    if (job === undefined) throw new Error(`nobody handed in number ${id}`);
    return id === 0 && job.asked++ === 0 ? undefined : job;
  }

  async function answerEtherscan(query: URLSearchParams, body: string): Promise<unknown> {
    keys.add(query.get("apikey") ?? "");
    const action = query.get("action");
    if (action === "getsourcecode") {
      const SourceCode = verified.get((query.get("address") ?? "").toLowerCase())?.input ?? "";
      return { status: "1", message: "OK", result: [{ SourceCode }] };
    }
    if (action === "verifysourcecode") {
      const form = new URLSearchParams(body);
      const field = (name: string) => form.get(name) ?? "";
      if (field("codeformat") !== "solidity-standard-json-input")
        return { status: "0", result: "unknown format" };
      const id = await take({
        address: field("contractaddress"),
        input: field("sourceCode"),
        contract: field("contractname"),
        compiler: field("compilerversion"),
        constructorArguments: field("constructorArguments"),
      });
      return { status: "1", message: "OK", result: String(id) };
    }
    const job = look(Number(query.get("guid")));
    if (job === undefined) return { status: "0", message: "NOTOK", result: "Pending in queue" };
    return job.verdict.isMatch
      ? { status: "1", message: "OK", result: "Pass - Verified" }
      : { status: "0", message: "NOTOK", result: `Fail - Unable to verify. ${job.verdict.reason}` };
  }

  async function answerSourcify(path: readonly string[], body: string): Promise<[number, unknown]> {
    const [kind, chainOrJob = "", address = ""] = path;
    if (kind === "contract") {
      const match = verified.has(address.toLowerCase()) ? "match" : null;
      const found = { match, creationMatch: match, runtimeMatch: match, chainId: chainOrJob, address };
      return [match === null ? 404 : 200, found];
    }
    if (address === "") return [200, sourcifyStatus(chainOrJob)];
    const { stdJsonInput, contractIdentifier, compilerVersion } = JSON.parse(body);
    const input = JSON.stringify(stdJsonInput);
    const id = await take({ address, input, contract: contractIdentifier, compiler: compilerVersion });
    return [202, { verificationId: String(id) }];
  }

  function sourcifyStatus(verificationId: string): unknown {
    const status = { verificationId, jobStartTime: "2026-01-01T00:00:00Z" };
    const job = look(Number(verificationId));
    if (job === undefined) return { ...status, isJobCompleted: false, contract: { match: null } };
    const { isMatch, reason } = job.verdict;
    const done = { ...status, isJobCompleted: true, contract: { match: isMatch ? "match" : null } };
    return isMatch ? done : { ...done, error: { customCode: "no_match", message: reason } };
  }

  const server = createServer((request, response) => {
    const send = (status: number, answer: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const [root, version, ...rest] = pathname.split("/");
    textOf(request)
      .then(async (body) =>
        root === "" && version === "v2"
          ? send(...(await answerSourcify(rest, body)))
          : send(200, await answerEtherscan(searchParams, body)),
      )
      .catch((error: unknown) => send(500, { status: "0", result: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  explorer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  explorer.stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return explorer;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Compile, and compare with the chain. */
async function judge(
  submission: Submission,
  rpc: (method: string, ...params: unknown[]) => Promise<unknown>,
): Promise<Verdict> {
  const { address, input, contract, compiler, constructorArguments } = submission;
  if (!solc.version().startsWith(compiler.replace(/^v/, ""))) {
    return { isMatch: false, reason: `there is no compiler ${compiler}` };
  }
  const split = contract.lastIndexOf(":");
  const [path, name] = [contract.slice(0, split), contract.slice(split + 1)];
  const compiled = compile(input, path, name);
  const code = compiled.contracts?.[path]?.[name]?.evm;
  if (code === undefined) {
    return { isMatch: false, reason: compiled.errors?.[0]?.formattedMessage ?? "no such contract" };
  }
  const deployed = (await rpc("eth_getCode", address, "latest")) as string;
  const references = Object.values(code.deployedBytecode.immutableReferences ?? {}).flat();
  const isRuntime = masked(deployed, references) === masked(`0x${code.deployedBytecode.object}`, references);
  if (!isRuntime) return { isMatch: false, reason: "the code on the chain is another" };
  if (constructorArguments === undefined) return { isMatch: true, reason: "" };
  const creation = await creationOf(address, rpc);
  const isCreation = creation === `0x${code.bytecode.object}${constructorArguments}`;
  return { isMatch: isCreation, reason: isCreation ? "" : "it was created with something else" };
}

/** What was compiled before, since three explorers are handed the same. */
const outputs = new Map<string, CompilerOutput>();

/** Only the contract in question comes to code: the rest would take most of the time. */
function compile(input: string, path: string, name: string): CompilerOutput {
  const key = `${path}:${name} ${input}`;
  const known = outputs.get(key);
  if (known !== undefined) return known;
  const { settings, ...rest } = JSON.parse(input);
  const selected = ["evm.bytecode.object", "evm.deployedBytecode"];
  const wanted = { ...settings, outputSelection: { [path]: { [name]: selected } } };
  const output = JSON.parse(solc.compile(JSON.stringify({ ...rest, settings: wanted }))) as CompilerOutput;
  outputs.set(key, output);
  return output;
}

/** The code without what its constructor wrote into it. */
function masked(code: string, references: readonly { start: number; length: number }[]): string {
  const bytes = getBytes(code);
  for (const { start, length } of references) bytes.fill(0, start, start + length);
  return hexlify(bytes);
}

interface SentTransaction {
  readonly hash: string;
  readonly to: string | null;
  readonly input: string;
}

/** What the transaction sent that created the contract, looked for in all blocks. */
async function creationOf(
  address: string,
  rpc: (method: string, ...params: unknown[]) => Promise<unknown>,
): Promise<string | undefined> {
  const head = Number(await rpc("eth_blockNumber"));
  for (let number = 0; number <= head; number++) {
    const block = (await rpc("eth_getBlockByNumber", `0x${number.toString(16)}`, true)) as {
      transactions: SentTransaction[];
    };
    for (const { hash, to, input } of block.transactions) {
      if (to !== null) continue;
      const receipt = (await rpc("eth_getTransactionReceipt", hash)) as { contractAddress: string };
      if (receipt.contractAddress.toLowerCase() === address.toLowerCase()) return input;
    }
  }
  return undefined;
}
