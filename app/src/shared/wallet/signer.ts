// SPDX-License-Identifier: Apache-2.0

import { BrowserProvider, type Eip1193Provider, JsonRpcSigner, Network } from "ethers";
import { config } from "../config/index.ts";
import { walletError } from "./errors.ts";
import { walletChoice } from "./store.ts";

/**
 * The connected wallet as a signer of ethers: the one place where wagmi's world ends. Asked anew for every signature, because the
 * wallet may have changed its account or its network while the page was busy, and says so here or nowhere.
 * @param address Who is meant to sign.
 * @throws AppError ACT-101, ACT-102, ACT-103.
 */
export async function officerSigner(address: string): Promise<JsonRpcSigner> {
  const state = walletChoice()?.kit.wagmi.state;
  const connector = state?.current == null ? undefined : state.connections.get(state.current)?.connector;
  // While wagmi restores a connection its connectors are only names, without functions.
  if (connector?.getAccounts === undefined) throw walletError("notConnected");
  const [accounts, chainId] = await Promise.all([connector.getAccounts(), connector.getChainId()]);
  const [account] = accounts;
  if (account === undefined) throw walletError("notConnected");
  if (account.toLowerCase() !== address.toLowerCase()) throw walletError("accountSwitched");
  const { id } = config().chain;
  if (chainId !== id) throw walletError("wrongChain");
  const network = Network.from(id);
  const transport = (await connector.getProvider({ chainId: id })) as Eip1193Provider;
  return new JsonRpcSigner(new BrowserProvider(transport, network, { staticNetwork: network }), account);
}
