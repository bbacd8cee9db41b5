// SPDX-License-Identifier: Apache-2.0

import {
  createWalletClient,
  type EIP1193Provider,
  type Hex,
  http,
  numberToHex,
  type TransactionRequest,
} from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { consoleChain } from "../shared/wallet/chain.ts";
import type { DemoPlayer } from "./readPlayers.ts";

/** Whom this tab plays, so that a reload goes on as the same officer. */
const PLAYED = "annona.demo.played";

interface Request {
  readonly method: string;
  readonly params?: unknown;
}

/** What a wallet is asked to send (EIP-1474): quantities are hex. */
interface Sending {
  readonly to: Hex;
  readonly data?: Hex;
  readonly value?: Hex;
  readonly gas?: Hex;
}

/** A wallet in the page: it signs with its key whatever the page asks for, without asking anybody. */
export function demoProvider({ id, privateKey }: DemoPlayer): EIP1193Provider {
  const account = privateKeyToAccount(privateKey);
  let opened: ReturnType<typeof openClient> | undefined;
  // The chain is known when the console's configuration has been read, which may be after this.
  const client = () => {
    opened ??= openClient(account);
    return opened;
  };
  const answers: Readonly<Record<string, (params: readonly unknown[]) => unknown>> = {
    eth_accounts: () => (isPlayed(id) ? [account.address] : []),
    eth_requestAccounts: () => {
      window.sessionStorage.setItem(PLAYED, id);
      return [account.address];
    },
    eth_chainId: () => numberToHex(consoleChain().id),
    wallet_switchEthereumChain: () => null,
    wallet_requestPermissions: () => [{ parentCapability: "eth_accounts", caveats: [] }],
    wallet_revokePermissions: () => {
      if (isPlayed(id)) window.sessionStorage.removeItem(PLAYED);
      return null;
    },
    personal_sign: ([raw]) => account.signMessage({ message: { raw: raw as Hex } }),
    eth_signTypedData_v4: ([, text]) => account.signTypedData(JSON.parse(text as string)),
    eth_sendTransaction: ([sending]) => client().sendTransaction(requestOf(sending as Sending)),
  };
  const provider = {
    request: async ({ method, params }: Request) => {
      const answer = answers[method];
      if (answer !== undefined) return await answer((params ?? []) as readonly unknown[]);
      return await client().request({ method, params } as AnyRequest);
    },
    // Nothing ever changes here: each officer is a wallet of their own.
    on: () => undefined,
    removeListener: () => undefined,
  };
  return provider as unknown as EIP1193Provider;
}

function isPlayed(id: string): boolean {
  return window.sessionStorage.getItem(PLAYED) === id;
}

function openClient(account: PrivateKeyAccount) {
  return createWalletClient({ account, chain: consoleChain(), transport: http() });
}

type AnyRequest = Parameters<ReturnType<typeof openClient>["request"]>[0];

function requestOf({ to, data, value, gas }: Sending): TransactionRequest {
  return {
    to,
    ...(data === undefined ? {} : { data }),
    ...(value === undefined ? {} : { value: BigInt(value) }),
    ...(gas === undefined ? {} : { gas: BigInt(gas) }),
  };
}
