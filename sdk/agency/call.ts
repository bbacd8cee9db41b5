// SPDX-License-Identifier: Apache-2.0

import { type EventFragment, Interface, type LogDescription } from "ethers";
import { interfaces } from "#sdk/history/events.ts";
import { AGREEMENT, AGREEMENT_FACTORY } from "./faces.ts";

/** A value of an event's argument. Addresses and bytes are compared without regard to upper and lower case. */
export type ExpectedValue = string | bigint | number;

/** A contract call that an officer signs. Making one sends nothing. */
export interface Call {
  readonly to: string;
  readonly data: string;
  /** Wei that go with it; none when absent. */
  readonly value?: bigint;
  /**
   * How the ledger shows that it went through, however it was sent: an event of `to` whose arguments equal these. The same call may
   * have gone through before, so only logs since it was handed over count.
   */
  readonly expects: {
    readonly event: string;
    readonly where: Readonly<Record<string, ExpectedValue>>;
  };
}

/** What is looked at of a log; those of ethers, viem and JSON-RPC fit. */
export interface Log {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

/** Every event that the suite's contracts emit. */
const EVENTS = new Interface(
  [
    ...new Map(
      [AGREEMENT, AGREEMENT_FACTORY, ...Object.values(interfaces)]
        .flatMap((face) => face.fragments)
        .filter((fragment) => fragment.type === "event")
        .map((fragment) => [fragment.format("sighash"), fragment]),
    ).values(),
  ].toSorted((a, b) => (a.format() < b.format() ? -1 : 1)),
);

/** Whether one of the logs shows that the call went through. @param logs Of blocks since it was handed over. */
export function hasHappened(call: Call, logs: readonly Log[]): boolean {
  return eventOf(call, logs) !== undefined;
}

/** The event that shows that the call went through; its `args` tell the number that a proposal got, and the like. */
export function eventOf(call: Call, logs: readonly Log[]): LogDescription | undefined {
  const fragment = fragmentOf(call);
  for (const log of logs) {
    if (log.address.toLowerCase() !== call.to.toLowerCase()) continue;
    if (log.topics[0] !== fragment.topicHash) continue;
    const event = EVENTS.parseLog(log);
    if (event !== null && fits(call, event)) return event;
  }
  return undefined;
}

/** Filter for the logs among which {@link hasHappened} looks, as `eth_getLogs` and ethers take it. */
export function filterOf(call: Call): { address: string; topics: (string | null)[] } {
  const fragment = fragmentOf(call);
  const values = fragment.inputs.map(({ name, indexed }) =>
    indexed ? (call.expects.where[name] ?? null) : null,
  );
  const topics = EVENTS.encodeFilterTopics(fragment, values);
  return { address: call.to, topics: topics.map((topic) => (typeof topic === "string" ? topic : null)) };
}

function fragmentOf({ expects }: Call): EventFragment {
  const fragment = EVENTS.getEvent(expects.event);
  const unknown = Object.keys(expects.where).find(
    (name) => !fragment?.inputs.some((input) => input.name === name),
  );
  if (fragment === null || unknown !== undefined) {
    throw new Error(`No contract has the event ${expects.event}${unknown ? ` with ${unknown}` : ""}.`);
  }
  return fragment;
}

function fits({ expects }: Call, { args }: LogDescription): boolean {
  return Object.entries(expects.where).every(([name, value]) => isSame(args.getValue(name), value));
}

function isSame(actual: unknown, expected: ExpectedValue): boolean {
  if (typeof actual === "bigint") return actual === BigInt(expected);
  if (typeof actual !== "string") return false;
  const text = String(expected);
  return actual.startsWith("0x") ? actual.toLowerCase() === text.toLowerCase() : actual === text;
}
