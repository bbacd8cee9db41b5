// SPDX-License-Identifier: Apache-2.0

import { scopeOfCycle } from "../handlers/reach.ts";
import type { ReadRows } from "../readRows.ts";
import type { Row } from "../rows.ts";
import type { BreakdownLine, BreakdownView } from "../shapes/index.ts";
import { publicCount, publicReach } from "../smallGroups.ts";
import { Directory } from "./directory.ts";

/** States of a cycle in which its money was set aside. */
const RESERVING: ReadonlySet<string> = new Set(["Approved", "Closed"]);

/** What each programme, each of its cycles and each of its shops did. */
export async function breakdownOf(read: ReadRows): Promise<BreakdownView> {
  const directory = await Directory.read(read);
  const reached = new Map((await read("reached")).map(({ scope, households }) => [scope, households]));
  const cycles = Map.groupBy(await read("cycles"), ({ programme }) => programme);
  const shops = Map.groupBy(await read("shops"), ({ programme }) => programme);
  const lines = directory.programmes.flatMap((programme) => {
    const { address } = programme;
    const common = {
      programme: directory.recipient(address),
      currency: { code: programme.currency, decimals: programme.decimals },
    };
    const counted = (cycles.get(address) ?? [])
      .filter(({ state }) => RESERVING.has(state))
      .toSorted((a, b) => a.id - b.id);
    const ofCycles = counted.map((cycle) => ({ ...common, ...cycleLine(cycle, reached) }));
    const ofShops = (shops.get(address) ?? []).toSorted((a, b) => a.id - b.id).map(shopLine);
    const whole = programmeLine(counted, publicReach(reached.get(address) ?? 0));
    return [{ ...common, ...whole }, ...ofCycles, ...ofShops.map((line) => ({ ...common, ...line }))];
  });
  return { lines, hasAreas: false };
}

/** What was set aside for a cycle and did not go back: all of it while it is open, then what was bought. */
function reservedFor({ state, total, redeemed, refunded }: Row<"cycles">): bigint {
  return state === "Closed" ? redeemed - refunded : total;
}

type Line = Omit<BreakdownLine, "programme" | "currency">;

/** The targeted households are those of the largest cycle, as everywhere: a sum would count them again and again. */
function programmeLine(cycles: readonly Row<"cycles">[], reached: number | null): Line {
  const largest = cycles.reduce((most, { households }) => Math.max(most, households), 0);
  const sum = (amountOf: (cycle: Row<"cycles">) => bigint): string =>
    cycles.reduce((total, cycle) => total + amountOf(cycle), 0n).toString();
  return {
    by: "programme",
    cycle: null,
    shop: null,
    reserved: sum(reservedFor),
    redeemed: sum(({ redeemed, refunded }) => redeemed - refunded),
    settled: sum(({ settled }) => settled),
    targeted: publicCount(largest),
    reached,
  };
}

function cycleLine(cycle: Row<"cycles">, reached: ReadonlyMap<string, number>): Line {
  const { id, redeemed, refunded, settled, households } = cycle;
  return {
    by: "cycle",
    cycle: id,
    shop: null,
    reserved: reservedFor(cycle).toString(),
    redeemed: (redeemed - refunded).toString(),
    settled: settled.toString(),
    targeted: publicCount(households),
    reached: publicReach(reached.get(scopeOfCycle(cycle.programme, id)) ?? 0),
  };
}

function shopLine({ id, code, gross, refunds, settled }: Row<"shops">): Line {
  return {
    by: "shop",
    cycle: null,
    shop: { id, code },
    reserved: null,
    redeemed: (gross - refunds).toString(),
    settled: settled.toString(),
    targeted: null,
    reached: null,
  };
}
