// SPDX-License-Identifier: Apache-2.0
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Artifact } from "@nomicfoundation/ignition-core";
import beacon from "@openzeppelin/contracts/build/contracts/UpgradeableBeacon.json" with { type: "json" };

/**
 * The suite's shared contracts: who governs (Council), who may act (Consortium), who the households are (BeneficiaryAccounts), which
 * documents count (DocumentRegistry), and how programmes are made (ProgrammeFactory over one beacon). The council governs the consortium
 * and owns the beacon from the first block on: nobody else ever did.
 *
 * Parameters: `members` and `settings` of the council as its constructor takes them, `grantDelay` (seconds that a proposed appointment of
 * an officer waits).
 */
export default buildModule("Core", (m) => {
  const council = m.contract("Council", [m.getParameter("members"), m.getParameter("settings")]);
  const consortium = m.contract("Consortium", [council, m.getParameter<number>("grantDelay")]);
  const accounts = m.contract("BeneficiaryAccounts", [consortium]);
  const documents = m.contract("DocumentRegistry", [consortium]);
  // Together these three are one programme: what one does not know the next one runs, on the programme's own storage.
  const shops = m.contract("ProgrammeShops", [consortium, documents]);
  const office = m.contract("ProgrammeOffice", [consortium, accounts, shops]);
  const programme = m.contract("Programme", [consortium, accounts, office]);
  // As its authors compiled and published it: it is not part of our build.
  const programmeBeacon = m.contract("UpgradeableBeacon", beacon as Artifact, [programme, council]);
  const programmeFactory = m.contract("ProgrammeFactory", [consortium, programmeBeacon]);

  return {
    council,
    consortium,
    accounts,
    documents,
    shops,
    office,
    programme,
    programmeBeacon,
    programmeFactory,
  };
});
