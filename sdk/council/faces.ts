// SPDX-License-Identifier: Apache-2.0

import { Interface } from "ethers";
import {
  IBeneficiaryAccounts__factory,
  IConsortium__factory,
  ICouncil__factory,
  IMilestoneAgreement__factory,
  IProgramme__factory,
} from "#bindings/index.ts";

/** Interfaces of everything that the council calls, made once. */
export const COUNCIL = ICouncil__factory.createInterface();
export const CONSORTIUM = IConsortium__factory.createInterface();
export const ACCOUNTS = IBeneficiaryAccounts__factory.createInterface();
export const PROGRAMME = IProgramme__factory.createInterface();
export const AGREEMENT = IMilestoneAgreement__factory.createInterface();
/** As OpenZeppelin's UpgradeableBeacon has it; its binding would bring the whole contract along. */
export const BEACON = new Interface([
  "function implementation() view returns (address)",
  "function owner() view returns (address)",
  "function upgradeTo(address newImplementation)",
  "function transferOwnership(address newOwner)",
  "function renounceOwnership()",
]);
