// SPDX-License-Identifier: Apache-2.0

import type { Kysely } from "kysely";
import {
  type CheckView,
  checkProgramme,
  type ProgrammeDetail,
  type ProgrammeSummary,
  programmeDetail,
  programmeSummary,
  type Row,
} from "#sdk/history/index.ts";
import type { Schema } from "../store/schema.ts";
import { type Items, type PageRequest, pageOf } from "./page.ts";
import { selectRow, selectRows } from "./select.ts";

export async function listProgrammes(
  db: Kysely<Schema>,
  page: PageRequest,
): Promise<Items<ProgrammeSummary>> {
  const { rows, nextCursor } = await pageOf(db, "programmes", page, { by: "address" });
  const items: ProgrammeSummary[] = [];
  for (const programme of rows)
    items.push(programmeSummary(programme, ...(await surroundings(db, programme))));
  return { items, nextCursor };
}

/** @param address Checksummed. */
export async function findProgramme(
  db: Kysely<Schema>,
  address: string,
): Promise<ProgrammeDetail | undefined> {
  const programme = await selectRow(db, "programmes", { address });
  return programme && programmeDetail(programme, ...(await surroundings(db, programme)));
}

/** Whether the totals of a programme tie, computed from the rows as they are now. */
export async function checkTotals(db: Kysely<Schema>, address: string): Promise<CheckView | undefined> {
  const programme = await selectRow(db, "programmes", { address });
  if (programme === undefined) return undefined;
  const where = { programme: address };
  const broken = checkProgramme({
    programme,
    cycles: await selectRows(db, "cycles", { where }),
    shops: await selectRows(db, "shops", { where }),
    ledgers: await selectRows(db, "ledgers", { where }),
    settlements: await selectRows(db, "settlements", { where }),
  });
  const problems = broken.map(({ rule, expected, actual }) => ({
    rule,
    expected: expected.toString(),
    actual: actual.toString(),
  }));
  return { ok: problems.length === 0, problems };
}

async function surroundings(
  db: Kysely<Schema>,
  programme: Row<"programmes">,
): Promise<[Row<"organisations"> | undefined, Row<"cycles">[]]> {
  const organisation = await selectRow(db, "organisations", { id: programme.organisation });
  const cycles = await selectRows(db, "cycles", { where: { programme: programme.address } });
  return [organisation, cycles];
}
