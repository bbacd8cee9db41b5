// SPDX-License-Identifier: Apache-2.0

import { type Interface, type Result, ZeroAddress } from "ethers";
import { ORGANISATION_KINDS } from "#sdk/history/names.ts";
import type { BeaconName, CouncilAct, CouncilCall, UnknownAct } from "./acts.ts";
import { beaconAt, type CouncilBook } from "./book.ts";
import { encodeAct } from "./encodeAct.ts";
import { ACCOUNTS, AGREEMENT, BEACON, CONSORTIUM, COUNCIL, PROGRAMME } from "./faces.ts";
import { settingsOf } from "./readCouncil.ts";

type Reader = (args: Result, target: string) => CouncilAct | undefined;

/** A contract's interface, with the functions of it that are understood. */
interface Dictionary {
  readonly face: Interface;
  readonly readers: Readonly<Record<string, Reader>>;
}

/**
 * What a call does. A call is only put into words when encoding those words again gives the very same bytes to the very same contract
 * of the suite; everything else is {@link UnknownAct}, so that nothing can hide behind a sentence.
 */
export function decodeCall(book: CouncilBook, { target, data }: CouncilCall): CouncilAct {
  const unknown = (why: UnknownAct["why"]): UnknownAct => ({
    kind: "unknown",
    target,
    data,
    selector: data.length >= 10 ? data.slice(0, 10) : undefined,
    why,
  });
  const dictionary = dictionaryOf(book, target);
  if (dictionary === undefined) return unknown("target");
  const fragment = data.length < 10 ? null : dictionary.face.getFunction(data.slice(0, 10));
  const reader = fragment === null ? undefined : dictionary.readers[fragment.name];
  if (fragment === null || reader === undefined) return unknown("function");
  const act = readOrNothing(() => reader(dictionary.face.decodeFunctionData(fragment, data), target));
  if (act === undefined || encodeAct(book, act).data.toLowerCase() !== data.toLowerCase()) {
    return unknown("arguments");
  }
  return act;
}

/** Bytes that are no arguments of the function are nothing that can be read. */
function readOrNothing(read: () => CouncilAct | undefined): CouncilAct | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function dictionaryOf(book: CouncilBook, target: string): Dictionary | undefined {
  const address = target.toLowerCase();
  if (address === book.consortium.toLowerCase()) return consortium;
  if (address === book.council.toLowerCase()) return council;
  if (address === book.accounts.toLowerCase()) return accounts;
  const beacon = beaconAt(book, address);
  if (beacon !== undefined) return beaconOf(beacon);
  if (book.programmes.has(address)) return programme;
  return book.agreements.has(address) ? agreement : undefined;
}

const consortium: Dictionary = {
  face: CONSORTIUM,
  readers: {
    admit: ([name, kind, iatiIdentifier, administrator]) => {
      const organisationKind = ORGANISATION_KINDS[Number(kind)];
      return organisationKind && { kind: "admit", name, organisationKind, iatiIdentifier, administrator };
    },
    suspend: ([organisation]) => ({ kind: "suspend", organisation: Number(organisation) }),
    reinstate: ([organisation]) => ({ kind: "reinstate", organisation: Number(organisation) }),
    nameTrustee: ([organisation, trustee]) => ({
      kind: "nameTrustee",
      organisation: Number(organisation),
      trustee: Number(trustee),
    }),
    nameGuardian: ([organisation, guardian]) => ({
      kind: "nameGuardian",
      organisation: Number(organisation),
      guardian: nobodyIfZero(guardian),
    }),
    changeCouncil: ([next]) => ({ kind: "changeCouncil", council: next }),
  },
};

const council: Dictionary = {
  face: COUNCIL,
  readers: {
    reconfigure: ([added, removed, settings]) => ({
      kind: "reconfigure",
      added: [...(added as Result)].map(({ account, nameHash }) => ({ account, nameHash })),
      removed: [...(removed as Result)],
      settings: settingsOf(settings),
    }),
  },
};

const accounts: Dictionary = {
  face: ACCOUNTS,
  readers: {
    setKeyCheck: ([version, check]) => ({ kind: "publishKeyCheck", version: Number(version), check }),
  },
};

const programme: Dictionary = {
  face: PROGRAMME,
  readers: {
    liftMemberPause: ([redemptions, payouts], target) => ({
      kind: "liftPause",
      programme: target,
      redemptions,
      payouts,
    }),
  },
};

const agreement: Dictionary = {
  face: AGREEMENT,
  readers: {
    decideDispute: ([milestone, toPartner, decision], target) => ({
      kind: "decideDispute",
      agreement: target,
      milestone: Number(milestone),
      toPartner,
      decision,
    }),
  },
};

function beaconOf(beacon: BeaconName): Dictionary {
  return {
    face: BEACON,
    readers: {
      upgradeTo: ([implementation]) => ({ kind: "upgrade", beacon, implementation }),
      transferOwnership: ([owner]) => ({ kind: "handOverBeacon", beacon, owner: nobodyIfZero(owner) }),
      renounceOwnership: () => ({ kind: "handOverBeacon", beacon, owner: undefined }),
    },
  };
}

function nobodyIfZero(address: string): string | undefined {
  return address === ZeroAddress ? undefined : address;
}
