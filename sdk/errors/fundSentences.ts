// SPDX-License-Identifier: Apache-2.0

import type { ContractSentence } from "./sentence.ts";

/** Refusals of donor funds. */
export const FUND_SENTENCES: Readonly<Record<string, ContractSentence>> = {
  DonorFund_SettingsInvalid: [
    "The fund's {field:text} is missing or out of bounds.",
    "Correct it and create the fund again.",
  ],
  DonorFund_ZeroAmount: ["The amount is zero.", "Give an amount above zero."],
  DonorFund_RecipientUnknown: [
    "The address {recipient} is no programme and no agreement of the consortium.",
    "Choose a programme or an agreement from the list; a fund pays nobody else.",
  ],
  DonorFund_OtherAsset: [
    "The recipient {recipient} is funded in the asset {asset}, not in the fund's.",
    "Use a fund that holds this asset.",
  ],
  DonorFund_AmountDiffers: [
    "{moved} of {expected} moved: the token keeps a part or misbehaves.",
    "Use a token that takes no fee.",
  ],
  DonorFund_OrganisationSuspended: [
    "Organisation {organisation}, which keeps this fund, is suspended.",
    "Give to another fund, or wait until the council has reinstated it.",
  ],
  DonorFund_TakesNoEther: [
    "This fund holds the asset {asset} and takes no ether.",
    "Contribute that asset, or ether to a fund of wrapped ether.",
  ],
  DonorFund_EtherNotInSteps: [
    "{sent} wei were sent; ether comes in steps of {step} wei.",
    "Round the amount to six decimals.",
  ],
  DonorFund_OtherAllocationId: [
    "The next allocation is number {next}, not {expected}: another was made meanwhile.",
    "Look whether it was this one; if not, propose it again.",
  ],
  DonorFund_NotEnough: [
    "{needed} is needed and {available} can go to this recipient.",
    "Allocate less; money that is earmarked for others stays theirs.",
  ],
  DonorFund_ReturnsNotBooked: [
    "{amount} that {recipient} gave back is not booked yet.",
    "Book its returns first; anybody can.",
  ],
  DonorFund_NothingToBook: ["Nothing that {recipient} gave back waits.", "Nothing needs doing."],
  DonorFund_NotEnoughUnattributed: [
    "{needed} was to be accepted and {unattributed} came unasked.",
    "Accept what is there at most.",
  ],
  DonorFund_RecipientOpen: [
    "The recipient {recipient} is not closed, so its earmarks stand.",
    "Allocate the money to it, or wait until it is closed.",
  ],
  DonorFund_NothingEarmarked: ["Nothing is earmarked for {recipient} any more.", "Nothing needs doing."],
};
