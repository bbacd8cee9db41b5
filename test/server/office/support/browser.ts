// SPDX-License-Identifier: Apache-2.0

import type { Wallet } from "ethers";
import { getAddress } from "viem";
import { createSiweMessage } from "viem/siwe";
import { type Me, type OfficeClient, officeClient } from "#sdk/office/index.ts";

export const ORIGIN = "https://console.example.org";

/** A page of an origin, as a browser would run it: it names its origin and keeps cookies. */
export interface Browser {
  readonly client: OfficeClient;
  /** The same page speaking for a terminal. */
  readonly terminal: OfficeClient;
  readonly fetch: typeof fetch;
  /** The cookies that the server has set, as they came. */
  readonly setCookies: readonly string[];
  /** What is different from an ordinary sign-in. */
  signIn(signer: Wallet, changes?: SignInChanges): Promise<Me>;
  signInTerminal(signer: Wallet): Promise<Me>;
}

export interface SignInChanges {
  readonly address?: string;
  readonly domain?: string;
  readonly uri?: string;
  readonly chainId?: number;
  readonly nonce?: string;
  readonly issuedAt?: Date;
  readonly expirationTime?: Date;
  /** Changes the text after it was signed. */
  readonly forge?: (message: string) => string;
  /** Changes the signature. */
  readonly wrap?: (signature: string) => string;
}

export function openBrowser(url: string, origin = ORIGIN): Browser {
  const jar = new Map<string, string>();
  const setCookies: string[] = [];
  const ask: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("origin", origin);
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      setCookies.push(cookie);
      const [pair = ""] = cookie.split(";", 1);
      const [name = "", value = ""] = pair.split("=", 2);
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const client = officeClient({ url, fetch: ask });
  const terminal = officeClient({ url, fetch: ask, session: "terminal" });

  async function signIn(by: OfficeClient, signer: Wallet, changes: SignInChanges): Promise<Me> {
    const { forge = asItIs, wrap = asItIs, address = signer.address, ...fields } = changes;
    const nonce = changes.nonce ?? (await by.challenge()).nonce;
    const message = createSiweMessage({
      address: getAddress(address),
      chainId: 31_337,
      domain: new URL(origin).host,
      uri: origin,
      version: "1",
      statement: "Sign in to the office.",
      issuedAt: new Date(),
      ...fields,
      nonce,
    });
    const signature = wrap(await signer.signMessage(message));
    return await by.signIn({ message: forge(message), signature });
  }

  return {
    client,
    terminal,
    fetch: ask,
    setCookies,
    signIn: (signer, changes = {}) => signIn(client, signer, changes),
    signInTerminal: (signer) => signIn(terminal, signer, {}),
  };
}

function asItIs(text: string): string {
  return text;
}
