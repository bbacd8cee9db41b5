// SPDX-License-Identifier: Apache-2.0

import type { ORGANISATION_KINDS } from "#sdk/history/names.ts";
import type { CouncilMember, CouncilSettings } from "./readCouncil.ts";

/** A call that the council makes, as its contract takes it. */
export interface CouncilCall {
  readonly target: string;
  readonly data: string;
}

/** Which contracts share the code that an upgrade changes; an address where the beacon is none of the suite's. */
export type BeaconName = "programmes" | "agreements";

/**
 * What a call of the council does, in the field's terms and in no language. `unknown` is everything that this program cannot vouch for:
 * a contract outside the suite, a function that it does not know, or arguments that do not read back to the very same bytes.
 */
export type CouncilAct =
  | {
      readonly kind: "admit";
      readonly name: string;
      readonly organisationKind: (typeof ORGANISATION_KINDS)[number];
      readonly iatiIdentifier: string;
      readonly administrator: string;
    }
  | { readonly kind: "suspend" | "reinstate"; readonly organisation: number }
  | { readonly kind: "nameTrustee"; readonly organisation: number; readonly trustee: number }
  | {
      readonly kind: "nameGuardian";
      readonly organisation: number;
      /** Undefined: the organisation has no guardian afterwards. */
      readonly guardian: string | undefined;
    }
  | {
      /** As the administrator of an organisation of the council's own; the appointment waits out the consortium's delay. */
      readonly kind: "nameArbiter";
      readonly organisation: number;
      readonly arbiter: string;
      /** Last second of the mandate, Unix seconds; undefined: without end. */
      readonly until: number | undefined;
    }
  | {
      /** `seatArbiter`: the delay is over and the mandate begins, which anybody can do. */
      readonly kind: "seatArbiter" | "dismissArbiter";
      readonly organisation: number;
      readonly arbiter: string;
    }
  | {
      readonly kind: "reconfigure";
      readonly added: readonly CouncilMember[];
      readonly removed: readonly string[];
      readonly settings: CouncilSettings;
    }
  | { readonly kind: "upgrade"; readonly beacon: BeaconName; readonly implementation: string }
  | {
      readonly kind: "handOverBeacon";
      readonly beacon: BeaconName;
      /** Undefined: nobody can upgrade any more. */
      readonly owner: string | undefined;
    }
  | { readonly kind: "changeCouncil"; readonly council: string }
  | { readonly kind: "publishKeyCheck"; readonly version: number; readonly check: string }
  | {
      readonly kind: "liftPause";
      readonly programme: string;
      readonly redemptions: boolean;
      readonly payouts: boolean;
    }
  | {
      readonly kind: "decideDispute";
      readonly agreement: string;
      readonly milestone: number;
      /** Ledger units that the partner gets; the rest goes back. */
      readonly toPartner: bigint;
      /** keccak256 of the reasons. */
      readonly decision: string;
    }
  | UnknownAct;

export type CouncilActKind = CouncilAct["kind"];

export interface UnknownAct extends CouncilCall {
  readonly kind: "unknown";
  /** First four bytes; undefined where there are fewer. */
  readonly selector: string | undefined;
  readonly why: "target" | "function" | "arguments";
}
