// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import { parseJson } from "#sdk/formats/parseJson.ts";
import { CouncilError } from "./CouncilError.ts";
import type { ApprovalToSign } from "./calls.ts";

const FORMAT = "annona-approval-1";

const schema = z.object({
  format: z.literal(FORMAT),
  chainId: z.int().positive(),
  council: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
  proposal: z.int().positive(),
  hash: z.string().regex(/^0x[0-9a-fA-F]{64}$/),
  epoch: z.int().positive(),
  member: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
  nonce: z.string().regex(/^\d{1,78}$/),
  deadline: z.int().positive(),
  signature: z.string().regex(/^0x([0-9a-fA-F]{2})+$/),
});

/** A member's signature on its way to whoever hands it in. */
export interface SignedApproval extends ApprovalToSign {
  readonly chainId: number;
  readonly council: string;
  readonly signature: string;
}

/** As text that can be sent by any way: it can do nothing but what the member signed. */
export function writeSignedApproval({ id, nonce, ...approval }: SignedApproval): string {
  return JSON.stringify({ format: FORMAT, ...approval, proposal: id, nonce: String(nonce) }, null, 2);
}

/** @throws CouncilError COUNCIL-201 naming the first field that is missing or wrong. */
export function readSignedApproval(text: string): SignedApproval {
  const result = schema.safeParse(parseJson(text));
  if (!result.success) {
    throw new CouncilError("notASignature", { field: result.error.issues[0]?.path.join(".") || "format" });
  }
  const { format: _, proposal, nonce, ...rest } = result.data;
  return { ...rest, id: proposal, nonce: BigInt(nonce) };
}

/** What a signature has to be about to be handed in here. */
export interface ApprovalWanted {
  readonly chainId: number;
  readonly council: string;
  readonly id: number;
  readonly hash: string;
  readonly epoch: number;
}

/** @throws CouncilError COUNCIL-202 naming what the signature is about instead. */
export function requireSignedFor(approval: SignedApproval, wanted: ApprovalWanted): void {
  const fields = { chainId: "network", council: "council", id: "proposal", hash: "content", epoch: "epoch" };
  for (const [name, field] of Object.entries(fields)) {
    const key = name as keyof ApprovalWanted;
    if (String(approval[key]).toLowerCase() === String(wanted[key]).toLowerCase()) continue;
    throw new CouncilError("otherSignature", { field });
  }
}
