// SPDX-License-Identifier: Apache-2.0

import type { CustodianRequest, Draft, Exception } from "#sdk/office/index.ts";
import type { OfficeTask } from "./board.ts";

/** Drafts whose households all have accounts, so that nothing but the preparer is missing. */
export function draftTasks(
  drafts: readonly Pick<Draft, "id" | "programme" | "title" | "state" | "households" | "updatedAt">[],
): OfficeTask[] {
  return drafts
    .filter(({ state }) => state === "ready")
    .map(({ id, programme, title, households, updatedAt }) => ({
      kind: "draftReady",
      draft: id,
      programme,
      title,
      households,
      since: updatedAt,
    }));
}

/** Requests that the custodian has not seen through: to be announced, or announced and not pushed to the end. */
export function requestTasks(
  requests: readonly Pick<CustodianRequest, "id" | "programme" | "title" | "state" | "count" | "createdAt">[],
): OfficeTask[] {
  return requests
    .filter(({ state }) => state === "open" || state === "announced")
    .map(({ id, programme, title, count, createdAt }) => ({
      kind: "openAccounts",
      request: id,
      programme,
      title,
      households: count,
      since: createdAt,
    }));
}

/** One task a programme, as old as its oldest exception. */
export function exceptionTasks(
  exceptions: readonly Pick<Exception, "programme" | "state" | "createdAt">[],
): OfficeTask[] {
  const open = exceptions.filter(({ state }) => state === "open");
  return [...Map.groupBy(open, ({ programme }) => programme)].map(([programme, found]) => ({
    kind: "exceptions",
    programme,
    count: found.length,
    since: Math.min(...found.map(({ createdAt }) => createdAt)),
  }));
}
