// SPDX-License-Identifier: Apache-2.0

import { getBytes, isHexString, JsonRpcProvider, type TypedDataDomain, toQuantity, Wallet } from "ethers";
import type { BrowserContext } from "playwright-core";
import { announceWallet, type PageReply } from "./walletInPage.ts";

/** What the person in front of the wallet does with a request to sign. */
export type Behaviour =
  /** Confirms at once. */
  | "confirms"
  /** Declines (4001). */
  | "declines"
  /** A shared wallet: takes the call and answers nothing; it is sent when {@link TestWallet.confirmHeld} is called. */
  | "holds"
  /** The same, but answers with a number of its own that looks like a transaction's hash. */
  | "holdsWithNumber"
  /** The same, but its promise never settles. */
  | "hangs"
  /** Fails, with the whole calldata in the message. */
  | "fails";

export interface TestWalletSettings {
  readonly rpc: string;
  /** Private keys; the first is selected. */
  readonly keys: readonly string[];
  readonly name?: string;
  /** The chain on which it is in the beginning, if not the node's. */
  readonly chainId?: number;
}

interface Request {
  readonly method: string;
  readonly params: readonly unknown[];
}

interface Sending {
  readonly from: string;
  readonly to: string;
  readonly data: string;
  readonly gas?: string;
  readonly value?: string;
}

/** An error as EIP-1193 has it. */
class WalletError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const DECLINED = 4001;
const UNSUPPORTED = 4200;
const UNKNOWN_CHAIN = 4902;
const INTERNAL = -32_603;
const ACTS = new Set(["eth_sendTransaction", "personal_sign", "eth_signTypedData_v4", "eth_requestAccounts"]);

/**
 * A browser wallet whose keys and decisions are in the test: it announces itself in the pages by EIP-6963 and keeps its state over
 * reloads, as an extension does.
 */
export class TestWallet {
  behaviour: Behaviour = "confirms";
  /** Everything that pages asked for, in order. */
  readonly requests: Request[] = [];
  readonly name: string;
  readonly #node: JsonRpcProvider;
  readonly #signers: Wallet[];
  readonly #knownChains = new Set<number>();
  readonly #contexts: BrowserContext[] = [];
  readonly #held: Sending[] = [];
  #selected = 0;
  #chainId: number;
  #isConnected = false;

