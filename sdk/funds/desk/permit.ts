// SPDX-License-Identifier: Apache-2.0

import {
  Interface,
  id,
  isError,
  Signature,
  type TypedDataDomain,
  TypedDataEncoder,
  type TypedDataField,
} from "ethers";
import type { Suite } from "#sdk/agency/suite.ts";
import type { FundHandle } from "./handle.ts";

const TOKEN = new Interface([
  "function name() view returns (string)",
  "function version() view returns (string)",
  "function nonces(address owner) view returns (uint256)",
  "function DOMAIN_SEPARATOR() view returns (bytes32)",
  "function PERMIT_TYPEHASH() view returns (bytes32)",
]);

/** What a donor signs so that the fund may take the tokens (ERC-2612). */
const PERMIT: Record<"Permit", TypedDataField[]> = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};
const TYPEHASH = id("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
/** Of tokens that do not tell their version. */
const USUAL_VERSIONS = ["1", "2"];

/** A signed approval of tokens, as the fund takes it. */
export interface SignedPermit {
  /** Unix seconds. */
  readonly deadline: number;
  readonly v: number;
  readonly r: string;
  readonly s: string;
}

/**
 * The domain in which a token's permits are signed, when it knows them: one that makes the token's own separator, so that nothing is
 * signed that the token would not take. Undefined for tokens without permits, or with permits of another form.
 */
export async function permitDomain(
  { provider, chainId }: Pick<Suite, "provider" | "chainId">,
  token: string,
): Promise<TypedDataDomain | undefined> {
  const ask = (question: string) => answerOf({ provider }, token, question);
  const [separator, name, version, typehash] = await Promise.all(
    ["DOMAIN_SEPARATOR", "name", "version", "PERMIT_TYPEHASH"].map(ask),
  );
  if (separator === undefined || name === undefined) return undefined;
  if (typehash !== undefined && typehash !== TYPEHASH) return undefined;
  const versions = version === undefined ? USUAL_VERSIONS : [version, ...USUAL_VERSIONS];
  return versions
    .map((one) => ({ name, version: one, chainId, verifyingContract: token }))
    .find((domain) => TypedDataEncoder.hashDomain(domain) === separator);
}

/** The EIP-712 data that the donor signs. @param tokens Smallest units. @param deadline Unix seconds. */
export async function permitData(
  { provider }: Pick<Suite, "provider">,
  { address, asset }: Pick<FundHandle, "address" | "asset">,
  domain: TypedDataDomain,
  { owner, tokens, deadline }: { readonly owner: string; readonly tokens: bigint; readonly deadline: number },
) {
  const answer = await provider.call({ to: asset, data: TOKEN.encodeFunctionData("nonces", [owner]) });
  const nonce: bigint = TOKEN.decodeFunctionResult("nonces", answer)[0];
  return { domain, types: PERMIT, message: { owner, spender: address, value: tokens, nonce, deadline } };
}

/** A wallet's answer in the form that the fund takes. */
export function signedPermit(signature: string, deadline: number): SignedPermit {
  const { v, r, s } = Signature.from(signature);
  return { deadline, v, r, s };
}

/** What a token answers to a question without arguments; undefined when it does not know it. */
async function answerOf(
  { provider }: Pick<Suite, "provider">,
  token: string,
  question: string,
): Promise<string | undefined> {
  try {
    const answer = await provider.call({ to: token, data: TOKEN.encodeFunctionData(question) });
    return String(TOKEN.decodeFunctionResult(question, answer)[0]);
  } catch (error) {
    // Tokens that do not know the question revert, or answer with nothing.
    if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return undefined;
    throw error;
  }
}
