// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "viem";
import { createSiweMessage } from "viem/siwe";
import { signMessage } from "wagmi/actions";
import { config } from "../config/index.ts";
import { walletError } from "../wallet/errors.ts";
import { walletChoice } from "../wallet/store.ts";
import { makeClient } from "./makeClient.ts";
import { words } from "./words/index.ts";

/**
 * Sign in to the office by EIP-4361: the wallet signs a text that names this site, the chain and a number of the server's.
 * @throws What the wallet throws when the officer declines; errors of the office.
 */
export async function signIn(address: string): Promise<void> {
  const wagmi = walletChoice()?.kit.wagmi;
  if (wagmi === undefined) throw walletError("notConnected");
  const client = makeClient();
  const account = getAddress(address);
  const { nonce } = await client.challenge();
  const message = createSiweMessage({
    address: account,
    chainId: config().chain.id,
    domain: window.location.host,
    uri: window.location.origin,
    nonce,
    version: "1",
    statement: words.statement,
    issuedAt: new Date(),
  });
  const signature = await signMessage(wagmi, { account, message });
  await client.signIn({ message, signature });
}
