// SPDX-License-Identifier: Apache-2.0

import type { PauseScope } from "#sdk/agency/index.ts";
import type { Amount, Currency } from "#sdk/money/index.ts";
import { actTitle, explainAct } from "../../shared/acts/index.ts";
import { countOf, showCount, showMoment, showMoney } from "../../shared/format/index.ts";
import type { WaitingTask } from "./board.ts";
import { words } from "./words/index.ts";

/** A task in the reader's words. */
export interface TaskText {
  readonly what: string;
  readonly hint?: string;
  /** The money that it is about. */
  readonly amount?: string;
}

const text = words.tasks;

/** @param currency Of the programme that the task belongs to. */
export function taskText(task: WaitingTask, currency: Currency): TaskText {
  const money = (amount: Amount) => showMoney(amount, currency);
  switch (task.kind) {
    case "approveAct": {
      const what = actTitle(explainAct(task.act.name, task.act.args), { currency });
      return task.isReady ? { what } : { what, hint: text.waitsUntil(showMoment(task.act.readyAt)) };
    }
    case "approveCycle": {
      const { cycle, approvals, total } = task.cycle;
      const given = showCount(approvals);
      const hint =
        task.needed === undefined
          ? text.approvals(given)
          : text.approvalsOf(given, showCount(task.needed.approvers));
      return { what: text.approveCycle(cycle), hint, amount: money(total) };
    }
    case "releaseCycle":
      return {
        what: text.releaseCycle(task.cycle.cycle),
        hint: text.releaseHint,
        amount: money(task.cycle.total),
      };
    case "returnedCycle":
      return { what: text.returnedCycle(task.cycle.cycle), hint: text.returnedHint };
    case "loadCycle": {
      const { cycle, chunks, chunksLoaded, total } = task.cycle;
      const hint = text.loaded(showCount(chunksLoaded), showCount(chunks));
      return { what: text.loadCycle(cycle), hint, amount: money(total) };
    }
    case "closeCycle":
      return {
        what: text.closeCycle(task.cycle.cycle),
        hint: text.closeHint,
        amount: money(task.cycle.unspent),
      };
    case "settleShop":
      return { what: text.settleShop(task.code, task.cycle), amount: money(task.owed) };
    case "confirmSettlement":
      return {
        what: text.confirmSettlement(task.settlement),
        hint: text.confirmHint,
        amount: money(task.payment),
      };
    case "draftReady":
      return { what: text.draftReady(task.title), hint: countOf(task.households, text.households) };
    case "openAccounts":
      return { what: text.openAccounts(task.title), hint: countOf(task.households, text.households) };
    case "liftPause":
      return { what: text.liftPause[scopeOf(task)], hint: text.liftPauseHint };
    case "exceptions":
      return { what: text.exceptions(countOf(task.count, text.exception)) };
  }
}

function scopeOf({ redemptions, payouts }: PauseScope): "both" | "redemptions" | "payouts" {
  if (redemptions && payouts) return "both";
  return redemptions ? "redemptions" : "payouts";
}
