// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import {
  accountSchema,
  addressSchema,
  idSchema,
  lineSchema,
  noteSchema,
  numberSchema,
  timeSchema,
  versionSchema,
} from "./common.ts";

export const exceptionStateSchema = z.enum(["open", "settled"]);

const exceptionFields = {
  programme: addressSchema,
  cycle: z.nullable(numberSchema),
  shop: z.nullable(numberSchema),
  terminal: z.nullable(addressSchema),
  /** Number of the receipt. */
  number: z.nullable(numberSchema),
  account: z.nullable(accountSchema),
  /** What kind it is, such as the class of a row in reconciling. */
  kind: lineSchema(60),
  /** Code of the reason, such as RECO-105. */
  reason: lineSchema(60),
};

/** Something that somebody has to look into: a receipt that books and ledger disagree on, a lost card, a complaint. */
export const exceptionSchema = z.object({
  id: idSchema,
  ...exceptionFields,
  /** What was found and done. No names. */
  note: z.string(),
  state: exceptionStateSchema,
  version: versionSchema,
  createdBy: addressSchema,
  createdAt: timeSchema,
  updatedAt: timeSchema,
});

export const newExceptionSchema = z.strictObject({ ...exceptionFields, note: noteSchema });

export const exceptionChangeSchema = z.strictObject({
  state: z.optional(exceptionStateSchema),
  note: z.optional(noteSchema),
});

/** What is printed into the code of a card, beside the account. */
const serialSchema = z.string().check(z.regex(/^[A-Za-z0-9-]{4,40}$/, "is not a serial of a card"));
const pinSchema = z.string().check(z.regex(/^[0-9]{4,8}$/, "is not 4 to 8 digits"));

/** Most cards that one request may issue: hashing their PINs takes a while. */
export const MOST_CARDS = 256;

/** A household's card. The PIN is kept as a hash only. */
export const cardSchema = z.object({
  account: accountSchema,
  serial: z.string(),
  issuedAt: timeSchema,
  isBlocked: z.boolean(),
});

export const newCardsSchema = z.strictObject({
  cards: z
    .array(z.strictObject({ account: accountSchema, serial: serialSchema, pin: pinSchema }))
    .check(z.minLength(1), z.maxLength(MOST_CARDS)),
});

export const cardCheckSchema = z.strictObject({
  account: accountSchema,
  serial: serialSchema,
  pin: pinSchema,
});

export type ExceptionState = z.output<typeof exceptionStateSchema>;
export type Exception = z.output<typeof exceptionSchema>;
export type NewException = z.output<typeof newExceptionSchema>;
export type ExceptionChange = z.output<typeof exceptionChangeSchema>;
export type Card = z.output<typeof cardSchema>;
export type NewCards = z.output<typeof newCardsSchema>;
export type CardCheck = z.output<typeof cardCheckSchema>;
