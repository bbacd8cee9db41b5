// SPDX-License-Identifier: Apache-2.0

import { readEvents } from "#sdk/agency/logs.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { ROLES } from "#sdk/history/names.ts";
import { ARBITER_ROLE } from "./encodeAct.ts";
import type { Council } from "./readCouncil.ts";

/** Somebody whom the council named an arbiter. Naming binds nobody: both sides of an agreement choose its arbiter in its terms. */
export interface Arbiter {
  readonly account: string;
  /** Last second of the mandate, Unix seconds; undefined: without end. */
  readonly until: number | undefined;
  /** From when the mandate can begin, Unix seconds; undefined once it has begun. */
  readonly readyAt: number | undefined;
}

/**
 * The organisation in whose name the council keeps its arbiters: the first one that it admitted with itself as administrator, as long as it is.
 * Whoever is an administrator elsewhere can appoint the council there too, unasked: that makes nobody's officers the council's.
 */
export interface ArbiterPanel {
  /** Undefined while there is none. */
  readonly organisation: number | undefined;
  readonly arbiters: readonly Arbiter[];
  /** Seconds between the council's decision and the beginning of a mandate. */
  readonly delay: number;
}

/** Read whom the council named, those first whose mandate has begun. */
export async function readArbiters(
  suite: Suite,
  { address, time }: Pick<Council, "address" | "time">,
): Promise<ArbiterPanel> {
  const [organisation, delay] = await Promise.all([panelOf(suite, address), suite.consortium.grantDelay()]);
  const arbiters = organisation === undefined ? [] : await arbitersIn(suite, organisation, time);
  return { organisation, arbiters, delay: Number(delay) };
}

async function panelOf(suite: Suite, council: string): Promise<number | undefined> {
  const { consortium } = suite;
  const admitted = await readEvents(suite, consortium, consortium.filters.OrganisationAdmitted());
  const ids = admitted
    .filter(({ args }) => args.administrator === council)
    .map(({ args }) => args.organisation);
  const administrator = ROLES.indexOf("Administrator");
  const holds = await Promise.all(ids.map((id) => consortium.holds(id, administrator, council)));
  const found = ids.find((_, i) => holds[i]);
  return found === undefined ? undefined : Number(found);
}

async function arbitersIn(suite: Suite, panel: number, time: number): Promise<Arbiter[]> {
  const { consortium } = suite;
  const { filters } = consortium;
  const [proposed, cancelled, appointed, removed] = await Promise.all([
    readEvents(suite, consortium, filters.GrantProposed(panel, ARBITER_ROLE)),
    readEvents(suite, consortium, filters.GrantCancelled(panel, ARBITER_ROLE)),
    readEvents(suite, consortium, filters.OfficerAppointed(panel, ARBITER_ROLE)),
    readEvents(suite, consortium, filters.OfficerRemoved(panel, ARBITER_ROLE)),
  ]);
  const isOver = (until: number | undefined) => until !== undefined && until < time;
  const waiting = latest(proposed, [...cancelled, ...appointed]).map(({ args }) => ({
    account: args.officer,
    until: endOf(args.until),
    readyAt: Number(args.readyAt),
  }));
  const serving = latest(appointed, removed).map(({ args }) => ({
    account: args.officer,
    until: endOf(args.until),
    readyAt: undefined,
  }));
  return [...serving, ...waiting].filter(({ until }) => !isOver(until));
}

interface Happened {
  readonly blockNumber: number;
  readonly index: number;
  readonly args: { readonly officer: string };
}

/** The last beginning for each officer that no end came after. */
function latest<Begun extends Happened>(begun: readonly Begun[], ended: readonly Happened[]): Begun[] {
  const last = new Map(begun.map((event) => [event.args.officer, event]));
  return [...last.values()].filter(
    (event) => !ended.some((end) => end.args.officer === event.args.officer && isAfter(end, event)),
  );
}

function isAfter(a: Happened, b: Happened): boolean {
  return a.blockNumber > b.blockNumber || (a.blockNumber === b.blockNumber && a.index > b.index);
}

function endOf(until: bigint): number | undefined {
  return until === 0n ? undefined : Number(until);
}
