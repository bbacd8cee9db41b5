// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { CouncilAct } from "#sdk/council/acts.ts";
import { amountOf } from "#sdk/money/index.ts";
import { showCount, showDuration, showMoment, showMoney } from "../format/index.ts";
import { type Fact, HexValue } from "../ui/index.ts";
import { accountName, type CouncilNames, memberName, organisationName } from "./names.ts";
import { words } from "./words/index.ts";

const text = words.facts;

type FactsOf = {
  readonly [Kind in CouncilAct["kind"]]: (
    act: Extract<CouncilAct, { kind: Kind }>,
    names: CouncilNames,
  ) => Fact[];
};

const FACTS: FactsOf = {
  admit: ({ name, organisationKind, iatiIdentifier, administrator }) => [
    [text.name, name],
    [text.organisationKind, words.kinds[organisationKind]],
    [text.iatiIdentifier, iatiIdentifier === "" ? words.values.none : iatiIdentifier],
    [text.administrator, hex(administrator, text.administrator)],
  ],
  suspend: organisationFact,
  reinstate: organisationFact,
  nameTrustee: ({ organisation, trustee }, names) => [
    [text.organisation, organisationText(names, organisation)],
    [text.trustee, organisationText(names, trustee)],
  ],
  nameGuardian: ({ organisation, guardian }, names) => [
    [text.organisation, organisationText(names, organisation)],
    [text.guardian, guardian === undefined ? words.values.none : hex(guardian, text.guardian)],
  ],
  nameArbiter: ({ organisation, arbiter, until }, names) => [
    [text.arbiter, hex(arbiter, text.arbiter)],
    [text.until, until === undefined ? words.values.noEnd : showMoment(until)],
    [text.panel, organisationText(names, organisation)],
  ],
  seatArbiter: arbiterFacts,
  dismissArbiter: arbiterFacts,
  reconfigure: ({ added, removed, settings }, names) => [
    ...added.map(
      (member): Fact => [
        text.added,
        <>
          {memberName(names, member)} {hex(member.account, text.added)}
        </>,
      ],
    ),
    ...removed.map(
      (account): Fact => [
        text.removed,
        <>
          {accountName(names, account)} {hex(account, text.removed)}
        </>,
      ],
    ),
    [text.quorum, showCount(settings.quorum)],
    [text.upgradeQuorum, showCount(settings.upgradeQuorum)],
    [text.delay, showDuration(settings.delay)],
    [text.upgradeDelay, showDuration(settings.upgradeDelay)],
    [text.gracePeriod, showDuration(settings.gracePeriod)],
  ],
  upgrade: ({ implementation }) => [[text.implementation, hex(implementation, text.implementation)]],
  handOverBeacon: ({ owner }) => [
    [text.owner, owner === undefined ? words.values.none : hex(owner, text.owner)],
  ],
  changeCouncil: ({ council }) => [[text.council, hex(council, text.council)]],
  publishKeyCheck: ({ version, check }) => [
    [text.version, showCount(version)],
    [text.check, hex(check, text.check)],
  ],
  liftPause: ({ programme, redemptions, payouts }) => [
    [text.programme, hex(programme, text.programme)],
    [
      text.pauses,
      redemptions && payouts ? words.pauses.both : words.pauses[payouts ? "payouts" : "redemptions"],
    ],
  ],
  decideDispute: ({ agreement, milestone, toPartner, decision }, names) => [
    [text.agreement, hex(agreement, text.agreement)],
    [text.milestone, showCount(milestone)],
    [text.toPartner, unitsText(names, agreement, toPartner)],
    [text.decision, hex(decision, text.decision)],
  ],
  unknown: () => [],
};

/** Everything that an act says, by name. */
export function factsOf(act: CouncilAct, names: CouncilNames): Fact[] {
  const write = FACTS[act.kind] as (act: CouncilAct, names: CouncilNames) => Fact[];
  return write(act, names);
}

function organisationFact({ organisation }: { readonly organisation: number }, names: CouncilNames): Fact[] {
  return [[text.organisation, organisationText(names, organisation)]];
}

function arbiterFacts(
  { organisation, arbiter }: { readonly organisation: number; readonly arbiter: string },
  names: CouncilNames,
): Fact[] {
  return [
    [text.arbiter, hex(arbiter, text.arbiter)],
    [text.panel, organisationText(names, organisation)],
  ];
}

/** By name and number: two organisations may have the same name. */
function organisationText(names: CouncilNames, id: number): string {
  const name = names.organisations.get(id);
  return name === undefined ? organisationName(names, id) : `${name} (${words.organisation(id)})`;
}

function hex(value: string, what: string): ReactNode {
  return <HexValue value={value} what={words.values.theValue(what)} isFull />;
}

/** Money of an agreement; plain units where its currency is not known. */
export function unitsText({ agreements }: CouncilNames, agreement: string, units: bigint): string {
  const currency = agreements.get(agreement.toLowerCase())?.currency;
  return currency === undefined ? showCount(units) : showMoney(amountOf(units), currency);
}
