// SPDX-License-Identifier: Apache-2.0

import { TypedDataEncoder, verifyTypedData } from "ethers";
import { AnnonaError } from "#sdk/errors/index.ts";
import type { Hex } from "#sdk/merkle/index.ts";
import type { ReceiptBatch } from "./batch.ts";
import { terminalAddress } from "./ids.ts";

/** The programme on its chain: the EIP-712 domain that keeps a signature from counting anywhere else. */
export interface ProgrammePlace {
  readonly chainId: bigint;
  /** Address of the programme. */
  readonly programme: string;
}

type FieldList = { name: string; type: string }[];

/** Whoever holds a terminal's key. A wallet of ethers fits. */
export interface BatchSigner {
  readonly address: string;
  signTypedData(
    domain: { name: string; version: string; chainId: bigint; verifyingContract: string },
    types: Record<string, FieldList>,
    value: Record<string, unknown>,
  ): Promise<string>;
}

export interface SignedBatch {
  readonly batch: ReceiptBatch;
  readonly signature: Hex;
}

const FIELDS = [
  { name: "terminal", type: "address" },
  { name: "cycle", type: "uint32" },
  { name: "firstNumber", type: "uint32" },
  { name: "items", type: "bytes" },
] as const;

/** Domain, types and value of a batch, as `eth_signTypedData_v4` and ethers take them. */
export function batchTypedData(place: ProgrammePlace, batch: ReceiptBatch) {
  const { terminal, cycle, firstNumber, items } = batch;
  return {
    domain: {
      name: "Annona Programme",
      version: "1",
      chainId: place.chainId,
      verifyingContract: place.programme,
    },
    types: { ReceiptBatch: FIELDS.map((field) => ({ ...field })) },
    value: { terminal, cycle, firstNumber, items },
  };
}

/** EIP-712 digest that the terminal signs; what `hashBatch` of the programme returns. */
export function hashBatch(place: ProgrammePlace, batch: ReceiptBatch): Hex {
  const { domain, types, value } = batchTypedData(place, batch);
  return TypedDataEncoder.hash(domain, types, value) as Hex;
}

/**
 * Have a terminal's key sign a batch.
 * @throws AnnonaError RCPT-402 when the signer is not the batch's terminal.
 */
export async function signBatch(
  place: ProgrammePlace,
  batch: ReceiptBatch,
  signer: BatchSigner,
): Promise<SignedBatch> {
  if (terminalAddress(signer.address) !== batch.terminal) throw wrongSigner(batch);
  const { domain, types, value } = batchTypedData(place, batch);
  return { batch, signature: (await signer.signTypedData(domain, types, value)) as Hex };
}

/** Whether the batch's terminal made the signature; asked before a batch is relayed, since the chain would refuse it as a whole. */
export function isSignedByTerminal(place: ProgrammePlace, { batch, signature }: SignedBatch): boolean {
  const { domain, types, value } = batchTypedData(place, batch);
  try {
    return verifyTypedData(domain, types, value, signature) === batch.terminal;
  } catch (error) {
    // The batch is well-formed by its types: bytes of a wrong length, or of no point on the curve, are no signature.
    if (error instanceof Error) return false;
    throw error;
  }
}

function wrongSigner(batch: ReceiptBatch): AnnonaError {
  return new AnnonaError({
    code: "RCPT-402",
    summary: `The key at hand is not the one of terminal ${batch.terminal}.`,
    next: "Sign with the key that was authorised for this terminal.",
  });
}
