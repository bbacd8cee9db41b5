// SPDX-License-Identifier: Apache-2.0

import { codeBytes } from "../code.ts";
import { PROGRAMME } from "../faces.ts";

/** Cancel an approved cycle before it opens. @param reason Code such as "DUPLICATE". @throws AgencyError AGENCY-301. */
export function cancelCycle(cycle: number, reason: string): string {
  return PROGRAMME.encodeFunctionData("cancelCycle", [cycle, codeBytes(reason)]);
}

/** Stop an open cycle: no sales dated after today; late receipts count for its days of grace. @throws AgencyError AGENCY-301. */
export function stopCycle(cycle: number, reason: string): string {
  return PROGRAMME.encodeFunctionData("stopCycle", [cycle, codeBytes(reason)]);
}

/** When an extended cycle ends, Unix seconds. Neither may be earlier than it was. */
export interface LaterEnd {
  readonly expiresAt: number;
  readonly graceEndsAt: number;
}

/** Extend a cycle and its days of grace. @throws AgencyError AGENCY-301. */
export function extendCycle(cycle: number, { expiresAt, graceEndsAt }: LaterEnd, reason: string): string {
  return PROGRAMME.encodeFunctionData("extendCycle", [cycle, expiresAt, graceEndsAt, codeBytes(reason)]);
}

/** Give back what was never loaded. @param total New total, ledger units. @throws AgencyError AGENCY-301. */
export function reduceCycle(cycle: number, total: bigint, reason: string): string {
  return PROGRAMME.encodeFunctionData("reduceCycle", [cycle, total, codeBytes(reason)]);
}

/** Close a cycle after its grace; the unspent is free again. */
export function closeCycle(cycle: number): string {
  return PROGRAMME.encodeFunctionData("closeCycle", [cycle]);
}
