// SPDX-License-Identifier: Apache-2.0

import { Interface, isError, keccak256, toQuantity } from "ethers";
import { z } from "zod";
import { readEvents } from "#sdk/agency/logs.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { type ContractRefusal, contractRefusal } from "#sdk/errors/contractErrors.ts";
import type { CouncilAct, CouncilCall } from "./acts.ts";
import type { CouncilBook } from "./book.ts";
import { type Change, type ChangeValue, isSameValue } from "./changes.ts";
import { decodeCall } from "./decodeCall.ts";
import { type Probe, probesOf } from "./probes.ts";

/** How one call of a proposal went in the trial. */
export type TriedCall =
  | { readonly kind: "passed"; readonly gas: bigint; readonly events: number }
  /** `refusal` is undefined when the contract gave no reason that is known; `data` is what it gave. */
  | { readonly kind: "refused"; readonly refusal: ContractRefusal | undefined; readonly data: string };

/** What a node says would happen if the council made the calls now. */
export interface Simulation {
  /** Block after which it was tried. */
  readonly block: number;
  readonly calls: readonly TriedCall[];
  /** Whether all calls pass: one that is refused undoes all of them. */
  readonly passes: boolean;
  /** Undefined where the node cannot try several calls in a row, so that only the calls' own words say what will change. */
  readonly changes: readonly Change[] | undefined;
}

interface Sent {
  readonly from?: string;
  readonly to: string;
  readonly data: string;
}

const answer = z.object({
  status: z.string(),
  returnData: z.string(),
  gasUsed: z.string(),
  logs: z.array(z.unknown()).optional(),
  error: z.object({ data: z.string().optional() }).optional(),
});
const answers = z.array(z.object({ calls: z.array(answer) }));
type Answer = z.infer<typeof answer>;

/**
 * Try calls on the node as the council would make them, one after the other, and ask the same questions before and after. Nothing is
 * sent. The ledger may be another one by the time of execution: the trial is of the block it names.
 */
export async function simulateCalls(
  suite: Suite,
  book: CouncilBook,
  calls: readonly CouncilCall[],
): Promise<Simulation> {
  const acts = calls.map((call) => decodeCall(book, call));
  const [block, probes] = await Promise.all([suite.provider.getBlockNumber(), questions(suite, book, acts)]);
  const asked: Sent[] = probes.map(({ to, data }) => ({ to, data }));
  const made: Sent[] = calls.map(({ target, data }) => ({ from: book.council, to: target, data }));
  const given = await tryInARow(suite, block, [...asked, ...made, ...asked]);
  const empty = await targetsWithoutCode(suite, calls);
  if (given === undefined) return await tryOneByOne(suite, block, made, empty);
  const [before, tried, after] = [
    given.slice(0, probes.length),
    given
      .slice(probes.length, probes.length + calls.length)
      .map((one, i) => (empty.has(calls[i]?.target ?? "") ? toNobody(calls[i]?.target ?? "") : triedOf(one))),
    given.slice(probes.length + calls.length),
  ];
  const changes = await Promise.all(
    probes.map(async (probe, i) => ({
      field: probe.field,
      subject: probe.subject,
      before: await shownValue(suite, probe, before[i]),
      after: await shownValue(suite, probe, after[i]),
    })),
  );
  return {
    block,
    calls: tried,
    passes: tried.every(({ kind }) => kind === "passed"),
    changes: changes.filter((change) => !isSameValue(change.before, change.after)),
  };
}

async function questions(suite: Suite, book: CouncilBook, acts: readonly CouncilAct[]): Promise<Probe[]> {
  const named = acts.flatMap((act) => (act.kind === "nameGuardian" ? [act.organisation] : []));
  const [organisations, ...guardians] = await Promise.all([
    suite.consortium.organisations(),
    ...[...new Set(named)].map(async (id) => [id, await lastGuardian(suite, id)] as const),
  ]);
  const known = guardians.flatMap(([id, who]) => (who === undefined ? [] : [[id, who] as const]));
  return probesOf({ book, organisations: Number(organisations), guardians: new Map(known) }, acts);
}

