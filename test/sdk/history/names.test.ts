// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import * as names from "#sdk/history/names.ts";

/** Members of all enumerations that the contracts' interfaces and types declare. */
function enumerations(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const folder of ["contracts/interfaces", "contracts/types"]) {
    for (const file of readdirSync(folder)) {
      const source = readFileSync(`${folder}/${file}`, "utf8");
      for (const [, name = "", body = ""] of source.matchAll(/\benum (\w+) \{([^}]*)\}/g)) {
        const members = body
          .replace(/\/\/.*/g, "")
          .split(",")
          .map((member) => member.trim());
        found.set(name, members.filter(Boolean));
      }
    }
  }
  return found;
}

describe("names of the contracts' enumerations", () => {
  const onChain = enumerations();
  const cases: Record<string, readonly string[]> = {
    Role: names.ROLES,
    OrganisationKind: names.ORGANISATION_KINDS,
    ClosingReason: names.CLOSING_REASONS,
    CycleKind: names.CYCLE_KINDS,
    CycleState: names.CYCLE_STATES,
    DocumentKind: names.DOCUMENT_KINDS,
    Modality: names.MODALITIES,
    ShopKind: names.SHOP_KINDS,
    PayoutMode: names.PAYOUT_MODES,
    CorrectionKind: names.CORRECTION_KINDS,
    SettlementState: names.SETTLEMENT_STATES,
  };
  for (const [name, ours] of Object.entries(cases)) {
    it(`are those of ${name}`, () => assert.deepEqual(ours, onChain.get(name)));
  }

  it("show a member that a later version of a contract added", () => {
    assert.equal(names.nameOf(names.CYCLE_STATES, 4n), "Approved");
    assert.equal(names.nameOf(names.CYCLE_STATES, 42n), "Unknown-42");
  });
});
