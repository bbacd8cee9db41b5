// SPDX-License-Identifier: Apache-2.0

import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { textOfBytes32 } from "#sdk/errors/contractWords.ts";
import { CYCLE_STATES, type CycleState } from "#sdk/history/names.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { AgencyError } from "./AgencyError.ts";
import { type CycleStage, cycleStage } from "./cycleStage.ts";
import { type PreparedTerms, preparedTerms } from "./cycleTerms.ts";
import { readEvents } from "./logs.ts";
import { chainTime, type ProgrammeHandle, type Suite } from "./suite.ts";

/** A cycle as the programme stores it. Times in Unix seconds. */
export interface Cycle {
  readonly cycle: number;
  readonly state: CycleState;
  /** By the chain's own time. */
  readonly stage: CycleStage;
  readonly opensAt: number;
  readonly expiresAt: number;
  readonly graceEndsAt: number;
  readonly approvals: number;
  /** When its money was reserved; 0 before. */
  readonly approvedAt: number;
  readonly total: Amount;
  readonly loaded: Amount;
  readonly redeemed: Amount;
  readonly refunded: Amount;
  /** What closing the cycle now would make free again. */
  readonly unspent: Amount;
  readonly chunks: number;
  readonly chunksLoaded: number;
  readonly preparer: string;
  readonly listRoot: string;
  readonly termsHash: string;
}

/** All cycles of a programme, oldest first. */
export async function readCycles(suite: Suite, { contract }: ProgrammeHandle): Promise<Cycle[]> {
  const [next, now] = await Promise.all([contract.nextCycleId(), chainTime(suite)]);
  const numbers = Array.from({ length: Number(next) - 1 }, (_, i) => i + 1);
  return await Promise.all(numbers.map((number) => readOne(contract, number, now)));
}

/** @throws AgencyError AGENCY-101 when there is no such cycle. */
export async function readCycle(suite: Suite, programme: ProgrammeHandle, cycle: number): Promise<Cycle> {
  const found = await readOne(programme.contract, cycle, await chainTime(suite));
  if (found.state === "None") throw new AgencyError("noSuchCycle", { cycle });
  return found;
}

async function readOne(contract: ProgrammeHandle["contract"], cycle: number, now: number): Promise<Cycle> {
  const view = await contract.cycleOf(cycle);
  const times = {
    state: CYCLE_STATES[Number(view.state)] ?? "None",
    opensAt: Number(view.opensAt),
    expiresAt: Number(view.expiresAt),
    graceEndsAt: Number(view.graceEndsAt),
  };
  return {
    cycle,
    ...times,
    stage: cycleStage(times, now),
    approvals: Number(view.approvals),
    approvedAt: Number(view.approvedAt),
    total: amountOf(view.total),
    loaded: amountOf(view.loaded),
    redeemed: amountOf(view.redeemed),
    refunded: amountOf(view.refunded),
    unspent: amountOf(view.total - view.redeemed + view.refunded),
    chunks: Number(view.chunks),
    chunksLoaded: Number(view.chunksLoaded),
    preparer: view.preparer,
    listRoot: view.listRoot,
    termsHash: view.termsHash,
  };
}

/** What a total needs to be approved now. */
export interface ApprovalNeeded {
  readonly approvers: number;
  readonly needsRelease: boolean;
}

/** Approvers and release that a total needs if it were approved now; undefined when it is above all bands. */
export async function approvalNeeded(
  { contract }: Pick<ProgrammeHandle, "contract">,
  total: bigint,
): Promise<ApprovalNeeded | undefined> {
  try {
    const { approvers, needsRelease } = await contract.approvalNeeded(total);
    return { approvers: Number(approvers), needsRelease };
  } catch (error) {
    if (contractRefusal(error)?.error === "Cycles_AboveAllBands") return undefined;
    throw error;
  }
}

/** A cycle with its terms and what officers have done with it. */
export interface CycleDetail extends Cycle, PreparedTerms {
  /** Who has approved, in order. */
  readonly approvers: readonly string[];
  /** The Finance officer who released it. */
  readonly releasedBy?: string;
  /** Who sent it back, and the code of the reason. */
  readonly returned?: { readonly officer: string; readonly reason: string };
  /** What it needs while it waits for approval or release; absent later, or when the total is above all bands. */
  readonly needed?: ApprovalNeeded;
}

/** @throws AgencyError AGENCY-101 when there is no such cycle. */
export async function readCycleDetail(
  suite: Suite,
  programme: ProgrammeHandle,
  number: number,
): Promise<CycleDetail> {
  const { contract } = programme;
  const cycle = await readCycle(suite, programme, number);
  const { filters } = contract;
  const isWaiting = cycle.state === "Prepared" || cycle.state === "AwaitingRelease";
  const [prepared, approved, released, sentBack, needed] = await Promise.all([
    preparedTerms(suite, programme, number),
    readEvents(suite, contract, filters.CycleApproved(number)),
    readEvents(suite, contract, filters.CycleReleased(number)),
    readEvents(suite, contract, filters.CycleReturned(number)),
    isWaiting ? approvalNeeded(programme, cycle.total) : undefined,
  ]);
  const release = released.at(-1);
  const back = sentBack.at(-1);
  return {
    ...cycle,
    ...prepared,
    approvers: approved.map(({ args }) => args.approver),
    ...(release === undefined ? {} : { releasedBy: release.args.officer }),
    ...(back === undefined
      ? {}
      : { returned: { officer: back.args.officer, reason: textOfBytes32(back.args.reason) } }),
    ...(needed === undefined ? {} : { needed }),
  };
}
