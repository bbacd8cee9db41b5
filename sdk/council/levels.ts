// SPDX-License-Identifier: Apache-2.0

import type { CouncilCall } from "./acts.ts";
import { BEACON, CONSORTIUM } from "./faces.ts";
import type { ProposalLevel } from "./names.ts";

/** Whatever changes code that holds money, or who decides about it; the council goes by the selector, whatever the target. */
const UPGRADES: ReadonlySet<string> = new Set([
  selector(BEACON.getFunction("upgradeTo")),
  selector(BEACON.getFunction("transferOwnership")),
  selector(BEACON.getFunction("renounceOwnership")),
  selector(CONSORTIUM.getFunction("changeCouncil")),
]);

/** What a proposal of these calls will need, by the council's own rule. */
export function levelOf(council: string, calls: readonly CouncilCall[]): ProposalLevel {
  if (calls.some(({ data }) => UPGRADES.has(data.slice(0, 10).toLowerCase()))) return "Upgrade";
  const isOwn = calls.some(({ target }) => target.toLowerCase() === council.toLowerCase());
  return isOwn ? "Configuration" : "Ordinary";
}

function selector(fragment: { readonly selector: string } | null): string {
  if (fragment === null) throw new Error("An interface lacks a function of the council's rule.");
  return fragment.selector;
}
