// SPDX-License-Identifier: Apache-2.0

import { createPublicClient, getAddress, type Hex, hashMessage, http } from "viem";
import { verifyHash } from "viem/actions";
import { parseSiweMessage, validateSiweMessage } from "viem/siwe";
import type { SignIn } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import { onNode } from "./chainAccess.ts";
import type { Nonces } from "./nonces.ts";

/** Clocks of officers' machines may be wrong by so much, seconds. */
const CLOCK_TOLERANCE = 300;
/** A message that is older than a challenge lives was not made for it. */
const OLDEST = 600 + CLOCK_TOLERANCE;

/**
 * Signatures wrapped after ERC-6492 or ERC-8010 make the node run whatever they carry before the account is asked. An account that holds
 * a role is on the chain already and needs neither.
 */
const WRAPPED = /(?:(?:6492){16}|(?:8010){16})$/i;

type Message = ReturnType<typeof parseSiweMessage>;

export interface SignInRules {
  readonly chainId: number;
  readonly nonces: Nonces;
  /** Unix seconds. */
  readonly now: () => number;
  /** Whether the address signed the hash: by its key, or as its contract says. */
  readonly isSigned: (address: Hex, hash: Hex, signature: Hex) => Promise<boolean>;
}

/** Asks the node whether a signature is good, so that accounts that are contracts sign in too (ERC-1271). */
export function signatureCheck(rpcUrl: string): SignInRules["isSigned"] {
  const client = createPublicClient({ transport: http(rpcUrl, { retryCount: 1 }) });
  return async (address, hash, signature) => await onNode(verifyHash(client, { address, hash, signature }));
}

/**
 * Who signed in. The challenge is used up, whatever comes of it.
 * @param origin Of the page that asks; one of the office's own.
 * @returns Checksummed address.
 * @throws OfficeError OFFICE-103 to OFFICE-107; OFFICE-502 when the node does not answer.
 */
export async function readSignIn(signIn: SignIn, origin: string, rules: SignInRules): Promise<string> {
  const message = parseSiweMessage(signIn.message);
  const { address } = message;
  if (address === undefined) throw officeError("badMessage", { field: "it names no account" });
  requireSite(message, origin);
  if (message.chainId !== rules.chainId) throw officeError("otherChain");
  if (message.version !== "1") throw officeError("badMessage", { field: "its version is not 1" });
  if (message.nonce === undefined || !rules.nonces.take(message.nonce)) throw officeError("badNonce");
  requireTime(message, rules.now());
  const signature = signIn.signature as Hex;
  const isSigned =
    !WRAPPED.test(signature) && (await rules.isSigned(address, hashMessage(signIn.message), signature));
  if (!isSigned) throw officeError("badSignature");
  return getAddress(address);
}

/** The message names the very page that sends it, so that another site cannot have it signed. */
function requireSite(message: Message, origin: string): void {
  const { host, protocol } = new URL(origin);
  const isHere =
    message.domain === host && (message.scheme ?? protocol.slice(0, -1)) === protocol.slice(0, -1);
  if (!isHere || originOf(message.uri) !== origin) throw officeError("otherSite");
}

function originOf(uri: string | undefined): string | undefined {
  return uri !== undefined && URL.canParse(uri) ? new URL(uri).origin : undefined;
}

function requireTime(message: Message, now: number): void {
  const issuedAt = (message.issuedAt?.getTime() ?? Number.NaN) / 1_000;
  const isRecent = issuedAt <= now + CLOCK_TOLERANCE && issuedAt >= now - OLDEST;
  if (!isRecent || !validateSiweMessage({ message, time: new Date(now * 1_000) })) {
    throw officeError("badMessage", { field: "it is not of this time; check the clock of your machine" });
  }
}
