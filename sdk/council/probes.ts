// SPDX-License-Identifier: Apache-2.0

import { type Interface, type Result, ZeroAddress, ZeroHash } from "ethers";
import { MILESTONE_STATES } from "#sdk/agreements/names.ts";
import { ORGANISATION_KINDS, ROLES } from "#sdk/history/names.ts";
import type { CouncilAct } from "./acts.ts";
import type { CouncilBook } from "./book.ts";
import type { ChangeField, ChangeSubject, ChangeValue } from "./changes.ts";
import { ARBITER_ROLE } from "./encodeAct.ts";
import { ACCOUNTS, AGREEMENT, BEACON, CONSORTIUM, COUNCIL, PROGRAMME } from "./faces.ts";

/** A question to the ledger, asked before and after a proposal. */
export interface Probe {
  readonly field: ChangeField;
  readonly subject: ChangeSubject | undefined;
  readonly to: string;
  readonly data: string;
  /** What the answer means; a question that is refused, such as about an organisation that does not exist yet, has no answer. */
  readonly read: (answer: string) => ChangeValue;
}

/** What the probes have to know of the ledger as it is. */
export interface ProbeGround {
  readonly book: CouncilBook;
  /** Organisations that were admitted before. */
  readonly organisations: number;
  /** Who is or was an organisation's guardian, by the organisation's number. */
  readonly guardians: ReadonlyMap<number, string>;
}

/** What acts are meant to change, as questions to the ledger; each question once. */
export function probesOf(ground: ProbeGround, acts: readonly CouncilAct[]): Probe[] {
  let next = ground.organisations + 1;
  const all = acts.flatMap((act) =>
    act.kind === "admit" ? admitted(ground, act, next++) : probes(ground, act),
  );
  return [...new Map(all.map((probe) => [`${probe.field} ${probe.to} ${probe.data}`, probe])).values()];
}

type Admit = Extract<CouncilAct, { kind: "admit" }>;

function admitted(ground: ProbeGround, { administrator }: Admit, id: number): Probe[] {
  const to = ground.book.consortium;
  const count = ask(to, CONSORTIUM, "organisations", [], "organisations", undefined, ([n]) => number(n));
  return [
    count,
    ...organisationProbes(ground, id, ["name", "organisationKind", "iatiIdentifier"]),
    holds(ground, "isAdministrator", id, administrator),
  ];
}

function probes(ground: ProbeGround, act: CouncilAct): Probe[] {
  const { book } = ground;
  switch (act.kind) {
    case "suspend":
    case "reinstate":
      return organisationProbes(ground, act.organisation, ["isSuspended", "trustee"]);
    case "nameTrustee":
      return organisationProbes(ground, act.organisation, ["trustee"]);
    case "nameGuardian": {
      const people = [ground.guardians.get(act.organisation), act.guardian];
      return people.flatMap((who) =>
        who === undefined ? [] : [holds(ground, "isGuardian", act.organisation, who)],
      );
    }
    case "nameArbiter":
    case "seatArbiter":
    case "dismissArbiter":
      return [holds(ground, "isArbiter", act.organisation, act.arbiter)];
    case "reconfigure":
      return councilProbes(book.council, [...act.removed, ...act.added.map(({ account }) => account)]);
    case "upgrade":
      return [beacon(book, act.beacon, "implementation")];
    case "handOverBeacon":
      return [beacon(book, act.beacon, "owner")];
    case "changeCouncil":
      return [ask(book.consortium, CONSORTIUM, "council", [], "council", undefined, ([who]) => address(who))];
    case "publishKeyCheck": {
      const subject = { kind: "number", value: act.version } as const;
      return [
        ask(book.accounts, ACCOUNTS, "keyCheckOf", [act.version], "keyCheck", subject, ([check]) =>
          check === ZeroHash ? NONE : { kind: "hash", hash: check },
        ),
      ];
    }
    case "liftPause":
      return pauseProbes(act.programme);
    case "decideDispute":
      return milestoneProbes(act.agreement, act.milestone);
    default:
      return [];
  }
}

const NONE: ChangeValue = { kind: "none" };

function ask(
  to: string,
  face: Interface,
  name: string,
  args: readonly unknown[],
  field: ChangeField,
  subject: ChangeSubject | undefined,
  read: (result: Result) => ChangeValue,
): Probe {
  return {
    field,
    subject,
    to,
    data: face.encodeFunctionData(name, args),
    read: (answer) => read(face.decodeFunctionResult(name, answer)),
  };
}

type OrganisationField = "name" | "organisationKind" | "iatiIdentifier" | "isSuspended" | "trustee";