  private constructor(
    { rpc, keys, name = "Test Wallet" }: TestWalletSettings,
    home: number,
    chainId: number,
  ) {
    this.name = name;
    this.#node = new JsonRpcProvider(rpc, home, {
      staticNetwork: true,
      cacheTimeout: -1,
      pollingInterval: 100,
    });
    this.#signers = keys.map((key) => new Wallet(key, this.#node));
    this.#chainId = chainId;
    this.#knownChains.add(chainId);
  }

  static async open(settings: TestWalletSettings): Promise<TestWallet> {
    const node = new JsonRpcProvider(settings.rpc);
    const home = Number((await node.getNetwork()).chainId);
    node.destroy();
    return new TestWallet(settings, home, settings.chainId ?? home);
  }

  /** Put the wallet into every page of a context that is opened from now on. */
  async installIn(context: BrowserContext): Promise<void> {
    const line = `annonaTestWallet_${this.name.replace(/\W/g, "_")}`;
    await context.exposeFunction(line, (method: string, params: unknown[]) => this.#reply(method, params));
    await context.addInitScript(announceWallet, { line, name: this.name });
    this.#contexts.push(context);
  }

  get address(): string {
    return this.#signer.address;
  }

  /** Calls that the wallet keeps for its other signers. */
  get held(): number {
    return this.#held.length;
  }

  /** The person chooses another account; pages are told. @param index Of the keys. */
  async selectAccount(index: number): Promise<void> {
    this.#selected = index;
    if (this.#isConnected) await this.#emit("accountsChanged", [this.address]);
  }

  /** The person goes to another network; pages are told. */
  async selectChain(chainId: number): Promise<void> {
    this.#chainId = chainId;
    this.#knownChains.add(chainId);
    await this.#emit("chainChanged", toQuantity(chainId));
  }

  /** The other signers confirm: everything that was held is sent. @returns The transactions' hashes, once they are in blocks. */
  async confirmHeld(): Promise<string[]> {
    const hashes: string[] = [];
    for (const sending of this.#held.splice(0)) {
      const hash = await this.#send(sending);
      await this.#node.waitForTransaction(hash, 1, 30_000);
      hashes.push(hash);
    }
    return hashes;
  }

  close(): void {
    this.#node.destroy();
  }

  get #signer(): Wallet {
    const signer = this.#signers[this.#selected];
    if (signer === undefined) throw new Error(`The wallet has no key ${this.#selected}.`);
    return signer;
  }

  async #reply(method: string, params: unknown[]): Promise<PageReply> {
    this.requests.push({ method, params });
    try {
      return { result: await this.#answer(method, params) };
    } catch (error) {
      if (error instanceof WalletError) return { error: { code: error.code, message: error.message } };
      return { error: { code: INTERNAL, message: error instanceof Error ? error.message : String(error) } };
    }
  }

  async #answer(method: string, params: unknown[]): Promise<unknown> {
    if (ACTS.has(method) && this.behaviour === "declines") {
      throw new WalletError(DECLINED, "User rejected the request.");
    }
    switch (method) {
      case "eth_requestAccounts":
        this.#isConnected = true;
        return [this.address];
      case "eth_accounts":
        return this.#isConnected ? [this.address] : [];
      case "eth_chainId":
        return toQuantity(this.#chainId);
      case "wallet_requestPermissions":
        throw new WalletError(UNSUPPORTED, "Not supported.");
      case "wallet_revokePermissions":
        this.#isConnected = false;
        return null;
      case "wallet_switchEthereumChain":
        return await this.#goTo(params[0] as { chainId: string });
      case "wallet_addEthereumChain":
        this.#knownChains.add(Number((params[0] as { chainId: string }).chainId));
        return await this.#goTo(params[0] as { chainId: string });
      case "personal_sign": {
        const text = params[0] as string;
        return await this.#signer.signMessage(isHexString(text) ? getBytes(text) : text);
      }
      case "eth_signTypedData_v4":
        return await this.#signTyped(params[1] as string);
      case "eth_sendTransaction":
        return await this.#take(params[0] as Sending);
      default:
        return await this.#node.send(method, params);
    }
  }

  async #goTo({ chainId }: { chainId: string }): Promise<null> {
    if (this.behaviour === "declines") throw new WalletError(DECLINED, "User rejected the request.");
    if (!this.#knownChains.has(Number(chainId))) throw new WalletError(UNKNOWN_CHAIN, "Unrecognized chain.");
    await this.selectChain(Number(chainId));
    return null;
  }

  async #signTyped(text: string): Promise<string> {
    const { domain, types, message } = JSON.parse(text) as {
      domain: TypedDataDomain;
      types: Record<string, { name: string; type: string }[]>;
      message: Record<string, unknown>;
    };
    const { EIP712Domain: _, ...own } = types;
    return await this.#signer.signTypedData(domain, own, message);
  }

  async #take(sending: Sending): Promise<string | undefined> {
    switch (this.behaviour) {
      case "holds":
        this.#held.push(sending);
        return undefined;
      case "holdsWithNumber":
        this.#held.push(sending);
        return `0x${"5afe".repeat(16)}`;
      case "hangs":
        this.#held.push(sending);
        return await new Promise(() => undefined);
      case "fails":
        throw new WalletError(INTERNAL, `Something broke inside the wallet with ${sending.data}`);
      default:
        return await this.#send(sending);
    }
  }

  async #send({ from, to, data, gas, value }: Sending): Promise<string> {
    const signer = this.#signers.find(({ address }) => address.toLowerCase() === from.toLowerCase());
    if (signer === undefined) throw new WalletError(INTERNAL, `The wallet has no account ${from}.`);
    const sent = await signer.sendTransaction({ to, data, gasLimit: gas ?? null, value: value ?? 0n });
    return sent.hash;
  }

  async #emit(event: string, value: unknown): Promise<void> {
    for (const page of this.#contexts.flatMap((context) => context.pages())) {
      await page.evaluate(
        ([name, about, what]) => window.dispatchEvent(new CustomEvent(name, { detail: { about, what } })),
        [`annona-test-wallet:${this.name}`, event, value] as const,
      );
    }
  }
}
