// SPDX-License-Identifier: Apache-2.0

import type { Locator } from "playwright-core";
import { signAndSend } from "#scripts/cli/send.ts";
import { memberOf } from "#scripts/deploy/councilPlan.ts";
import { decideAlone } from "#scripts/seed/council.ts";
import type { PersonName } from "#scripts/seed/people.ts";
import { eventOf } from "#sdk/agency/index.ts";
import {
  approveProposalCall,
  type CouncilAct,
  encodeAct,
  executeProposalCall,
  proposeCallsCall,
  readBook,
  readCouncil,
  readProposal,
  textRationale,
} from "#sdk/council/index.ts";
import { section } from "./acts.ts";
import { connect, type Desk, goTo, sitDown } from "./desk.ts";
import type { World } from "./world.ts";

const DAY = 86_400;

/** Two of three decide after two days. */
export const SETTINGS = {
  quorum: 2,
  upgradeQuorum: 2,
  delay: 2 * DAY,
  upgradeDelay: 14 * DAY,
  gracePeriod: 7 * DAY,
};

type Ledger = Pick<World, "suite" | "people">;

/** Three organisations take their seats; the first proposals of the world are then over. */
export async function seatMembers({ suite, people }: Ledger): Promise<void> {
  const { address } = await readCouncil(suite);
  const call = encodeAct(await readBook(suite, address), {
    kind: "reconfigure",
    added: [
      memberOf("Acacia Aid", people["council-2"].address),
      memberOf("Cedar Foundation", people["council-3"].address),
    ],
    removed: [],
    settings: SETTINGS,
  });
  await decideAlone(suite, people.council, [call], "The members take their seats");
}

/** A member proposes by the same calls as the page makes. @returns the proposal's number. */
export async function proposeActs(
  { suite, people }: Ledger,
  acts: readonly CouncilAct[],
  why: string,
  by: PersonName = "council",
): Promise<number> {
  const { address } = await readCouncil(suite);
  const book = await readBook(suite, address);
  const calls = acts.map((act) => encodeAct(book, act));
  const call = proposeCallsCall(address, calls, textRationale(why), people[by].address);
  const receipt = await signAndSend(people[by], call);
  return Number(eventOf(call, receipt.logs)?.args.proposalId);
}

/** Another member approves. */
export async function approveAs({ suite, people }: Ledger, id: number, name: PersonName): Promise<void> {
  const council = await readCouncil(suite);
  const { hash } = await readProposal(suite, council, id);
  const place = { council: council.address, id };
  await signAndSend(people[name], approveProposalCall(place, hash, people[name].address));
}

/** Anybody carries it out. */
export async function carryOut({ suite, people }: Ledger, id: number): Promise<void> {
  const council = await readCouncil(suite);
  const { calls, rationale } = await readProposal(suite, council, id);
  const place = { council: council.address, id };
  await signAndSend(people.donor, executeProposalCall(place, calls, rationale.hash));
}

/** A member in the council's room. */
export async function sitAsMember(world: World, name: PersonName): Promise<Desk> {
  const desk = await sitDown(world, name);
  await goTo(desk, "/console/council", "Council");
  await comeIn(desk);
  return desk;
}

/** Connect, and close the menu that hangs over the page. */
export async function comeIn(desk: Desk): Promise<void> {
  await connect(desk);
  await desk.page.keyboard.press("Escape");
}

export async function openProposal(desk: Desk, id: number): Promise<Locator> {
  await goTo(desk, `/console/council/${id}`, `Proposal ${id}`);
  await section(desk, "What it does").waitFor();
  return desk.page.getByRole("main");
}

/** Kept where the environment names a folder, to be looked at by people. */
export async function picture({ page }: Pick<Desk, "page">, path: string, view: string): Promise<void> {
  const folder = process.env.ANNONA_TEST_PICTURES;
  if (folder === undefined) return;
  const name = `${path.replaceAll("/", "_")}-${view}.png`;
  await page.screenshot({ path: `${folder}/${name}`, fullPage: true });
}
