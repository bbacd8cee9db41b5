// SPDX-License-Identifier: Apache-2.0

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createFund } from "#scripts/seed/donorFund.ts";
import { readDemoFile } from "#scripts/seed/lists.ts";
import { approveAndLoad, assignList, prepareMonth } from "#scripts/seed/month.ts";
import { signInAs } from "#scripts/seed/officeSession.ts";
import type { AgreementHandle } from "#sdk/agreements/index.ts";
import type { NamelessEntry } from "#sdk/list/index.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { foundPartner, milestoneOf, signedAgreement } from "./agreements.ts";
import { type Programme, voucherProgramme } from "./programmes.ts";
import { bringIn, salesTo } from "./sales.ts";
import { CONSORTIUM_KEY, openWorld, type World } from "./world.ts";

const DAY = 86_400;
const SOLD = 60;

/** A voucher programme in the middle of its first month, made by the same actions as the command line. */
export interface SmallMonth {
  readonly world: World;
  readonly programme: Programme;
  readonly entries: readonly NamelessEntry[];
  /** With a partner, its first milestone funded. */
  readonly agreement: AgreementHandle;
  /** Address of a donor fund to which nobody has given yet. */
  readonly fund: string;
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** Cycle 1 is loaded and partly spent; cycle 2 is prepared with the same list and waits for approval. */
export async function openMonth(households: number): Promise<SmallMonth> {
  const world = await openWorld();
  const { suite, people, folder } = world;
  const programme = await voucherProgramme(world);
  const office = { suite, people, programme, key: CONSORTIUM_KEY };
  const list = readDemoFile({ ...syntheticList({ households }), value: "30000" }, programme);
  const entries = await assignList(office, list);
  const today = Math.floor(Date.now() / 1_000 / DAY);
  const first = await prepareMonth(office, join(folder, "cycle-1"), entries, planFrom(today));
  await approveAndLoad(office, first, [people.approver]);
  await bringIn(world, programme, 1, salesTo(entries.slice(0, SOLD), { terminal: 1, cycle: 1, day: today }));
  const second = await prepareMonth(office, join(folder, "cycle-2"), entries, planFrom(today + 31), entries);

  const preparer = await signInAs(people.preparer, world.place);
  for (const { facts } of [first, second]) {
    const part = (name: string) => readFile(join(folder, `cycle-${facts.cycle}`, name), "utf8");
    await preparer.createList({
      facts,
      list: await part("list.csv"),
      sheet: await part("control-sheet.json"),
    });
  }
  await preparer.signOut();
  const partnership = await foundPartner(world);
  const agreement = await signedAgreement(world, partnership, "Boreholes", [
    milestoneOf("Deliverable", 6_000n, "Drill and test six boreholes.", today),
  ]);
  const fund = await createFund(world, partnership.dollar, "Wells");
  return { world, programme, entries, agreement, fund, today };
}

function planFrom(firstDay: number) {
  const expiresAt = (firstDay + 30) * DAY - 1;
  return {
    opensAt: firstDay * DAY,
    expiresAt,
    graceEndsAt: expiresAt + 14 * DAY,
    periodFirstDay: firstDay,
    periodLastDay: firstDay + 29,
    kind: 0,
    parent: 0,
  };
}
