// SPDX-License-Identifier: Apache-2.0
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Artifact } from "@nomicfoundation/ignition-core";
import beacon from "@openzeppelin/contracts/build/contracts/UpgradeableBeacon.json" with { type: "json" };

/**
 * The suite's shared contracts: who governs (Council), who may act (Consortium), who the households are (BeneficiaryAccounts), which
 * documents count (DocumentRegistry), and how programmes, agreements with partners and donor funds are made (a factory each, the first
 * two over a beacon). The council governs the consortium and owns the beacons from the first block on: nobody else ever did.
 *
 * Parameters: `members` and `settings` of the council as its constructor takes them, `grantDelay` (seconds that a proposed appointment of
 * an officer waits), `wrappedEther` (the chain's token for ether, through which funds take it; zero for none).
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

  const agreementOffice = m.contract("AgreementOffice", [consortium]);
  const agreement = m.contract("MilestoneAgreement", [consortium, agreementOffice]);
  const agreementBeacon = m.contract("UpgradeableBeacon", beacon as Artifact, [agreement, council], {
    id: "AgreementBeacon",
  });
  const agreementFactory = m.contract("AgreementFactory", [consortium, agreementBeacon]);
  const donorFundFactory = m.contract("DonorFundFactory", [
    consortium,
    programmeFactory,
    agreementFactory,
    m.getParameter<string>("wrappedEther"),
  ]);

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
    agreementOffice,
    agreement,
    agreementBeacon,
    agreementFactory,
    donorFundFactory,
  };
});
