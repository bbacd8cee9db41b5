// SPDX-License-Identifier: Apache-2.0

/**
 * Everything that can go wrong in the page itself: a stable number, one sentence what happened, one sentence what to do.
 * The history server's own errors (HIST-...) arrive with their words.
 */
export const appErrors = {
  "server-unreachable": {
    code: "APP-101",
    summary: "The history server does not answer.",
    next: "Check your connection; this page tries again by itself every few seconds.",
  },
  "server-slow": {
    code: "APP-102",
    summary: "The history server took too long to answer.",
    next: "On a slow line just wait; this page tries again by itself.",
  },
  "answer-not-understood": {
    code: "APP-103",
    summary: "The history server sent an answer that this page does not understand.",
    next: "Reload the page; if that does not help, the page and its server are of different versions: tell whoever runs them.",
  },
  "server-failed": {
    code: "APP-104",
    summary: "The history server could not answer.",
    next: "Try again in a minute; if it lasts, tell whoever runs the server.",
  },
  "not-in-snapshot": {
    code: "APP-105",
    summary: "The snapshot that these pages show has nothing at this address.",
    next: "Check the address; what happened after the snapshot was taken will be in the next one.",
  },
  "snapshot-unreadable": {
    code: "APP-106",
    summary: "The snapshot that these pages show could not be read.",
    next: "Try again in a minute; if it lasts, tell whoever hosts these pages.",
  },
  "page-not-found": {
    code: "APP-201",
    summary: "There is no page at this address.",
    next: "Check the address for a typing error, or start from the list of programmes.",
  },
  "page-broke": {
    code: "APP-202",
    summary: "This page stopped because of a fault of its own.",
    next: "Reload it; nothing on the ledger is affected. If it happens again, report the number above.",
  },
  "programme-address": {
    code: "APP-203",
    summary: "This is not the address of a programme.",
    next: "Open the programme from the list, or check that the address was copied in full.",
  },
  "agreement-address": {
    code: "APP-204",
    summary: "This is not the address of an agreement.",
    next: "Open the agreement from the list, or check that the address was copied in full.",
  },
  "other-terms": {
    code: "APP-205",
    summary: "The terms on this page are not the ones whose hash the agency signed.",
    next: "Do not sign. Reload the page; if it stays so, tell the agency, and do not trust the node that this page reads.",
  },
  "fund-address": {
    code: "APP-207",
    summary: "This is not the address of a donor fund.",
    next: "Open the fund from the list, or check that the address was copied in full.",
  },
  "other-draft": {
    code: "APP-206",
    summary: "This draft was written by another version of this page.",
    next: "Begin a new draft; the one at the office stays as it is.",
  },
  "file-unreadable": {
    code: "APP-301",
    summary: "The file could not be read to its end.",
    next: "Check that it still exists and is not open elsewhere, then choose it again.",
  },
  "not-a-fingerprint": {
    code: "APP-302",
    summary: "This is not a fingerprint.",
    next: "A fingerprint is 0x followed by 64 digits and letters from a to f; copy it in full.",
  },
  "cannot-hash": {
    code: "APP-303",
    summary: "This browser could not compute the fingerprint.",
    next: "Use a current version of Firefox, Chrome, Edge or Safari, or paste a fingerprint computed elsewhere.",
  },
} as const;

export type AppErrorName = keyof typeof appErrors;
