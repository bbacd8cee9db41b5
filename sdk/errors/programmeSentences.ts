// SPDX-License-Identifier: Apache-2.0

import { PAUSE_SENTENCES } from "./pauseSentences.ts";
import type { ContractSentence } from "./sentence.ts";

const BUDGET: Readonly<Record<string, ContractSentence>> = {
  Budget_SourceNotRecorded: [
    "The source {source} is not recorded.",
    "Have two officers record the source first; money goes back to recorded sources only.",
  ],
  Budget_ZeroAmount: ["The amount is zero.", "Give an amount above zero."],
  Budget_AmountDiffers: [
    "{received} arrived where {expected} was sent: the token keeps a part or misbehaves.",
    "Use a token that takes no fee.",
  ],
  Budget_NotEnoughFree: [
    "{needed} is needed and {free} is free.",
    "Fund the programme, or close or reduce a cycle that is over.",
  ],
  Budget_NotEnoughFees: [
    "{needed} is needed for commission and {fees} is set aside.",
    "Raise the fee reserve first.",
  ],
};

const CYCLES: Readonly<Record<string, ContractSentence>> = {
  Cycles_OtherCycleId: [
    "The next cycle is number {next}, not {expected}: another was prepared meanwhile.",
    "Commit the list again for cycle {next}; nothing was changed.",
  ],
  Cycles_TermsInvalid: [
    "The cycle's {field:text} is missing or out of order.",
    "Correct it and prepare the cycle again.",
  ],
  Cycles_RegistryDiffers: [
    "The account registry at checkpoint {checkpoint} is not the one that the list was built on.",
    "Commit the list again, so that it names the accounts as they are now.",
  ],
  Cycles_WrongState: [
    "Cycle {cycle} is {state:cycleState}; this step does not fit.",
    "Look at the cycle's state and take its next step.",
  ],
  Cycles_OtherTermsRestated: [
    "The terms of cycle {cycle} are not the ones that were restated.",
    "Compare the list and control sheet with what was prepared; approve only if they agree.",
  ],
  Cycles_PreparerCannotApprove: [
    "The officer {officer} prepared cycle {cycle} and cannot approve or release it.",
    "Have another officer do it.",
  ],
  Cycles_ApprovedAlready: [
    "The officer {officer} has approved cycle {cycle} already.",
    "Another approver is needed, not the same again.",
  ],
  Cycles_ApprovalsMissing: [
    "Cycle {cycle} has {approvals} approvals, and together with other cycles of these 30 days it needs {needed}.",
    "Have another approver approve it, then release it.",
  ],
  Cycles_AboveAllBands: [
    "{amount} within 30 days is more than any band allows.",
    "Split nothing: have two officers change the bands, or wait until earlier approvals are 30 days old.",
  ],
  Cycles_NoFreeBank: [
    "All banks hold cycles that are not closed.",
    "Close a cycle whose grace period is over.",
  ],
  Cycles_Expired: ["Cycle {cycle} expired on {expiresAt:time}.", "Extend it, or prepare a new cycle."],
  Cycles_AlreadyOpen: [
    "Cycle {cycle} has been open since {opensAt:time}.",
    "Stop or reduce it instead; only a cycle that is not open yet can be cancelled.",
  ],
  Cycles_NotOpenYet: [
    "Cycle {cycle} opens on {opensAt:time}.",
    "Cancel it instead, or wait until it is open.",
  ],
  Cycles_GraceNotOver: [
    "Late receipts of cycle {cycle} count until {graceEndsAt:time}.",
    "Close the cycle after that moment.",
  ],
  Cycles_ChunkNotInList: [
    "Chunk {chunk} is not part of the approved list of cycle {cycle}.",
    "Use the list that was approved, unchanged.",
  ],
  Cycles_ChunkAlreadyLoaded: [
    "Chunk {chunk} of cycle {cycle} is loaded already.",
    "Nothing needs doing; go on with the others.",
  ],
  Cycles_PayloadLength: [
    "A chunk has {length} bytes; it must hold whole entries of 8 bytes, from 1 to 256.",
    "Use the list that was approved, unchanged.",
  ],
  Cycles_EntryInvalid: [
    "Entry {index} of the chunk is zero or stands out of order.",
    "The approved list itself is damaged: stop the cycle and prepare a right one.",
  ],
  Cycles_TotalExceeded: [
    "Loading would bring cycle {cycle} to {loaded}, above its approved total of {total}.",
    "The list and its stated total disagree: stop the cycle and prepare a right one.",
  ],
  Cycles_TimesInvalid: [
    "Expiry {expiresAt:time} and end of grace {graceEndsAt:time} do not follow each other or are earlier than before.",
    "Give a later expiry and an end of grace after it.",
  ],
  Cycles_TotalInvalid: [
    "Cycle {cycle} has {loaded} loaded of {total}; the new total does not fit between.",
    "Give a total from the loaded amount up to the present total.",
  ],
  Cycles_BandsInvalid: [
    "Band {index} is not above the one before it, or needs no approver.",
    "Give bands in ascending order.",
  ],
};

