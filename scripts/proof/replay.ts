// SPDX-License-Identifier: Apache-2.0
import edr, { type CallTrace, type SuiteResult } from "@nomicfoundation/edr";
import { ethers } from "ethers";
import hre from "hardhat";
import type { Transaction } from "./gas.ts";

/** What was sent again, and the tests that went another way than before, with what happened. */
export interface Replay {
  readonly transactions: readonly Transaction[];
  readonly strayed: readonly string[];
}

type Provider = Awaited<ReturnType<typeof hre.network.connect>>["provider"];

const GAS = ethers.toQuantity(400_000_000);
const RICH = ethers.toQuantity(1n << 120n);
const START = 1n;
/** More creations than any test makes. */
const MOST_NONCES = 500;
const ADDRESS = /0x[0-9a-fA-F]{40}/;
/**
 * Stands in for the test contract, whose own nonce must count its creations only: calls whatever the first word of the input says, or
 * creates a contract when it says nothing, with the rest of the input. Reverts when that fails.
 */
const STAND_IN = "0x5f35602036038060205f37816015575f34f0601e565b5f5f825f34865af15b15602457005b5f5ffd";

/**
 * Sends every transaction of traced tests again, on a network with other rules: Hardhat's test runner charges today's prices whatever
 * rules it is told, its simulated networks charge those of their fork. Time, senders and addresses are those of the tests.
 *
 * @param results Of tests that ran traced, from artifacts without interfaces, so that inputs come as bytes.
 */
export async function replay(network: string, results: readonly SuiteResult[]): Promise<Replay> {
  const connection = await hre.network.connect({
    network,
    override: {
      allowBlocksWithSameTimestamp: true,
      allowUnlimitedContractSize: true,
      blockGasLimit: 1_000_000_000n,
      initialBaseFeePerGas: 0n,
      initialDate: new Date(Number(START) * 1000),
      transactionGasCap: false,
    },
  });
  try {
    const transactions: Transaction[] = [];
    const strayed: string[] = [];
    for (const result of results) await replaySuite(connection.provider, result, transactions, strayed);
    return { transactions, strayed };
  } finally {
    await connection.close();
  }
}

/** All tests of a contract; what is before each of them is sent once. */
async function replaySuite(
  provider: Provider,
  { id, testResults }: SuiteResult,
  transactions: Transaction[],
  strayed: string[],
): Promise<void> {
  const [first] = testResults;
  if (!first) return;
  const keep = async (what: string, actor: Actor, roots: readonly CallTrace[]): Promise<void> => {
    try {
      transactions.push(...(await repeatAll(actor, roots)));
    } catch (error) {
      strayed.push(`${id.name}.${what}: ${error instanceof Error ? error.message : error}`);
    }
  };
  const empty = await snapshot(provider);
  const actor = await Actor.enter(provider, first.callTraces());
  await keep("setUp", actor, first.callTraces().filter(isSetUp));
  for (const test of testResults) {
    const ready = await snapshot(provider);
    await keep(
      test.name,
      actor.copy(),
      test.callTraces().filter((root) => !isSetUp(root)),
    );
    await provider.request({ method: "evm_revert", params: [ready] });
  }
  await provider.request({ method: "evm_revert", params: [empty] });
}

async function repeatAll(actor: Actor, roots: readonly CallTrace[]): Promise<Transaction[]> {
  const transactions: Transaction[] = [];
  for (const trace of roots.flatMap(stepsIn)) {
    const gas = await actor.repeat(trace);
    if (gas !== undefined) transactions.push({ trace, gas });
  }
  return transactions;
}

/** Whoever acts in a test: knows the time, and in whose name the next call is made. */
class Actor {
  readonly #provider: Provider;
  readonly #test: string;
  readonly #relay: string;
  readonly #known: Set<string>;
  #time = START;
  #next: string | undefined;
  #always: string | undefined;

  private constructor(provider: Provider, test: string, relay: string, known: Set<string>) {
    this.#provider = provider;
    this.#test = test;
    this.#relay = relay;
    this.#known = known;
  }

  /** Puts the stand-in where the test contract is. */
  static async enter(provider: Provider, roots: readonly CallTrace[]): Promise<Actor> {
    const test = roots[0]?.address;
    const [relay] = (await provider.request({ method: "eth_accounts" })) as string[];
    if (!test || !relay) throw new Error("no trace, or no account");
    await provider.request({ method: "hardhat_setCode", params: [test, STAND_IN] });
    await provider.request({ method: "hardhat_setNonce", params: [test, "0x1"] });
    return new Actor(provider, test, relay, new Set());
  }

