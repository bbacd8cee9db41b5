// SPDX-License-Identifier: Apache-2.0

import type { AbiType } from "./wordCodec.ts";

/** A function that the council is known to call: its selector, and what it takes. */
export interface CallShape {
  readonly selector: string;
  readonly takes: readonly AbiType[];
}

const MEMBERS: AbiType = { list: { tuple: ["address", "bytes32"] } };
const SETTINGS: AbiType = { tuple: ["uint8", "uint8", "uint40", "uint40", "uint40"] };

/** Function by function, contract by contract; a test holds all of it to the contracts' interfaces. */
export const CALLS = {
  consortium: {
    admit: { selector: "0x265bd79f", takes: ["string", "uint8", "string", "address"] },
    suspend: { selector: "0xa3e1b7f1", takes: ["uint32"] },
    reinstate: { selector: "0x5c746ed0", takes: ["uint32"] },
    nameTrustee: { selector: "0xa510402a", takes: ["uint32", "uint32"] },
    nameGuardian: { selector: "0xf6c38a6e", takes: ["uint32", "address"] },
    changeCouncil: { selector: "0x02c3b436", takes: ["address"] },
    proposeGrant: { selector: "0x20c388ca", takes: ["uint32", "uint8", "address", "uint40"] },
    activateGrant: { selector: "0x4e80f514", takes: ["uint32", "uint8", "address"] },
    removeOfficer: { selector: "0xe7a5a016", takes: ["uint32", "uint8", "address"] },
  },
  council: { reconfigure: { selector: "0xcedb444b", takes: [MEMBERS, { list: "address" }, SETTINGS] } },
  accounts: { setKeyCheck: { selector: "0x38b85713", takes: ["uint8", "bytes32"] } },
  programme: { liftMemberPause: { selector: "0x736146c7", takes: ["bool", "bool"] } },
  agreement: { decideDispute: { selector: "0xed5dcd05", takes: ["uint32", "uint128", "bytes32"] } },
  beacon: {
    upgradeTo: { selector: "0x3659cfe6", takes: ["address"] },
    transferOwnership: { selector: "0xf2fde38b", takes: ["address"] },
    renounceOwnership: { selector: "0x715018a6", takes: [] },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, CallShape>>>>;

export type Callee = keyof typeof CALLS;
