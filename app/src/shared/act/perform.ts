// SPDX-License-Identifier: Apache-2.0

import type { QueryClient } from "@tanstack/react-query";
import { isHexString } from "ethers";
import type { Call } from "#sdk/agency/call.ts";
import { LEDGER_KEY } from "../api/index.ts";
import { suite } from "../ledger/suite.ts";
import type { Officer } from "../ledger/useOfficer.ts";
import { isRejection } from "../wallet/rejection.ts";
import { officerSigner } from "../wallet/signer.ts";
import { actError, answerError, groundError } from "./errors.ts";
import { follow, type Outgoing } from "./follow.ts";
import { forgetAct, type KeptAct, keepAct } from "./kept.ts";
import { simulate } from "./simulate.ts";
import { isBusy } from "./state.ts";
import { actState, beginRun, putAway, type Run } from "./store.ts";
import type { ActBuild } from "./types.ts";

/** What acting needs of the page around it. */
export interface Surroundings {
  readonly queryClient: QueryClient;
}

/** Calls that are to be signed by one officer, and how far they are. */
type Plan = Pick<KeptAct, "key" | "officer" | "calls" | "index">;

/** Build an act, and see each of its calls through simulation, signature and ledger. Does nothing while the act is under way. */
export async function perform(
  around: Surroundings,
  key: string,
  officer: Officer,
  build: ActBuild,
): Promise<void> {
  const run = beginAnew(key);
  if (run === undefined) return;
  await guarded(run, async () => {
    // A wallet on another chain is refused before any work, not after.
    await officerSigner(officer.address);
    const built = await build({ suite: suite(), officer });
    const calls = Array.isArray(built) ? (built as readonly Call[]) : [built as Call];
    if (calls.length === 0) throw actError("nothingToDo");
    run.report({ type: "built", of: calls.length });
    await signFrom(around, run, { key, officer: officer.address, calls, index: 0 });
  });
}

/** Go on with the calls that are left, after a reload. */
export async function goOn(around: Surroundings, { index, ...rest }: KeptAct): Promise<void> {
  const run = beginRun(rest.key, { type: "started" });
  if (run === undefined) return;
  await guarded(run, () => signFrom(around, run, { ...rest, index: index + 1 }));
}

/** Watch again for what was in the wallet, or on its way, when the page was left. */
export async function watchAgain(around: Surroundings, kept: KeptAct): Promise<void> {
  const step = { number: kept.index + 1, of: kept.calls.length };
  const run = beginRun(kept.key, { type: "restored", step });
  const call = kept.calls[kept.index];
  if (run === undefined || call === undefined) return;
  const outgoing: Outgoing = { call, officer: kept.officer, fromBlock: kept.fromBlock, hash: kept.hash };
  if (await follow(suite(), run, outgoing)) arrived(around, run, kept, false);
  else readAgain(around);
}

/** From the first step, whatever was left of an earlier attempt. Undefined while that is still under way. */
function beginAnew(key: string): Run | undefined {
  if (isBusy(actState(key))) return undefined;
  putAway(key);
  return beginRun(key, { type: "started" });
}

async function signFrom(around: Surroundings, run: Run, plan: Plan): Promise<void> {
  for (let index = plan.index; index < plan.calls.length; index++) {
    const isThere = await signOne(run, { ...plan, index });
    if (!isThere) return readAgain(around);
    arrived(around, run, { ...plan, index }, true);
  }
}

/** @returns Whether the ledger shows the call; false when the run ended otherwise. */
async function signOne(run: Run, plan: Plan): Promise<boolean> {
  const call = plan.calls[plan.index];
  if (call === undefined) throw actError("nothingToDo");
  const ledger = suite();
  const gasLimit = await simulate(ledger, call, plan.officer);
  const fromBlock = (await ledger.provider.getBlockNumber()) + 1;
  const signer = await officerSigner(plan.officer);
  if (!run.isCurrent()) return false;
  keepAct({ ...plan, fromBlock });
  run.report({ type: "asked" });
  const outgoing: Outgoing = { call, officer: plan.officer, fromBlock, hash: undefined };
  const answer = signer.sendUncheckedTransaction({ ...transactionOf(call), gasLimit });
  // The answer may never come, or mean little; the ledger decides. It only adds a hash, or the officer's "no".
  void answer.then(
    (given: unknown) => {
      if (!run.isCurrent()) return;
      outgoing.hash = transactionHash(given);
      keepAct({ ...plan, fromBlock, hash: outgoing.hash });
      run.report({ type: "answered", hash: outgoing.hash });
    },
    (error: unknown) => refuse(run, error),
  );
  return await follow(ledger, run, outgoing);
}

/** Without the amount where there is none: some wallets warn of a payment wherever they see the word. */
function transactionOf({ to, data, value }: Call): Pick<Call, "to" | "data" | "value"> {
  return { to, data, ...(value === undefined ? {} : { value }) };
}

/** Whatever else a wallet returns (nothing, an id of its own) is no hash. */
function transactionHash(given: unknown): string | undefined {
  return isHexString(given, 32) ? given : undefined;
}

function refuse(run: Run, error: unknown): void {
  if (!run.isCurrent()) return;
  forgetAct(run.key);
  run.report(isRejection(error) ? { type: "declined" } : { type: "failed", error: answerError(error) });
}

function arrived(around: Surroundings, run: Run, plan: Plan, goesOn: boolean): void {
  const isLast = plan.index + 1 >= plan.calls.length;
  if (isLast) forgetAct(run.key);
  readAgain(around);
  run.report({ type: "happened", goesOn });
}

/** What the ledger shows may have changed: by the act, or by whatever made it fail. */
function readAgain({ queryClient }: Surroundings): void {
  void queryClient.invalidateQueries({ queryKey: [LEDGER_KEY] });
}

/** Whatever breaks before the wallet has the call ends the run with a number and a sentence. */
async function guarded(run: Run, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (run.isCurrent()) forgetAct(run.key);
    run.report(isRejection(error) ? { type: "declined" } : { type: "failed", error: groundError(error) });
  }
}
