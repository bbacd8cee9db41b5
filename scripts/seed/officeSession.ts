// SPDX-License-Identifier: Apache-2.0
import type { Wallet } from "ethers";
import { getAddress } from "viem";
import { createSiweMessage } from "viem/siwe";
import { type OfficeClient, officeClient } from "#sdk/office/client.ts";

export interface OfficePlace {
  /** Where the office server answers. */
  readonly officeUrl: string;
  /** Where the console is served from: requests come in its name. */
  readonly appUrl: string;
  readonly chainId: number;
}

/** Sign an officer in, as their browser would. @returns A client with its session. */
export async function signInAs(officer: Wallet, place: OfficePlace): Promise<OfficeClient> {
  const { officeUrl, appUrl, chainId } = place;
  const client = officeClient({ url: officeUrl, fetch: browserLike(appUrl) });
  const { nonce } = await client.challenge();
  const message = createSiweMessage({
    address: getAddress(officer.address),
    chainId,
    domain: new URL(appUrl).host,
    uri: appUrl,
    nonce,
    version: "1",
    issuedAt: new Date(),
  });
  await client.signIn({ message, signature: await officer.signMessage(message) });
  return client;
}

/** A `fetch` that names an origin and keeps the session's cookie, as browsers do by themselves. */
function browserLike(origin: string): typeof fetch {
  let cookie = "";
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("origin", origin);
    if (cookie !== "") headers.set("cookie", cookie);
    const response = await fetch(input, { ...init, headers });
    const [kept] = response.headers.getSetCookie();
    if (kept !== undefined) cookie = kept.split(";", 1)[0] ?? "";
    return response;
  };
}
