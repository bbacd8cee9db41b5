// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import {
  addressSchema,
  amountSchema,
  countSchema,
  hashSchema,
  idSchema,
  lineSchema,
  numberSchema,
  opaqueSchema,
  timeSchema,
  versionSchema,
} from "./common.ts";

/** Most bytes of a draft's plan as JSON. */
export const MOST_PLAN_BYTES = 65_536;

/**
 * - draft: being worked on
 * - waiting: for a custodian to open accounts
 * - ready: all its households have accounts
 * - prepared: on the ledger, as the cycle named
 * - discarded: deleted; can be brought back
 */
export const draftStateSchema = z.enum(["draft", "waiting", "ready", "prepared", "discarded"]);

/** An entitlement list that is not on the ledger yet. Nothing in it is personal: its rows go by commitment. */
export const draftSchema = z.object({
  id: idSchema,
  programme: addressSchema,
  title: z.string(),
  state: draftStateSchema,
  /** The cycle that was prepared from it. */
  cycle: z.nullable(numberSchema),
  /** What the page keeps of dates and options. */
  plan: z.json(),
  /** Counted by the server from the rows. */
  households: countSchema,
  total: amountSchema,
  /** Whether rows, and sealed bytes, were stored. */
  hasRows: z.boolean(),
  hasSealed: z.boolean(),
  version: versionSchema,
  createdBy: addressSchema,
  createdAt: timeSchema,
  updatedAt: timeSchema,
  /** The newest request to the custodian that was made for it. */
  requestId: z.nullable(idSchema),
});

export const newDraftSchema = z.strictObject({
  programme: addressSchema,
  title: lineSchema(120),
  plan: z.optional(opaqueSchema(MOST_PLAN_BYTES)),
});

/** What a preparer may change. A draft is prepared when it has its cycle; waiting comes from a request. */
export const draftChangeSchema = z
  .strictObject({
    title: z.optional(lineSchema(120)),
    plan: z.optional(opaqueSchema(MOST_PLAN_BYTES)),
    state: z.optional(z.enum(["draft", "ready", "prepared"])),
    cycle: z.optional(numberSchema),
  })
  .check(
    z.refine(({ state, cycle }) => (state === "prepared") === (cycle !== undefined), {
      error: "state prepared and a cycle go together",
    }),
  );

/**
 * - open: waits for the custodian
 * - announced: the opening is on the ledger, its accounts are being pushed
 * - done: all accounts are open
 * - declined: the preparer has to look at it again
 */
export const requestStateSchema = z.enum(["open", "announced", "done", "declined"]);

/** Accounts to open: a preparer asks the custodian, or a custodian begins by themselves. */
export const requestSchema = z.object({
  id: idSchema,
  /** Null for one that a custodian began. */
  draft: z.nullable(idSchema),
  programme: addressSchema,
  /** The draft's title when the request was made. */
  title: z.string(),
  /** How many accounts are asked for. */
  count: countSchema,
  state: requestStateSchema,
  /** Number of the opening on the ledger, once it is announced. */
  openingId: z.nullable(numberSchema),
  version: versionSchema,
  createdBy: addressSchema,
  createdAt: timeSchema,
  updatedAt: timeSchema,
});

/** Most households that one request may name. */
export const MOST_COMMITMENTS = 500_000;

/** A preparer's request is for a draft. A custodian may also open accounts without one, for a programme and under a title. */
export const newRequestSchema = z
  .strictObject({
    draft: z.nullable(idSchema),
    programme: z.optional(addressSchema),
    title: z.optional(lineSchema(120)),
    /** In the order in which they get their numbers. */
    commitments: z.array(hashSchema).check(z.minLength(1, "are none"), z.maxLength(MOST_COMMITMENTS)),
  })
  .check(
    z.refine(
      ({ draft, programme, title }) =>
        [programme, title].every((own) => (draft === null) === (own !== undefined)),
      {
        error: "programme and title are given when there is no draft, and only then",
      },
    ),
  );

export const requestChangeSchema = z.strictObject({
  state: requestStateSchema,
  openingId: z.optional(numberSchema),
});

export const commitmentsSchema = z.object({ commitments: z.array(hashSchema) });

export type DraftState = z.output<typeof draftStateSchema>;
export type Draft = z.output<typeof draftSchema>;
export type NewDraft = z.output<typeof newDraftSchema>;
export type DraftChange = z.output<typeof draftChangeSchema>;
export type RequestState = z.output<typeof requestStateSchema>;
export type CustodianRequest = z.output<typeof requestSchema>;
export type NewRequest = z.output<typeof newRequestSchema>;
export type RequestChange = z.output<typeof requestChangeSchema>;
