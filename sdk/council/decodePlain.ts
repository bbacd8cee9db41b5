// SPDX-License-Identifier: Apache-2.0

import { ORGANISATION_KINDS } from "#sdk/history/names.ts";
import type { BeaconName, CouncilAct, CouncilCall, UnknownAct } from "./acts.ts";
import { beaconAt, type CouncilBook } from "./book.ts";
import { CALLS, type Callee, type CallShape } from "./callTable.ts";
import { ARBITER_ROLE, encodeAct, NOBODY } from "./encodeAct.ts";
import { type AbiValue, decodeWords } from "./wordCodec.ts";

/** Writes an address as people should see it. */
export type WriteAddress = (address: string) => string;

/**
 * What a call does. A call is only put into words when encoding those words again gives the very same bytes to the very same contract
 * of the suite; everything else is {@link UnknownAct}, so that nothing can hide behind a sentence.
 * @param write Gives addresses their checksums, where the library for that is at hand.
 */
export function decodePlain(
  book: CouncilBook,
  { target, data }: CouncilCall,
  write: WriteAddress = (address) => address,
): CouncilAct {
  const unknown = (why: UnknownAct["why"]): UnknownAct => ({
    kind: "unknown",
    target,
    data,
    selector: data.length >= SELECTOR_LENGTH ? data.slice(0, SELECTOR_LENGTH) : undefined,
    why,
  });
  const callee = calleeAt(book, target);
  if (callee === undefined) return unknown("target");
  const found = shapeOf(callee, data);
  if (found === undefined) return unknown("function");
  const [name, { takes }] = found;
  try {
    const args = decodeWords(takes, data.slice(SELECTOR_LENGTH).toLowerCase());
    const act = READERS[name]?.(args, { target, beacon: beaconAt(book, target), write });
    const isWhole = act !== undefined && encodeAct(book, act).data.toLowerCase() === data.toLowerCase();
    return isWhole ? act : unknown("arguments");
  } catch (error) {
    // Bytes that are no arguments of the function are nothing that can be read.
    if (error instanceof RangeError || error instanceof SyntaxError) return unknown("arguments");
    throw error;
  }
}

/** "0x" and four bytes. */
const SELECTOR_LENGTH = 10;

function calleeAt(book: CouncilBook, target: string): Callee | undefined {
  const address = target.toLowerCase();
  if (address === book.consortium.toLowerCase()) return "consortium";
  if (address === book.council.toLowerCase()) return "council";
  if (address === book.accounts.toLowerCase()) return "accounts";
  if (beaconAt(book, address) !== undefined) return "beacon";
  if (book.programmes.has(address)) return "programme";
  return book.agreements.has(address) ? "agreement" : undefined;
}

function shapeOf(callee: Callee, data: string): readonly [name: string, shape: CallShape] | undefined {
  const selector = data.slice(0, SELECTOR_LENGTH).toLowerCase();
  const shapes: [string, CallShape][] = Object.entries(CALLS[callee]);
  return shapes.find(([, shape]) => shape.selector === selector);
}

interface Place {
  readonly target: string;
  readonly beacon: BeaconName | undefined;
  readonly write: WriteAddress;
}

type Reader = (args: readonly AbiValue[], place: Place) => CouncilAct | undefined;

/** By the function's name; none is in two contracts. Arguments that mean nothing in the council are nothing that can be read. */
const READERS: Readonly<Record<string, Reader>> = {
  admit: ([name, kind, iatiIdentifier, administrator], { write }) => {
    const organisationKind = ORGANISATION_KINDS[Number(kind)];
    return (
      organisationKind && {
        kind: "admit",
        name: String(name),
        organisationKind,
        iatiIdentifier: String(iatiIdentifier),
        administrator: write(String(administrator)),
      }
    );
  },
  suspend: ([organisation]) => ({ kind: "suspend", organisation: Number(organisation) }),
  reinstate: ([organisation]) => ({ kind: "reinstate", organisation: Number(organisation) }),
  nameTrustee: ([organisation, trustee]) => ({
    kind: "nameTrustee",
    organisation: Number(organisation),
    trustee: Number(trustee),
  }),
  nameGuardian: ([organisation, guardian], { write }) => ({
    kind: "nameGuardian",
    organisation: Number(organisation),
    guardian: nobodyIfZero(String(guardian), write),
  }),
  changeCouncil: ([council], { write }) => ({ kind: "changeCouncil", council: write(String(council)) }),
  proposeGrant: ([organisation, role, arbiter, until], { write }) =>
    isArbiter(role)
      ? {
          kind: "nameArbiter",
          organisation: Number(organisation),
          arbiter: write(String(arbiter)),
          until: until === 0n ? undefined : Number(until),
        }
      : undefined,
  activateGrant: (args, { write }) => ofArbiter("seatArbiter", args, write),
  removeOfficer: (args, { write }) => ofArbiter("dismissArbiter", args, write),
  reconfigure: ([added, removed, settings], { write }) => ({
    kind: "reconfigure",
    added: partsOf(added).map((member) => {
      const [account, nameHash] = partsOf(member);
      return { account: write(String(account)), nameHash: String(nameHash) };
    }),
    removed: partsOf(removed).map((account) => write(String(account))),
    settings: settingsIn(partsOf(settings)),
  }),
  setKeyCheck: ([version, check]) => ({
    kind: "publishKeyCheck",
    version: Number(version),
    check: String(check),
  }),
  liftMemberPause: ([redemptions, payouts], { target }) => ({
    kind: "liftPause",
    programme: target,
    redemptions: redemptions === true,
    payouts: payouts === true,
  }),
  decideDispute: ([milestone, toPartner, decision], { target }) => ({
    kind: "decideDispute",
    agreement: target,
    milestone: Number(milestone),
    toPartner: BigInt(toPartner as bigint),
    decision: String(decision),
  }),
  upgradeTo: ([implementation], { beacon, write }) =>
    beacon && { kind: "upgrade", beacon, implementation: write(String(implementation)) },
  transferOwnership: ([owner], { beacon, write }) =>
    beacon && { kind: "handOverBeacon", beacon, owner: nobodyIfZero(String(owner), write) },
  renounceOwnership: (_, { beacon }) => beacon && { kind: "handOverBeacon", beacon, owner: undefined },
};

function ofArbiter(
  kind: "seatArbiter" | "dismissArbiter",
  [organisation, role, arbiter]: readonly AbiValue[],
  write: WriteAddress,
): CouncilAct | undefined {
  if (!isArbiter(role)) return undefined;
  return { kind, organisation: Number(organisation), arbiter: write(String(arbiter)) };
}

/** Roles that the council gives in an organisation of its own; only one of them means anything. */
function isArbiter(role: AbiValue | undefined): boolean {
  return role === BigInt(ARBITER_ROLE);
}

function settingsIn([quorum, upgradeQuorum, delay, upgradeDelay, gracePeriod]: readonly AbiValue[]) {
  return {
    quorum: Number(quorum),
    upgradeQuorum: Number(upgradeQuorum),
    delay: Number(delay),
    upgradeDelay: Number(upgradeDelay),
    gracePeriod: Number(gracePeriod),
  };
}

function partsOf(value: AbiValue | undefined): readonly AbiValue[] {
  return value as readonly AbiValue[];
}

function nobodyIfZero(address: string, write: WriteAddress): string | undefined {
  return address === NOBODY ? undefined : write(address);
}
