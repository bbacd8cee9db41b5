// SPDX-License-Identifier: Apache-2.0
import { PHONE_WIDTH } from "./desks.ts";
import type { Picture } from "./picture.ts";
import { composeProposal, openProposal } from "./steps.ts";

const AGREEMENTS = "/console/agreements";
const COUNCIL = "/console/council";

/** Agreements with partners, from the side of each who signs them. @param agreement One that is under way. */
export function agreementPictures(agreement: string): Picture[] {
  const one = `${AGREEMENTS}/${agreement}`;
  return [
    { name: "console-agreements", officer: "finance", path: AGREEMENTS, height: 760 },
    { name: "console-new-agreement", officer: "finance", path: `${AGREEMENTS}/new`, height: 1100 },
    { name: "console-agreement", officer: "finance", path: one, height: 1250 },
    {
      name: "console-agreement-terms",
      officer: "partner-administrator",
      path: one,
      height: 1000,
      heading: "Terms",
    },
    { name: "console-agreement-dark", officer: "partner-preparer", path: one, height: 1100, scheme: "dark" },
    {
      name: "console-agreement-phone",
      officer: "partner-preparer",
      path: one,
      width: PHONE_WIDTH,
      height: 900,
    },
  ];
}

/** Donor funds, from the side of who allocates them. @param fund One that has given money on. */
export function fundPictures(fund: string): Picture[] {
  return [{ name: "console-fund", officer: "acacia-finance", path: `/console/funds/${fund}`, height: 1100 }];
}

/** The council's room, with the vote that the demonstration leaves open. */
export function councilPictures(): Picture[] {
  const officer = "council-3";
  return [
    { name: "console-council", officer, path: COUNCIL, height: 1150 },
    { name: "console-council-dark", officer, path: COUNCIL, height: 900, scheme: "dark" },
    { name: "console-proposal", officer, path: COUNCIL, height: 1200, show: openProposal },
    { name: "console-new-proposal", officer, path: `${COUNCIL}/new`, height: 1100, show: composeProposal },
  ];
}