const ORGANISATION: Readonly<Record<OrganisationField, (organisation: Result) => ChangeValue>> = {
  name: ({ name }) => text(name),
  organisationKind: ({ kind }) => ({
    kind: "organisationKind",
    name: ORGANISATION_KINDS[Number(kind)] ?? String(kind),
  }),
  iatiIdentifier: ({ iatiIdentifier }) => text(iatiIdentifier),
  isSuspended: ({ isSuspended }) => yesNo(isSuspended),
  trustee: ({ trustee }) => (trustee === 0n ? NONE : { kind: "organisation", id: Number(trustee) }),
};

function organisationProbes(
  { book }: ProbeGround,
  id: number,
  fields: readonly OrganisationField[],
): Probe[] {
  const subject = { kind: "organisation", id } as const;
  return fields.map((field) =>
    ask(book.consortium, CONSORTIUM, "organisationOf", [id], field, subject, ([organisation]) =>
      ORGANISATION[field](organisation),
    ),
  );
}

const ROLE_OF = {
  isAdministrator: ROLES.indexOf("Administrator"),
  isGuardian: ROLES.indexOf("Guardian"),
  isArbiter: ARBITER_ROLE,
} as const;

/** Whether an address acts in a role for an organisation. The subject is the address: the role and the sentence name the organisation. */
function holds(
  { book }: ProbeGround,
  field: keyof typeof ROLE_OF,
  organisation: number,
  account: string,
): Probe {
  const role = ROLE_OF[field];
  const subject = { kind: "address", address: account } as const;
  return ask(book.consortium, CONSORTIUM, "holds", [organisation, role, account], field, subject, ([does]) =>
    yesNo(does),
  );
}

function councilProbes(council: string, accounts: readonly string[]): Probe[] {
  const settings = (field: ChangeField, read: (settings: Result) => ChangeValue) =>
    ask(council, COUNCIL, "settings", [], field, undefined, ([given]) => read(given));
  const seats = accounts.map((account) =>
    ask(council, COUNCIL, "isMember", [account], "isMember", { kind: "address", address: account }, ([is]) =>
      yesNo(is),
    ),
  );
  return [
    ask(council, COUNCIL, "members", [], "memberCount", undefined, ([list]) => number(list.length)),
    ...seats,
    settings("quorum", ({ quorum }) => number(quorum)),
    settings("upgradeQuorum", ({ upgradeQuorum }) => number(upgradeQuorum)),
    settings("delay", ({ delay }) => duration(delay)),
    settings("upgradeDelay", ({ upgradeDelay }) => duration(upgradeDelay)),
    settings("gracePeriod", ({ gracePeriod }) => duration(gracePeriod)),
    ask(council, COUNCIL, "epoch", [], "epoch", undefined, ([epoch]) => number(epoch)),
  ];
}

function beacon(
  { beacons }: CouncilBook,
  name: keyof CouncilBook["beacons"],
  what: "implementation" | "owner",
) {
  return ask(beacons[name] ?? ZeroAddress, BEACON, what, [], what, undefined, ([who]) => address(who));
}

function pauseProbes(programme: string): Probe[] {
  const subject = { kind: "address", address: programme } as const;
  const paused = (view: Result) => yesNo(view.isPaused);
  return [
    ask(programme, PROGRAMME, "pauses", [], "pausesRedemptions", subject, ([redemptions]) =>
      paused(redemptions),
    ),
    ask(programme, PROGRAMME, "pauses", [], "pausesPayouts", subject, ([, payouts]) => paused(payouts)),
  ];
}

function milestoneProbes(agreement: string, milestone: number): Probe[] {
  const subject = { kind: "address", address: agreement } as const;
  const of = (field: ChangeField, read: (view: Result) => ChangeValue) =>
    ask(agreement, AGREEMENT, "milestoneOf", [milestone], field, subject, ([view]) => read(view));
  return [
    of("milestoneState", ({ state }) => ({
      kind: "milestoneState",
      name: MILESTONE_STATES[Number(state)] ?? String(state),
    })),
    of("milestonePaid", ({ paid }) => ({ kind: "units", units: String(paid) })),
  ];
}

function number(value: bigint | number): ChangeValue {
  return { kind: "number", value: Number(value) };
}

function duration(seconds: bigint): ChangeValue {
  return { kind: "duration", seconds: Number(seconds) };
}

function yesNo(value: boolean): ChangeValue {
  return { kind: "yesNo", value };
}

function text(value: string): ChangeValue {
  return value === "" ? NONE : { kind: "text", text: value };
}

function address(value: string): ChangeValue {
  return value === ZeroAddress ? NONE : { kind: "address", address: value };
}
