// SPDX-License-Identifier: Apache-2.0

import { ZeroAddress } from "ethers";
import { ORGANISATION_KINDS } from "#sdk/history/names.ts";
import type { CouncilAct, CouncilCall } from "./acts.ts";
import type { CouncilBook } from "./book.ts";
import { ACCOUNTS, AGREEMENT, BEACON, CONSORTIUM, COUNCIL, PROGRAMME } from "./faces.ts";

/** The call that does an act. @throws when the suite has no contract of that kind. */
export function encodeAct(book: CouncilBook, act: CouncilAct): CouncilCall {
  const consortium = (data: string) => ({ target: book.consortium, data });
  switch (act.kind) {
    case "admit": {
      const { name, organisationKind, iatiIdentifier, administrator } = act;
      const kind = ORGANISATION_KINDS.indexOf(organisationKind);
      return consortium(CONSORTIUM.encodeFunctionData("admit", [name, kind, iatiIdentifier, administrator]));
    }
    case "suspend":
    case "reinstate":
      return consortium(CONSORTIUM.encodeFunctionData(act.kind as "suspend", [act.organisation]));
    case "nameTrustee":
      return consortium(CONSORTIUM.encodeFunctionData("nameTrustee", [act.organisation, act.trustee]));
    case "nameGuardian":
      return consortium(
        CONSORTIUM.encodeFunctionData("nameGuardian", [act.organisation, act.guardian ?? ZeroAddress]),
      );
    case "changeCouncil":
      return consortium(CONSORTIUM.encodeFunctionData("changeCouncil", [act.council]));
    default:
      return encodeOther(book, act);
  }
}

type OtherAct = Exclude<
  CouncilAct,
  { kind: "admit" | "suspend" | "reinstate" | "nameTrustee" | "nameGuardian" | "changeCouncil" }
>;

function encodeOther(book: CouncilBook, act: OtherAct): CouncilCall {
  switch (act.kind) {
    case "reconfigure": {
      const added = act.added.map(({ account, nameHash }) => ({ account, nameHash }));
      const data = COUNCIL.encodeFunctionData("reconfigure", [added, [...act.removed], { ...act.settings }]);
      return { target: book.council, data };
    }
    case "upgrade":
      return beaconCall(book, act.beacon, BEACON.encodeFunctionData("upgradeTo", [act.implementation]));
    case "handOverBeacon":
      return beaconCall(
        book,
        act.beacon,
        act.owner === undefined
          ? BEACON.encodeFunctionData("renounceOwnership")
          : BEACON.encodeFunctionData("transferOwnership", [act.owner]),
      );
    case "publishKeyCheck":
      return {
        target: book.accounts,
        data: ACCOUNTS.encodeFunctionData("setKeyCheck", [act.version, act.check]),
      };
    case "liftPause":
      return {
        target: act.programme,
        data: PROGRAMME.encodeFunctionData("liftMemberPause", [act.redemptions, act.payouts]),
      };
    case "decideDispute":
      return {
        target: act.agreement,
        data: AGREEMENT.encodeFunctionData("decideDispute", [act.milestone, act.toPartner, act.decision]),
      };
    case "unknown":
      return { target: act.target, data: act.data };
  }
}

function beaconCall({ beacons }: CouncilBook, name: keyof CouncilBook["beacons"], data: string): CouncilCall {
  const target = beacons[name];
  if (target === undefined) throw new Error(`The suite has no beacon of ${name}.`);
  return { target, data };
}
