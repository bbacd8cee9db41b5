// SPDX-License-Identifier: Apache-2.0

import type { z } from "zod/mini";
import type { statementSchema } from "#sdk/office/index.ts";
import type { OfficeDb } from "./officeStore.ts";

export type StatementView = z.input<typeof statementSchema>;

/** By milestone, oldest first. */
export async function listStatements(db: OfficeDb, agreement: string): Promise<StatementView[]> {
  return await db
    .selectFrom("agreementStatements")
    .select(["milestone", "monitor", "evidence", "submittedAt", "signature", "createdAt"])
    .where("agreement", "=", agreement)
    .orderBy("milestone")
    .orderBy("createdAt")
    .orderBy("monitor")
    .execute();
}

/** Keep what a monitor signed, in the place of what they signed for this milestone before. @param agreement Checksummed. */
export async function keepStatement(
  db: OfficeDb,
  agreement: string,
  { milestone, monitor, ...signed }: StatementView,
): Promise<void> {
  await db
    .insertInto("agreementStatements")
    .values({ agreement, milestone, monitor, ...signed })
    .onConflict((conflict) => conflict.columns(["agreement", "milestone", "monitor"]).doUpdateSet(signed))
    .execute();
}