/** The contract tells who is a guardian only when asked about an address; its events tell whom to ask about. */
async function lastGuardian(suite: Suite, organisation: number): Promise<string | undefined> {
  const named = await readEvents(
    suite,
    suite.consortium,
    suite.consortium.filters.GuardianNamed(organisation),
  );
  return named.at(-1)?.args.guardian;
}

/** @returns Undefined where the node does not know eth_simulateV1. */
async function tryInARow(
  { provider }: Suite,
  block: number,
  calls: readonly Sent[],
): Promise<readonly Answer[] | undefined> {
  try {
    const given: unknown = await provider.send("eth_simulateV1", [
      { blockStateCalls: [{ calls }], validation: false },
      toQuantity(block),
    ]);
    return answers.parse(given)[0]?.calls;
  } catch (error) {
    if (isUnknownMethod(error)) return undefined;
    throw error;
  }
}

/** JSON-RPC: no such method, or none that this node offers. */
const NO_SUCH_METHOD = new Set<unknown>([-32_601, -32_004]);

function isUnknownMethod(error: unknown): boolean {
  if (isError(error, "UNSUPPORTED_OPERATION")) return true;
  const inner = (error as { readonly error?: { readonly code?: unknown } }).error;
  return NO_SUCH_METHOD.has(inner?.code);
}

/** Each call by itself on the ledger as it is; later calls do not see what earlier ones did. */
async function tryOneByOne(
  { provider }: Suite,
  block: number,
  calls: readonly Sent[],
  empty: ReadonlySet<string>,
): Promise<Simulation> {
  const tried = await Promise.all(
    calls.map(async (call): Promise<TriedCall> => {
      if (empty.has(call.to)) return toNobody(call.to);
      try {
        await provider.call({ ...call, blockTag: block });
        return { kind: "passed", gas: await provider.estimateGas({ ...call }), events: 0 };
      } catch (error) {
        if (!isError(error, "CALL_EXCEPTION")) throw error;
        return { kind: "refused", refusal: contractRefusal(error), data: error.data ?? "0x" };
      }
    }),
  );
  return { block, calls: tried, passes: tried.every(({ kind }) => kind === "passed"), changes: undefined };
}

/** A plain call to an address without code passes; the council refuses it, since nobody is there to do anything. */
async function targetsWithoutCode(
  { provider }: Suite,
  calls: readonly CouncilCall[],
): Promise<ReadonlySet<string>> {
  const targets = [...new Set(calls.map(({ target }) => target))];
  const codes = await Promise.all(targets.map((target) => provider.getCode(target)));
  return new Set(targets.filter((_, i) => codes[i] === "0x"));
}

const NOBODY_THERE = new Interface(["error AddressEmptyCode(address target)"]);

function toNobody(target: string): TriedCall {
  const data = NOBODY_THERE.encodeErrorResult("AddressEmptyCode", [target]);
  return { kind: "refused", refusal: contractRefusal({ data }), data };
}

function triedOf({ status, returnData, gasUsed, logs, error }: Answer): TriedCall {
  if (BigInt(status) === 1n) {
    return { kind: "passed", gas: BigInt(gasUsed), events: logs?.length ?? 0 };
  }
  const data = error?.data ?? returnData;
  return { kind: "refused", refusal: contractRefusal({ data }), data };
}

async function shownValue(suite: Suite, probe: Probe, given: Answer | undefined): Promise<ChangeValue> {
  if (given === undefined || BigInt(given.status) !== 1n) return { kind: "none" };
  const value = probe.read(given.returnData);
  if (probe.field !== "implementation" || value.kind !== "address") return value;
  const code = await suite.provider.getCode(value.address);
  return { kind: "code", address: value.address, hash: keccak256(code), bytes: (code.length - 2) / 2 };
}
