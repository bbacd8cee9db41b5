// SPDX-License-Identifier: Apache-2.0

import { ORGANISATION_KINDS, ROLES } from "#sdk/history/names.ts";
import type { BeaconName, CouncilAct, CouncilCall } from "./acts.ts";
import type { CouncilBook } from "./book.ts";
import { CALLS, type CallShape } from "./callTable.ts";
import { type AbiValue, encodeWords } from "./wordCodec.ts";

export const NOBODY = "0x0000000000000000000000000000000000000000";
/** In an organisation whose administrator is the council, whoever holds this role is an arbiter whom the council named. */
export const ARBITER_ROLE = ROLES.indexOf("Monitor");

/** The call that does an act. @throws when the suite has no contract of that kind. */
export function encodeAct(book: CouncilBook, act: CouncilAct): CouncilCall {
  const ofConsortium = consortiumData(act);
  if (ofConsortium !== undefined) return { target: book.consortium, data: ofConsortium };
  return encodeOther(book, act);
}

function consortiumData(act: CouncilAct): string | undefined {
  const { consortium } = CALLS;
  switch (act.kind) {
    case "admit": {
      const kind = BigInt(ORGANISATION_KINDS.indexOf(act.organisationKind));
      return dataOf(consortium.admit, act.name, kind, act.iatiIdentifier, act.administrator);
    }
    case "suspend":
    case "reinstate":
      return dataOf(consortium[act.kind], BigInt(act.organisation));
    case "nameTrustee":
      return dataOf(consortium.nameTrustee, BigInt(act.organisation), BigInt(act.trustee));
    case "nameGuardian":
      return dataOf(consortium.nameGuardian, BigInt(act.organisation), act.guardian ?? NOBODY);
    case "changeCouncil":
      return dataOf(consortium.changeCouncil, act.council);
    case "nameArbiter":
      return dataOf(consortium.proposeGrant, ...grantOf(act), BigInt(act.until ?? 0));
    case "seatArbiter":
      return dataOf(consortium.activateGrant, ...grantOf(act));
    case "dismissArbiter":
      return dataOf(consortium.removeOfficer, ...grantOf(act));
    default:
      return undefined;
  }
}

function grantOf({ organisation, arbiter }: { readonly organisation: number; readonly arbiter: string }) {
  return [BigInt(organisation), BigInt(ARBITER_ROLE), arbiter] as const;
}

function encodeOther(book: CouncilBook, act: CouncilAct): CouncilCall {
  switch (act.kind) {
    case "reconfigure": {
      const { quorum, upgradeQuorum, delay, upgradeDelay, gracePeriod } = act.settings;
      const added = act.added.map(({ account, nameHash }) => [account, nameHash]);
      const settings = [quorum, upgradeQuorum, delay, upgradeDelay, gracePeriod].map(BigInt);
      return {
        target: book.council,
        data: dataOf(CALLS.council.reconfigure, added, act.removed, settings),
      };
    }
    case "upgrade":
      return {
        target: beaconOf(book, act.beacon),
        data: dataOf(CALLS.beacon.upgradeTo, act.implementation),
      };
    case "handOverBeacon": {
      const { renounceOwnership, transferOwnership } = CALLS.beacon;
      const data = act.owner === undefined ? dataOf(renounceOwnership) : dataOf(transferOwnership, act.owner);
      return { target: beaconOf(book, act.beacon), data };
    }
    case "publishKeyCheck":
      return {
        target: book.accounts,
        data: dataOf(CALLS.accounts.setKeyCheck, BigInt(act.version), act.check),
      };
    case "liftPause":
      return {
        target: act.programme,
        data: dataOf(CALLS.programme.liftMemberPause, act.redemptions, act.payouts),
      };
    case "decideDispute": {
      const { milestone, toPartner, decision } = act;
      return {
        target: act.agreement,
        data: dataOf(CALLS.agreement.decideDispute, BigInt(milestone), toPartner, decision),
      };
    }
    case "unknown":
      return { target: act.target, data: act.data };
    default:
      throw new Error(`The consortium does not do ${act.kind}.`);
  }
}

function dataOf({ selector, takes }: CallShape, ...values: readonly AbiValue[]): string {
  return selector + encodeWords(takes, values);
}

function beaconOf({ beacons }: CouncilBook, name: BeaconName): string {
  const target = beacons[name];
  if (target === undefined) throw new Error(`The suite has no beacon of ${name}.`);
  return target;
}
