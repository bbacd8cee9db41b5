// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import {
  addressSchema,
  countSchema,
  hashSchema,
  hexSchema,
  idSchema,
  lineSchema,
  numberSchema,
  opaqueSchema,
  timeSchema,
  versionSchema,
} from "./common.ts";

/** Most megabytes of one file of an agreement. */
export const MOST_FILE_MEGABYTES = 25;

/** Under which name a file is uploaded: percent-encoded, in a header, so that it stands in no address and no log. */
export const FILE_NAME_HEADER = "annona-file-name";

/** How a file is called: no path, no control characters. */
export const fileNameSchema = z
  .string()
  .check(
    z.minLength(1, "is empty"),
    z.maxLength(200, "has more than 200 characters"),
    z.regex(/^[^\p{Cc}/\\]*$/u, "holds characters that no file name has"),
  );

/** A file that belongs to an agreement. */
export const agreementFileSchema = z.object({
  /** keccak256 of its bytes. */
  hash: hashSchema,
  name: fileNameSchema,
  /** Bytes. */
  size: countSchema,
  createdBy: addressSchema,
  createdAt: timeSchema,
});

/** Longest signature that is kept: accounts that are contracts have long ones. */
const MOST_SIGNATURE = 8_194;

/** A monitor's verification, signed and not sent yet. The ledger takes it for this submission alone. */
export const statementSchema = z.object({
  milestone: numberSchema,
  monitor: addressSchema,
  /** keccak256 of the file that the monitor looked at. */
  evidence: hashSchema,
  /** Unix seconds of the submission, as the ledger has it. */
  submittedAt: timeSchema,
  signature: hexSchema,
  createdAt: timeSchema,
});

export const newStatementSchema = z.strictObject({
  evidence: hashSchema,
  submittedAt: timeSchema,
  signature: hexSchema.check(z.maxLength(MOST_SIGNATURE, "is too long")),
});

/** Most bytes of a drafted agreement as JSON. */
export const MOST_AGREEMENT_BYTES = 262_144;

/**
 * - draft: being worked on
 * - offered: its terms are proposed on the ledger
 * - discarded: put aside; can be brought back
 */
export const agreementDraftStateSchema = z.enum(["draft", "offered", "discarded"]);

/** Terms of an agreement, or of an amendment, that are not on the ledger yet. */
export const agreementDraftSchema = z.object({
  id: idSchema,
  title: z.string(),
  state: agreementDraftStateSchema,
  /** The agreement that it is about, once it exists. */
  agreement: z.nullable(addressSchema),
  /** What the page keeps of the form. */
  content: z.json(),
  version: versionSchema,
  createdBy: addressSchema,
  createdAt: timeSchema,
  updatedAt: timeSchema,
});

export const newAgreementDraftSchema = z.strictObject({
  title: lineSchema(120),
  agreement: z.optional(addressSchema),
  content: opaqueSchema(MOST_AGREEMENT_BYTES),
});

export const agreementDraftChangeSchema = z.strictObject({
  title: z.optional(lineSchema(120)),
  state: z.optional(agreementDraftStateSchema),
  agreement: z.optional(addressSchema),
  content: z.optional(opaqueSchema(MOST_AGREEMENT_BYTES)),
});

export type AgreementFile = z.output<typeof agreementFileSchema>;
export type Statement = z.output<typeof statementSchema>;
export type NewStatement = z.output<typeof newStatementSchema>;
export type AgreementDraft = z.output<typeof agreementDraftSchema>;
export type NewAgreementDraft = z.output<typeof newAgreementDraftSchema>;
export type AgreementDraftChange = z.output<typeof agreementDraftChangeSchema>;
