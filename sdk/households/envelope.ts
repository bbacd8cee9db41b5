// SPDX-License-Identifier: Apache-2.0

import { argon2id } from "hash-wasm";
import { z } from "zod";
import { fromHex, toHex } from "../merkle/index.ts";
import { householdError } from "./errors.ts";

/** What the envelope keeps: everything an officer's browser needs to name households. */
export interface EnvelopeContent {
  /** The consortium's secret, 32 bytes: makes commitments. */
  readonly consortiumKey: Uint8Array;
  /** Its version in the account registry. */
  readonly keyVersion: number;
  /** 32 random bytes, one an agency: seals household data that the office server keeps. */
  readonly officeKey: Uint8Array;
  /** Kind of identifier that the consortium agreed on. */
  readonly namespace: string;
}

const FORMAT = "annona-envelope-1";
/** What a passphrase costs to try: 64 MiB and three passes, about half a second in a browser. */
const COST = { memoryKiB: 65_536, passes: 3, lanes: 1 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const SHORTEST_PASSPHRASE = 12;

const hex = z.templateLiteral(["0x", z.string().regex(/^(?:[0-9a-f]{2})+$/)]);

/** The envelope as the office server keeps it. It tells nothing without the passphrase. */
export const envelopeSchema = z.strictObject({
  format: z.literal(FORMAT),
  organisation: z.int().positive(),
  // Bounds: a server must not make a browser work for hours, nor an officer use an envelope that is cheap to guess.
  memoryKiB: z.int().min(19_456).max(1_048_576),
  passes: z.int().min(2).max(16),
  lanes: z.int().min(1).max(4),
  salt: hex,
  iv: hex,
  sealed: hex,
});

export type Envelope = z.infer<typeof envelopeSchema>;

const contentSchema = z.strictObject({
  consortiumKey: hex,
  keyVersion: z.int().positive(),
  officeKey: hex,
  namespace: z.string().min(1),
});

/** A new office key. */
export function randomOfficeKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/**
 * Lock keys with a passphrase: `AES-256-GCM(argon2id(passphrase, salt), JSON)`. Work for a worker: it takes about half a second.
 * @throws HouseholdError HOUSE-101 for a passphrase of fewer than 12 characters.
 */
export async function createEnvelope(
  passphrase: string,
  organisation: number,
  content: EnvelopeContent,
): Promise<Envelope> {
  if ([...passphrase.normalize("NFKC")].length < SHORTEST_PASSPHRASE) throw householdError("shortPassphrase");
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const head = { format: FORMAT, organisation, ...COST, salt: toHex(salt) } as const;
  const key = await keyOf(passphrase, head, "encrypt");
  const plain = new TextEncoder().encode(
    JSON.stringify({
      consortiumKey: toHex(content.consortiumKey),
      keyVersion: content.keyVersion,
      officeKey: toHex(content.officeKey),
      namespace: content.namespace,
    }),
  );
  const sealed = await crypto.subtle.encrypt(algorithm(iv, head), key, plain);
  return { ...head, iv: toHex(iv), sealed: toHex(new Uint8Array(sealed)) };
}

/**
 * Open an envelope. Work for a worker: it takes about half a second.
 * @param envelope As the office server returned it; not trusted.
 * @throws HouseholdError HOUSE-102 for a wrong passphrase (or an envelope of which a bit was changed: nobody can tell the two apart),
 * HOUSE-103 for something that is no envelope of this organisation.
 */
export async function openEnvelope(
  passphrase: string,
  organisation: number,
  envelope: unknown,
): Promise<EnvelopeContent> {
  const parsed = envelopeSchema.safeParse(envelope);
  if (!parsed.success || parsed.data.organisation !== organisation) throw householdError("damagedEnvelope");
  if (passphrase === "") throw householdError("wrongPassphrase");
  const { iv, sealed, ...head } = parsed.data;
  const key = await keyOf(passphrase, head, "decrypt");
  const plain = await crypto.subtle
    .decrypt(algorithm(bytesOf(iv), head), key, bytesOf(sealed))
    .catch((error: unknown) => Promise.reject(householdError("wrongPassphrase", error)));
  return readContent(new TextDecoder().decode(plain));
}

/**
 * The same keys under another passphrase.
 * @throws HouseholdError as {@link openEnvelope} and {@link createEnvelope}.
 */
export async function changePassphrase(
  known: string,
  chosen: string,
  organisation: number,
  envelope: unknown,
): Promise<Envelope> {
  return await createEnvelope(chosen, organisation, await openEnvelope(known, organisation, envelope));
}

type Head = Omit<Envelope, "iv" | "sealed">;

function readContent(json: string): EnvelopeContent {
  const parsed = contentSchema.safeParse(JSON.parse(json));
  if (!parsed.success) throw householdError("damagedEnvelope");
  const { consortiumKey, keyVersion, officeKey, namespace } = parsed.data;
  return { consortiumKey: bytesOf(consortiumKey), keyVersion, officeKey: bytesOf(officeKey), namespace };
}

async function keyOf(passphrase: string, head: Head, use: "encrypt" | "decrypt"): Promise<CryptoKey> {
  const bytes = await argon2id({
    // The same passphrase from another keyboard must be the same bytes.
    password: passphrase.normalize("NFKC"),
    salt: bytesOf(head.salt),
    memorySize: head.memoryKiB,
    iterations: head.passes,
    parallelism: head.lanes,
    hashLength: KEY_BYTES,
    outputType: "binary",
  });
  return await crypto.subtle.importKey("raw", Uint8Array.from(bytes), "AES-GCM", false, [use]);
}

/** Everything outside the cipher is authenticated with it. */
function algorithm(iv: Uint8Array<ArrayBuffer>, head: Head): AesGcmParams {
  const { format, organisation, memoryKiB, passes, lanes, salt } = head;
  const place = JSON.stringify([format, organisation, memoryKiB, passes, lanes, salt]);
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(place) };
}

function bytesOf(text: `0x${string}`): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(fromHex(text));
}