  copy(): Actor {
    const copy = new Actor(this.#provider, this.#test, this.#relay, this.#known);
    [copy.#time, copy.#next, copy.#always] = [this.#time, this.#next, this.#always];
    return copy;
  }

  /** Does what the test did. The gas of it, when it was a transaction that got through. */
  async repeat(call: CallTrace): Promise<number | undefined> {
    if (call.isCheatcode) return this.#obey(call);
    const sender = this.#next ?? this.#always;
    this.#next = undefined;
    // What failed changed nothing.
    if (call.kind === edr.CallKind.StaticCall || !call.success) return undefined;
    const data = bytesOf(call);
    if (call.kind === edr.CallKind.Create) return this.#create(call, sender, data);
    if (call.kind !== edr.CallKind.Call) throw new Error(`a call of kind ${call.kind}`);
    if (sender) return this.#send({ from: sender, to: call.address, data, value: call.value });
    return this.#sendAsTest(call, data);
  }

  async #obey({ inputs }: CallTrace): Promise<undefined> {
    if (!("name" in inputs)) throw new Error("a cheatcode that is not known");
    const [first = "", second = ""] = inputs.arguments;
    switch (inputs.name) {
      case "warp":
        this.#time = BigInt(first.split(" ")[0] ?? "");
        break;
      case "prank":
        this.#next = addressIn(first);
        break;
      case "startPrank":
        this.#always = addressIn(first);
        break;
      case "stopPrank":
        this.#always = undefined;
        break;
      case "deal":
        await this.#ask(
          "hardhat_setBalance",
          addressIn(first),
          ethers.toQuantity(BigInt(second.split(" ")[0] ?? "")),
        );
        break;
      case "store":
      case "etch":
      case "chainId":
      case "roll":
      case "revertToState":
        throw new Error(`the cheatcode ${inputs.name}`);
    }
    return undefined;
  }

  /** A creation by the test contract or somebody else; it must come to lie where it did. */
  async #create({ address, value }: CallTrace, sender: string | undefined, data: string): Promise<number> {
    const from = sender ?? this.#test;
    const nonce = nonceFor(from, address);
    await this.#ask("hardhat_setNonce", from, ethers.toQuantity(nonce));
    return sender
      ? this.#send({ from, data, value })
      : this.#send({ from: this.#relay, to: this.#test, data: ethers.ZeroHash + data.slice(2), value });
  }

  /** Sent once to learn what it costs, and once through the stand-in, so that the test contract's nonce stays what it was. */
  async #sendAsTest({ address, value }: CallTrace, data: string): Promise<number> {
    const before = await snapshot(this.#provider);
    await this.#ask("hardhat_setBalance", this.#test, RICH);
    const gas = await this.#send({ from: this.#test, to: address, data, value });
    await this.#ask("evm_revert", before);
    const passedOn = ethers.zeroPadValue(address, 32) + data.slice(2);
    await this.#send({ from: this.#relay, to: this.#test, data: passedOn, value });
    return gas;
  }

  async #send(transaction: { from: string; to?: string; data: string; value: bigint }): Promise<number> {
    if (!this.#known.has(transaction.from)) {
      await this.#ask("hardhat_impersonateAccount", transaction.from);
      this.#known.add(transaction.from);
    }
    await this.#ask("evm_setNextBlockTimestamp", ethers.toQuantity(this.#time));
    const value = ethers.toQuantity(transaction.value);
    const sent = await this.#ask("eth_sendTransaction", { ...transaction, value, gas: GAS, gasPrice: "0x0" });
    const receipt = (await this.#ask("eth_getTransactionReceipt", sent)) as {
      status: string;
      gasUsed: string;
    };
    if (receipt.status !== "0x1") throw new Error("reverted");
    return Number(receipt.gasUsed);
  }

  #ask(method: string, ...params: unknown[]): Promise<unknown> {
    return this.#provider.request({ method, params });
  }
}

function isSetUp({ inputs }: CallTrace): boolean {
  return "name" in inputs && inputs.name === "setUp";
}

/** What a test did itself, cheatcodes among it. */
function stepsIn(trace: CallTrace): CallTrace[] {
  return trace.children.filter((child): child is CallTrace => "gasUsed" in child);
}

function snapshot(provider: Provider): Promise<string> {
  return provider.request({ method: "evm_snapshot" }) as Promise<string>;
}

function bytesOf({ inputs }: CallTrace): string {
  if ("name" in inputs) throw new Error(`the input of ${inputs.name} is decoded`);
  return ethers.hexlify(inputs);
}

function nonceFor(from: string, address: string): number {
  for (let nonce = 0; nonce < MOST_NONCES; nonce += 1) {
    if (ethers.getCreateAddress({ from, nonce }).toLowerCase() === address.toLowerCase()) return nonce;
  }
  throw new Error(`${address} is not created by ${from}`);
}

/** Labelled addresses are told with their label. */
function addressIn(text: string): string {
  const [address] = ADDRESS.exec(text) ?? [];
  if (!address) throw new Error(`no address in ${text}`);
  return address;
}