const SHOPS: Readonly<Record<string, ContractSentence>> = {
  Shops_UnknownShop: ["There is no shop {shop}.", "Check the shop's number."],
  Shops_ShopNotActive: [
    "Shop {shop} is not active.",
    "Have two officers change its terms, or choose another shop.",
  ],
  Shops_TermsInvalid: [
    "The shop's {field:text} is missing or out of bounds.",
    "Correct it and propose again.",
  ],
  Shops_PayoutInvalid: [
    "The payout does not fit its mode.",
    "Give an address for token payout, or a bank reference for bank payout, and nothing else.",
  ],
  Shops_LimitAboveShop: [
    "The limit {limit} is above the shop's limit of {allowed} a terminal.",
    "Choose a lower limit.",
  ],
  Shops_TerminalKnown: [
    "The key {terminal} was a terminal before.",
    "Make a new key: a new terminal needs one.",
  ],
  Shops_TerminalNotActive: [
    "The terminal {terminal} is {status:terminalStatus}.",
    "Authorise a terminal with a new key.",
  ],
};

const REDEMPTIONS: Readonly<Record<string, ContractSentence>> = {
  Redemptions_BatchSize: [
    "The batch has {bytesGiven} bytes; it must hold whole receipts, from 1 to {mostItems}.",
    "Split the receipts into smaller batches.",
  ],
  Redemptions_TerminalNotActive: [
    "The terminal {terminal} is not active.",
    "Authorise a terminal with a new key; receipts of a revoked one are re-entered by two officers.",
  ],
  Redemptions_Gap: [
    "The next receipt of terminal {terminal} is number {nextNumber}, and the batch begins with {firstNumber}.",
    "Send the receipts in between first.",
  ],
  Redemptions_SignatureInvalid: [
    "The batch is not signed by terminal {terminal}.",
    "Sign it with the terminal's own key, for this programme and chain.",
  ],
  Redemptions_ExtractNotInList: [
    "Chunk {chunk} is not part of the approved list of cycle {cycle}.",
    "Take the chunk from the list that was approved.",
  ],
  Redemptions_HoldTooLong: ["A hold until {until:time} is too long.", "Hold until {latest:time} at most."],
  Corrections_CorrectedAlready: [
    "Receipt {number} of terminal {terminal} was corrected already.",
    "A receipt is corrected once; look at what was decided.",
  ],
  Corrections_Unfit: [
    "Receipt {number} of terminal {terminal} is not in the state for {kind:correctionKind}.",
    "Look whether the receipt was credited or rejected, and choose the kind that fits.",
  ],
  Corrections_NotEnoughLeft: [
    "Account {account} has {left} left in cycle {cycle}, and {amount} is asked.",
    "Correct the amount, or refuse the receipt.",
  ],
  Corrections_AboveList: [
    "Account {account} was listed with {listed} in cycle {cycle}; {amount} would exceed it.",
    "Correct the amount.",
  ],
  Corrections_AboveOwed: [
    "Shop {shop} is owed {owed} in cycle {cycle}, and {amount} would be taken back.",
    "Reverse no more than what is not settled yet.",
  ],
  Corrections_AboveSales: [
    "Terminal {terminal} sold {sold} in cycle {cycle}, and {amount} would be taken back.",
    "Check the receipt and the amount.",
  ],
};

const SETTLEMENTS: Readonly<Record<string, ContractSentence>> = {
  Settlements_OtherSettlementId: [
    "The next settlement is number {next}, not {expected}.",
    "Prepare it again; another settlement was made meanwhile.",
  ],
  Settlements_NothingToPay: ["Nothing is left to pay.", "Check the shop and the cycle."],
  Settlements_AboveOwed: [
    "Shop {shop} is owed {owed} in cycle {cycle}, and {amount} is to be settled.",
    "Settle at most what is owed.",
  ],
  Settlements_WithholdingAboveAmount: [
    "{withholding} is withheld of {amount}.",
    "Withhold no more than the amount.",
  ],
  Settlements_CommissionDiffers: [
    "The commission is {expected} by the shop's terms, and {given} was stated.",
    "Prepare the settlement again with the right commission.",
  ],
  Settlements_PayoutDiffers: [
    "The payout of shop {shop} is not the one that the settlement names.",
    "Find out why it was changed, then prepare the settlement again.",
  ],
  Settlements_StatementNotRecorded: [
    "The statement {statement} is not recorded by the organisation.",
    "Record the reconciliation statement first.",
  ],
  Settlements_MarkInvalid: [
    "Receipt {number} of terminal {terminal} is not on the chain, or the terminal is another shop's.",
    "Send the missing receipts, or correct the last receipt number.",
  ],
  Settlements_WrongState: [
    "Settlement {settlementId} is {state:settlementState}; this step does not fit.",
    "Look at the settlement's state and take its next step.",
  ],
  Settlements_EndToEndIdMissing: [
    "A bank settlement needs a reference.",
    "Give the end-to-end reference that the bank carries.",
  ],
};

/** Sentences for the errors of programmes. */
export const PROGRAMME_SENTENCES: Readonly<Record<string, ContractSentence>> = {
  ...BUDGET,
  ...CYCLES,
  ...SHOPS,
  ...REDEMPTIONS,
  ...SETTLEMENTS,
  ...PAUSE_SENTENCES,
};
