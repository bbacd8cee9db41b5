// SPDX-License-Identifier: Apache-2.0

import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { pause } from "#sdk/relay/connection.ts";
import type { SourceJudge, Submission, Verdict } from "./sourceJudge.ts";

/** A block explorer's way to take sources, on this machine. */
export interface Explorer {
  readonly url: string;
  /** Everything that was handed in, in order. */
  readonly handedIn: readonly Submission[];
  /** Contracts whose sources it compiled to exactly the code on the chain, by address in lower case. */
  readonly verified: ReadonlyMap<string, Submission>;
  /** The key that every request of Etherscan's kind carried. */
  readonly keys: ReadonlySet<string>;
  stop(): Promise<void>;
}

interface ExplorerOptions {
  readonly judge: SourceJudge;
  /** Contracts whose sources it has already. */
  readonly known?: Iterable<readonly [address: string, Submission]>;
  /** Contracts for which it leaves the optimizer off, whatever the sources say, and so comes to other code. */
  readonly unoptimized?: RegExp;
}

/** Whoever hands something in waits so long for the verdict, and asks again afterwards. A request that takes 30 s is given up. */
const ANSWER_MILLISECONDS = 10_000;

/**
 * What block explorers do with sources, without one: a judge compiles what is handed in and compares it with the chain. It answers in the
 * words of Etherscan's second version and Blockscout (`?module=contract`; only the former is told the chain), and of Sourcify's second
 * version (`/v2`).
 */
export async function startExplorer({ judge, known = [], unoptimized }: ExplorerOptions): Promise<Explorer> {
  const verified = new Map<string, Submission>(known);
  const keys = new Set<string>();
  const handedIn: Submission[] = [];
  const verdicts: (Verdict | undefined)[] = [];

  async function take(submission: Submission): Promise<number> {
    const id = handedIn.push(submission) - 1;
    const judged = judge
      .judge(unoptimized?.test(submission.contract) ? withoutOptimizer(submission) : submission)
      .then((verdict) => {
        verdicts[id] = verdict;
        if (verdict.isMatch) verified.set(submission.address.toLowerCase(), submission);
      });
    const done = new AbortController();
    await Promise.race([judged, pause(ANSWER_MILLISECONDS, done.signal)]);
    done.abort();
    return id;
  }

  /** Undefined while the compiler runs. */
  function look(id: number): Verdict | undefined {
    if (!(id in handedIn)) throw new Error(`nobody handed in number ${id}`);
    return verdicts[id];
  }

  async function answerForms(query: URLSearchParams, body: string): Promise<unknown> {
    const isEtherscan = query.has("chainid");
    if (isEtherscan) keys.add(query.get("apikey") ?? "");
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
    return formStatus(Number(query.get("guid")), isEtherscan);
  }

  function formStatus(id: number, isEtherscan: boolean): unknown {
    const verdict = look(id);
    if (verdict === undefined) return { status: "0", message: "NOTOK", result: "Pending in queue" };
    if (verdict.isMatch) return { status: "1", message: "OK", result: "Pass - Verified" };
    // Blockscout answers well that it did not go well, and never says why.
    return isEtherscan
      ? { status: "0", message: "NOTOK", result: `Fail - Unable to verify. ${verdict.reason}` }
      : { status: "1", message: "OK", result: "Fail - Unable to verify" };
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
    const verdict = look(Number(verificationId));
    if (verdict === undefined) return { ...status, isJobCompleted: false, contract: { match: null } };
    const { isMatch, reason } = verdict;
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
          : send(200, await answerForms(searchParams, body)),
      )
      .catch((error: unknown) => send(500, { status: "0", result: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, handedIn, verified, keys, stop };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function withoutOptimizer(submission: Submission): Submission {
  const { settings, ...rest } = JSON.parse(submission.input);
  const input = JSON.stringify({ ...rest, settings: { ...settings, optimizer: { enabled: false } } });
  return { ...submission, input };
}
