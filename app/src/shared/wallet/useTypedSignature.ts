// SPDX-License-Identifier: Apache-2.0

import type { TypedDataDomain, TypedDataField } from "ethers";

/** What is signed off the ledger (EIP-712). */
export interface TypedStatement {
  readonly domain: TypedDataDomain;
  readonly types: Record<string, TypedDataField[]>;
  readonly message: Record<string, unknown>;
}

/**
 * Has the connected wallet sign a statement; sends nothing. A shared wallet may take long to answer, until its other signers have signed.
 * @returns Rejects as wallets do; `isRejection` tells a "no" from a fault.
 */
export function useTypedSignature(address: string): (statement: TypedStatement) => Promise<string> {
  return async ({ domain, types, message }) => {
    // With ethers in it, which pages without signatures do without.
    const { officerSigner } = await import("./signer.ts");
    const signer = await officerSigner(address);
    return await signer.signTypedData(domain, types, message);
  };
}
