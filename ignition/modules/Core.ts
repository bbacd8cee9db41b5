// SPDX-License-Identifier: Apache-2.0
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Artifact } from "@nomicfoundation/ignition-core";
import beacon from "@openzeppelin/contracts/build/contracts/UpgradeableBeacon.json" with { type: "json" };

/** Seconds that a proposed appointment of an officer waits, unless the parameter `grantDelay` says otherwise. */
const TWO_DAYS = 172_800;

/**
 * The suite's shared contracts: who may act (Consortium), who the households are (BeneficiaryAccounts), which documents count
 * (DocumentRegistry), and how programmes are made (ProgrammeFactory over one beacon, which the council owns).
 *
 * Parameters: `council` (address that governs; it also owns the beacon), `grantDelay` (seconds).
 */
export default buildModule("Core", (m) => {
  const council = m.getParameter<string>("council");
  const grantDelay = m.getParameter<number>("grantDelay", TWO_DAYS);

  const consortium = m.contract("Consortium", [council, grantDelay]);
  const accounts = m.contract("BeneficiaryAccounts", [consortium]);
  const documents = m.contract("DocumentRegistry", [consortium]);
  // Together these three are one programme: what one does not know the next one runs, on the programme's own storage.
  const shops = m.contract("ProgrammeShops", [consortium, documents]);
  const office = m.contract("ProgrammeOffice", [consortium, accounts, shops]);
  const programme = m.contract("Programme", [consortium, accounts, office]);
  // As its authors compiled and published it: it is not part of our build.
  const programmeBeacon = m.contract("UpgradeableBeacon", beacon as Artifact, [programme, council]);
  const programmeFactory = m.contract("ProgrammeFactory", [consortium, programmeBeacon]);

  return { consortium, accounts, documents, shops, office, programme, programmeBeacon, programmeFactory };
});
