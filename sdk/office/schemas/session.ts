// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import { addressSchema, hexSchema, numberSchema, timeSchema } from "./common.ts";

export const challengeSchema = z.object({
  /** To be put into the message; good for one sign-in. */
  nonce: z.string().check(z.regex(/^[a-zA-Z0-9]{16,64}$/)),
  expiresAt: timeSchema,
});

/** A message after EIP-4361 and its signature: 65 bytes of a key, or whatever a contract account takes (ERC-1271). */
export const signInSchema = z.strictObject({
  message: z.string().check(z.minLength(1), z.maxLength(4_000)),
  signature: hexSchema.check(z.minLength(4), z.maxLength(20_000)),
});

export const roleSchema = z.enum([
  "Administrator",
  "Preparer",
  "Approver",
  "Finance",
  "Custodian",
  "Monitor",
  "Guardian",
]);

const organisationSchema = z.object({ id: numberSchema, name: z.string() });

/** What somebody who is no officer of the organisation is in one of its agreements. */
export const partSchema = z.enum(["partner", "monitor", "arbiter"]);

/** Who is signed in, as the chain says at this moment. */
export const meSchema = z.object({
  kind: z.enum(["officer", "terminal", "party"]),
  address: addressSchema,
  organisation: organisationSchema,
  /** In this organisation; empty for terminals and parties. */
  roles: z.array(roleSchema),
  /** Where the terminal is active, by programme; empty for everybody else. */
  terminals: z.array(z.object({ programme: addressSchema, shop: numberSchema })),
  /** Agreements that a party is named in, or that their organisation has; empty for everybody else. */
  agreements: z.array(z.object({ agreement: addressSchema, as: z.array(partSchema) })),
  /** The session ends at the latest then, sooner when it is not used. */
  expiresAt: timeSchema,
});

const weiSchema = z.pipe(
  z.string().check(z.regex(/^[0-9]+$/)),
  z.transform((wei: string) => BigInt(wei)),
);

export const relayerSchema = z.object({
  address: addressSchema,
  /** Wei of the chain's own coin; null while the node does not answer. */
  balance: z.nullable(weiSchema),
  /** Wei that the jobs which are not done may need at most; null while the node does not answer. */
  needed: z.nullable(weiSchema),
  /** Too little for the work that waits, or soon so: somebody has to send coin to the address. */
  isLow: z.boolean(),
  /** Jobs that are queued or running. */
  jobs: z.int(),
});

/** What anybody may know of the office. */
export const statusSchema = z.object({
  chainId: z.int(),
  organisation: organisationSchema,
  /** Null for an office that pushes nothing itself. */
  relayer: z.nullable(relayerSchema),
  /** Code of an error that the office stands still for; null while all is well. */
  problem: z.nullable(z.string()),
});

export type Challenge = z.output<typeof challengeSchema>;
export type SignIn = z.output<typeof signInSchema>;
export type Me = z.output<typeof meSchema>;
export type RelayerStatus = z.output<typeof relayerSchema>;
export type OfficeStatus = z.output<typeof statusSchema>;
