// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import type { CommitmentFacts } from "../../agency/commitment.ts";
import {
  addressSchema,
  countSchema,
  hashSchema,
  lineSchema,
  numberSchema,
  opaqueSchema,
  timeSchema,
  versionSchema,
} from "./common.ts";

const decimalSchema = z.pipe(
  z.string().check(z.regex(/^[0-9]{1,39}$/)),
  z.transform((digits: string) => BigInt(digits)),
);

/** {@link CommitmentFacts} as JSON carries them: big numbers as decimal strings. */
export const factsSchema = z.object({
  chainId: z.int().check(z.minimum(1)),
  programme: addressSchema,
  cycle: numberSchema,
  root: hashSchema,
  chunks: numberSchema,
  households: numberSchema,
  total: decimalSchema,
  checkpoint: decimalSchema,
  registryDigest: hashSchema,
  controlSheet: hashSchema,
}) satisfies z.ZodMiniType<CommitmentFacts>;

/** A committed list with everything that the office works out again from it. */
export const newListSchema = z.strictObject({
  facts: factsSchema,
  /** The nameless list as CSV, as `encodeNamelessList` writes it. */
  list: z.string(),
  /** The control sheet, as `encodeControlSheet` writes it. */
  sheet: z.string(),
});

export const listSchema = z.object({
  facts: factsSchema,
  createdBy: addressSchema,
  createdAt: timeSchema,
});

/** How the columns of a partner's file are read, under a name. */
export const mappingSchema = z.object({
  name: z.string(),
  /** Fingerprint of the file's header, to recognise the next file by. */
  header: z.string(),
  /** Import options as the page keeps them. */
  options: z.json(),
  version: versionSchema,
  updatedBy: addressSchema,
  updatedAt: timeSchema,
});

export const mappingNameSchema = lineSchema(80);

export const newMappingSchema = z.strictObject({
  header: lineSchema(200),
  options: opaqueSchema(65_536),
});

/** One page of the household map in the index of all. */
export const pageVersionSchema = z.object({ page: countSchema, version: versionSchema });

/** Keys of the office under a passphrase, made in a browser; the office cannot open it. */
export const envelopeSchema = z.object({ envelope: z.json(), version: versionSchema });

export const newEnvelopeSchema = z.strictObject({ envelope: opaqueSchema(65_536) });

/** What a write of opaque bytes is answered with. */
export const writtenSchema = z.object({ version: versionSchema });

export type NewList = z.output<typeof newListSchema>;
export type StoredList = z.output<typeof listSchema>;
export type Mapping = z.output<typeof mappingSchema>;
export type NewMapping = z.output<typeof newMappingSchema>;
export type PageVersion = z.output<typeof pageVersionSchema>;
export type KeptEnvelope = z.output<typeof envelopeSchema>;
