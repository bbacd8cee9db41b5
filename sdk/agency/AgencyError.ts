// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";

/** Errors of an agency's work. A number is never reused for something else; words in braces are filled in. */
const AGENCY_ERRORS = {
  noSuchCycle: [
    "AGENCY-101",
    "There is no cycle {cycle} in this programme.",
    "Choose one of the cycles that the programme has.",
  ],
  noSuchAct: [
    "AGENCY-102",
    "There is no open proposal {act} on this contract.",
    "Look at the open proposals; it was approved, withdrawn, or stands on another contract.",
  ],
  noSuchShop: [
    "AGENCY-103",
    "There is no shop {shop} in this programme.",
    "Choose one of the shops that the programme has.",
  ],
  noSuchSettlement: [
    "AGENCY-104",
    "There is no settlement {settlement} in this programme.",
    "Choose one of the settlements that the programme has.",
  ],
  noSuchTerminal: [
    "AGENCY-105",
    "No shop of this programme ever had this terminal.",
    "Check the address, or look it up among the terminals of the shop.",
  ],
  noSuchAgreement: [
    "AGENCY-106",
    "The consortium has no agreement at this address.",
    "Open the agreement from the list, or check that the address was copied in full.",
  ],
  noAgreements: [
    "AGENCY-107",
    "The contracts on this chain are from before there were agreements.",
    "Ask whoever deployed them; agreements need a newer deployment.",
  ],
  noSuchFund: [
    "AGENCY-108",
    "The consortium has no donor fund at this address.",
    "Open the fund from the list, or check that the address was copied in full.",
  ],
  noFunds: [
    "AGENCY-109",
    "The contracts on this chain are from before there were donor funds.",
    "Ask whoever deployed them; donor funds need a newer deployment.",
  ],
  otherList: [
    "AGENCY-201",
    "The list at hand is not the one that was prepared: {field} differs.",
    "Do not sign; ask the preparer for the list, or return the cycle.",
  ],
  listNotLoaded: [
    "AGENCY-202",
    "The list of cycle {cycle} is not loaded in full, and refunds and corrections need it.",
    "Give the committed list, or wait until the list is loaded.",
  ],
  badCode: [
    "AGENCY-301",
    "The code does not fit: it has 1 to 31 plain letters, digits or dashes.",
    "Write a short code such as WRONG-AMOUNT, without accents.",
  ],
  nothingChosen: [
    "AGENCY-302",
    "No household account was chosen.",
    "Choose at least one account and try again.",
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

export type AgencyErrorName = keyof typeof AGENCY_ERRORS;

/** Something that an officer asked for is not there or does not fit. */
export class AgencyError extends AnnonaError {
  override readonly name: string = "AgencyError";

  constructor(
    name: AgencyErrorName,
    facts: Readonly<Record<string, string | number>> = {},
    details?: string,
  ) {
    const [code, summary, next] = AGENCY_ERRORS[name];
    super({ code, summary: fill(summary, facts), next, ...(details === undefined ? {} : { details }) });
  }
}

function fill(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));
}
