// SPDX-License-Identifier: Apache-2.0

import type { TableDefinition } from "./table.ts";

const changes = {
  version: "integer",
  createdBy: "text",
  createdAt: "integer",
  updatedAt: "integer",
} as const;

/** What the office keeps, apart from the relayer's jobs. Nothing in it tells who a household is, save what browsers sealed. */
export const officeTables = [
  {
    // What the database is of, so that another agency's is not taken for it.
    name: "meta",
    columns: { name: "text", value: "text" },
    key: ["name"],
  },
  {
    name: "sessions",
    columns: {
      tokenHash: "text",
      kind: "text",
      address: "text",
      createdAt: "integer",
      lastSeenAt: "integer",
      expiresAt: "integer",
    },
    key: ["tokenHash"],
    indexes: [["expiresAt"]],
  },
  {
    name: "drafts",
    columns: {
      id: "text",
      programme: "text",
      title: "text",
      state: "text",
      // The state to come back to when a discarded draft is restored.
      stateBefore: "text?",
      cycle: "integer?",
      plan: "text",
      households: "integer",
      total: "text",
      hasRows: "integer",
      hasSealed: "integer",
      requestId: "text?",
      ...changes,
    },
    key: ["id"],
    indexes: [["programme"]],
  },
  {
    // Apart from the drafts, so that listing those does not read megabytes.
    name: "draftParts",
    columns: { draft: "text", part: "text", content: "bytes" },
    key: ["draft", "part"],
  },
  {
    name: "lists",
    columns: {
      programme: "text",
      cycle: "integer",
      facts: "text",
      list: "bytes",
      sheet: "bytes",
      createdBy: "text",
      createdAt: "integer",
    },
    key: ["programme", "cycle"],
  },
  {
    name: "requests",
    columns: {
      id: "text",
      draft: "text?",
      programme: "text",
      title: "text",
      count: "integer",
      state: "text",
      openingId: "integer?",
      ...changes,
    },
    key: ["id"],
    indexes: [["state"], ["draft"]],
  },
  {
    // 32 bytes each, in the order of the account numbers to come.
    name: "requestCommitments",
    columns: { request: "text", commitments: "bytes" },
    key: ["request"],
  },
  {
    name: "householdPages",
    columns: {
      page: "integer",
      sealed: "bytes",
      version: "integer",
      updatedBy: "text",
      updatedAt: "integer",
    },
    key: ["page"],
  },
  {
    // One row at most.
    name: "envelopes",
    columns: {
      name: "text",
      envelope: "text",
      version: "integer",
      updatedBy: "text",
      updatedAt: "integer",
    },
    key: ["name"],
  },
  {
    name: "mappings",
    columns: {
      name: "text",
      header: "text",
      options: "text",
      version: "integer",
      updatedBy: "text",
      updatedAt: "integer",
    },
    key: ["name"],
  },
  {
    name: "exceptions",
    columns: {
      id: "text",
      // Equal while two exceptions are about the same thing.
      subject: "text",
      programme: "text",
      cycle: "integer?",
      shop: "integer?",
      terminal: "text?",
      number: "integer?",
      account: "integer?",
      kind: "text",
      reason: "text",
      note: "text",
      state: "text",
      ...changes,
    },
    key: ["id"],
    indexes: [["programme", "state"], ["subject"]],
  },
  {
    name: "cards",
    columns: {
      account: "integer",
      serial: "text",
      pinHash: "text",
      issuedBy: "text",
      issuedAt: "integer",
      blockedAt: "integer?",
      // Wrong PINs in a row since the last right one or the last lock.
      wrongPins: "integer",
      // Locks in a row since the last right PIN: each lasts twice as long as the one before.
      locks: "integer",
      lockedUntil: "integer",
    },
    key: ["account"],
  },
  {
    name: "documents",
    columns: { hash: "text", content: "bytes", createdBy: "text", createdAt: "integer" },
    key: ["hash"],
  },
] as const satisfies readonly TableDefinition[];

/** What the office keeps of agreements with partners. Files themselves lie in its file storage, see `files/`. */
export const agreementTables = [
  {
    name: "agreementDrafts",
    columns: {
      id: "text",
      title: "text",
      state: "text",
      // Address of the agreement, once there is one.
      agreement: "text?",
      content: "text",
      ...changes,
    },
    key: ["id"],
  },
  {
    name: "agreementFiles",
    columns: {
      agreement: "text",
      hash: "text",
      // As whoever uploaded it called it; nowhere else, and never in a log.
      name: "text",
      size: "integer",
      createdBy: "text",
      createdAt: "integer",
    },
    key: ["agreement", "hash"],
  },
] as const satisfies readonly TableDefinition[];

/** Verifications that monitors signed, until somebody sends them: one of each monitor for each milestone. */
export const statementTables = [
  {
    name: "agreementStatements",
    columns: {
      agreement: "text",
      milestone: "integer",
      monitor: "text",
      evidence: "text",
      submittedAt: "integer",
      signature: "text",
      createdAt: "integer",
    },
    key: ["agreement", "milestone", "monitor"],
  },
] as const satisfies readonly TableDefinition[];
