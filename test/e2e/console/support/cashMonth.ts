// SPDX-License-Identifier: Apache-2.0

import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { readDemoFile } from "#scripts/seed/lists.ts";
import { approveAndLoad, assignList, prepareMonth } from "#scripts/seed/month.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import type { FileReceipt } from "../../support/receiptFile.ts";
import type { Programme } from "./programmes.ts";
import { bringIn, salesTo } from "./sales.ts";
import { CONSORTIUM_KEY, type World } from "./world.ts";

const DAY = 86_400;
const HOUSEHOLDS = 40;

/** A small cycle of the cash programme, approved, loaded and spent in full, by the same actions as the command line. */
export async function cashMonth(
  world: World,
  programme: Programme,
  today: number,
): Promise<{ readonly sold: bigint; readonly statement: FileReceipt[] }> {
  const { receipts } = await loadedMonth(world, programme, today);
  await bringIn(world, programme, 4, receipts);
  return { sold: receipts.reduce((sum, { amount }) => sum + amount, 0n), statement: receipts };
}

/** The same cycle, approved and loaded, with the receipts that spend it in full; none of them is on the ledger yet. */
export async function loadedMonth(
  world: World,
  programme: Programme,
  today: number,
): Promise<{ readonly receipts: FileReceipt[] }> {
  const { suite, people, folder } = world;
  const office = { suite, people, programme, key: CONSORTIUM_KEY };
  const file = { ...syntheticList({ households: HOUSEHOLDS, seed: 2 }), value: "12.50" };
  const entries = await assignList(office, readDemoFile(file, programme));
  const plan = {
    opensAt: today * DAY,
    expiresAt: (today + 30) * DAY - 1,
    graceEndsAt: (today + 44) * DAY - 1,
    periodFirstDay: today,
    periodLastDay: today + 29,
    kind: 0,
    parent: 0,
  };
  const committed = await prepareMonth(office, await mkdtemp(join(folder, "cash-")), entries, plan);
  await approveAndLoad(office, committed, [people.approver]);
  return { receipts: salesTo(entries, { terminal: 4, cycle: 1, day: today }) };
}
