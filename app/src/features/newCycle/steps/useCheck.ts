// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { approvalNeeded, type ProgrammeHandle, readBalances } from "#sdk/agency/index.ts";
import type { Amount } from "#sdk/money/index.ts";
import type { OfficeClient } from "#sdk/office/index.ts";
import { LEDGER_KEY } from "../../../shared/api/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import type { PlanChoice } from "../plan/plan.ts";
import type { DeskCycle } from "../plan/useKnownCycles.ts";
import type { OfficeList } from "../worker/ledgerProtocol.ts";
import { useLedgerPlace } from "./useLedgerPlace.ts";

/** Lists of this programme that the control sheet is worked out with. */
export interface OfficeLists {
  /** Of the cycle that this one follows or belongs to, to compare with. */
  readonly previous: OfficeList | undefined;
  /** Of all cycles that households may still be paid by. */
  readonly own: readonly OfficeList[];
}

/** States in which a cycle pays, or is going to. */
const PAYING: ReadonlySet<string> = new Set(["Prepared", "AwaitingRelease", "Approved"]);
const NEVER_PAID: ReadonlySet<string> = new Set(["Returned", "Cancelled"]);

/** The cycle that a plan is compared with: a regular one with the last regular one, another with the one that it belongs to. */
export function cycleBefore(plan: PlanChoice, cycles: readonly DeskCycle[]): DeskCycle | undefined {
  if (plan.kind !== "Regular") return cycles.find(({ id }) => id === plan.parent);
  return cycles.findLast(({ kind, state }) => kind === "Regular" && !NEVER_PAID.has(state));
}

/** Those lists, from the office. A list that the office does not have is left out. */
export function useOfficeLists(programme: ProgrammeHandle, plan: PlanChoice, cycles: readonly DeskCycle[]) {
  const { client, me } = useOffice();
  const before = cycleBefore(plan, cycles);
  const now = Date.now() / 1000;
  const paying = cycles
    .filter(({ state, expiresAt }) => PAYING.has(state) && expiresAt > now)
    .map(({ id }) => id);
  return useQuery({
    queryKey: [OFFICE_KEY, "lists-to-compare", programme.address, before?.id, paying],
    queryFn: async (): Promise<OfficeLists> => {
      const read = (cycle: number) => readList(client, programme.address, cycle);
      const [previous, ...own] = await Promise.all([before && read(before.id), ...paying.map(read)]);
      return { previous, own: own.filter((list) => list !== undefined) };
    },
    enabled: me !== undefined,
    // Lists are large; they are not kept for a page that nobody looks at.
    gcTime: 0,
  });
}

async function readList(
  client: OfficeClient,
  programme: string,
  cycle: number,
): Promise<OfficeList | undefined> {
  const text = await client.readListText(programme, cycle);
  return text === null ? undefined : { cycle, text };
}

/** Has the worker make the control sheet, as soon as the lists are known and whenever the old one no longer holds. */
export function useCheck(desk: ImportDesk, programme: ProgrammeHandle, lists: OfficeLists | undefined): void {
  const { worker, money, dispatch, fail, state } = desk;
  const place = useLedgerPlace();
  const isWanted = state.checked === undefined && lists !== undefined;
  useEffect(() => {
    if (!isWanted || lists === undefined) return undefined;
    let isOver = false;
    const { address } = programme;
    worker
      .ask("check", {
        money,
        place,
        previous: lists.previous?.text,
        overlaps: { programme: address, own: lists.own },
      })
      .then((checked) => {
        if (!isOver) dispatch({ type: "checked", checked });
      }, fail);
    return () => {
      isOver = true;
    };
  }, [isWanted, lists, programme, worker, money, place, dispatch, fail]);
}

/** What the programme has free, and what a total needs to be approved; `needed` is null above all bands. */
export function useBudget(programme: ProgrammeHandle, total: Amount) {
  return useQuery({
    queryKey: [LEDGER_KEY, "budget", programme.address, total.toString()],
    queryFn: async () => {
      const [balances, needed] = await Promise.all([
        readBalances(programme),
        approvalNeeded(programme, total),
      ]);
      return { free: balances.free, needed: needed ?? null };
    },
  });
}
