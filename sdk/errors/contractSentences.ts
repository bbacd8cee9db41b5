// SPDX-License-Identifier: Apache-2.0

import { AGREEMENT_SENTENCES } from "./agreementSentences.ts";
import { COUNCIL_SENTENCES } from "./councilSentences.ts";
import { FUND_SENTENCES } from "./fundSentences.ts";
import { PROGRAMME_SENTENCES } from "./programmeSentences.ts";
import type { ContractSentence } from "./sentence.ts";

const TWO_OFFICERS: Readonly<Record<string, ContractSentence>> = {
  DualControl_NotAnAct: [
    "The function {selector} is not something that two officers do together.",
    "Call it directly, or check which act was meant.",
  ],
  DualControl_NotOpen: [
    "There is no open proposal with number {actId}.",
    "List the open proposals: it was approved, withdrawn or never made.",
  ],
  DualControl_OtherActRestated: [
    "Proposal {actId} is not the act that was restated.",
    "Read the proposal again and approve exactly what it says.",
  ],
  DualControl_SameOfficer: [
    "The officer {officer} proposed this act and cannot approve it as well.",
    "Have another officer approve it.",
  ],
  DualControl_TooEarly: [
    "Proposal {actId} waits until {readyAt:time}.",
    "Approve it after that moment; the wait is there so that others can object.",
  ],
  DualControl_Lapsed: ["Proposal {actId} lapsed on {lapsedAt:time}.", "Propose the act again."],
  DualControl_TwoOfficersNeeded: [
    "This act was called directly by {caller}, but it takes two officers.",
    "Propose it with one officer and approve it with another.",
  ],
};

const CONSORTIUM: Readonly<Record<string, ContractSentence>> = {
  Consortium_OnlyCouncil: [
    "Only the council may do this, and {caller} is not the council.",
    "Ask the council.",
  ],
  Consortium_UnknownOrganisation: [
    "There is no organisation {organisation}.",
    "Check the organisation's number.",
  ],
  Consortium_MissingRole: [
    "The address {account} does not hold the role {role:role} in organisation {organisation}.",
    "Act with an officer who holds it, or have the administrator propose the appointment.",
  ],
  Consortium_EmptyName: ["An organisation needs a name.", "Give its public name."],
  Consortium_ZeroAddress: ["An address is missing.", "Give the address of the officer or contract."],
  Consortium_RoleNotGrantable: [
    "The role {role:role} cannot be granted this way.",
    "Choose another role; the council names guardians.",
  ],
  Consortium_RolesExclude: [
    "The officer {officer} holds {held:role}, which must not meet {role:role} in one person.",
    "Appoint another person, or end the other appointment first.",
  ],
  Consortium_NoSuchGrant: [
    "No appointment of {officer} as {role:role} is waiting.",
    "Have the administrator propose it first; it may have been cancelled.",
  ],
  Consortium_GrantWaits: ["The appointment waits until {readyAt:time}.", "Activate it after that moment."],
  Consortium_EndDatePassed: [
    "The end date {until:time} has passed.",
    "Propose the appointment with a later end date.",
  ],
  Consortium_AlreadySuspended: ["Organisation {organisation} is suspended already.", "Nothing needs doing."],
  Consortium_NotSuspended: [
    "Organisation {organisation} is not suspended.",
    "Check the organisation's number; this applies to suspended ones only.",
  ],
  Consortium_TrusteeUnfit: [
    "Organisation {trustee} cannot be the trustee.",
    "Name another organisation that exists and is not suspended.",
  ],
};

const ACCOUNTS: Readonly<Record<string, ContractSentence>> = {
  BeneficiaryAccounts_OnlyCouncil: [
    "Only the council may do this, and {caller} is not the council.",
    "Ask the council.",
  ],
  BeneficiaryAccounts_KeyVersionUnknown: [
    "Key version {keyVersion} is not published.",
    "Ask the council to publish its check value, or use a published version.",
  ],
  BeneficiaryAccounts_KeyVersionTaken: [
    "Key version {keyVersion} has a check value already.",
    "Publish the new key under the next version.",
  ],
  BeneficiaryAccounts_OtherOpeningId: [
    "The next opening is number {next}, not {expected}: somebody else announced one meanwhile.",
    "Run the command again; nothing was changed.",
  ],
  BeneficiaryAccounts_EmptyOpening: ["The opening has no accounts.", "Check the list: no row was accepted."],
  BeneficiaryAccounts_OpeningTooLarge: [
    "The opening has {count} accounts, but only {allowed} may be outstanding.",
    "Push the chunks of earlier openings first, or split the list.",
  ],
  BeneficiaryAccounts_UnknownOpening: ["There is no opening {openingId}.", "Check the opening's number."],
  BeneficiaryAccounts_ChunkNotInOpening: [
    "Chunk {chunk} is not part of the signed opening {openingId}.",
    "Use the file that the custodian signed, unchanged and in the same order.",
  ],
  BeneficiaryAccounts_ChunkAlreadyPushed: [
    "Chunk {chunk} of opening {openingId} is on the chain already.",
    "Nothing needs doing; go on with the other chunks.",
  ],
  BeneficiaryAccounts_ChunkSize: [
    "Chunk {chunk} must have {expected} bytes and has {given}.",
    "Use the file that the custodian signed, unchanged.",
  ],
  BeneficiaryAccounts_EmptyCommitment: [
    "Entry {index} of chunk {chunk} is empty.",
    "Make the opening again from the list; an entry was not computed.",
  ],
  BeneficiaryAccounts_AccountUnfit: [
    "The account {commitment} belongs to organisation {organisation} and is {status:accountStatus}, which does not fit.",
    "Check that the account is your organisation's and in the state that this act needs.",
  ],
  BeneficiaryAccounts_CommitmentTaken: [
    "The commitment {commitment} is account {number} already.",
    "Check whether the two entries are one household; if so, close one account instead.",
  ],
};

const OTHERS: Readonly<Record<string, ContractSentence>> = {
  Programme_EtherNotAccepted: [
    "A programme does not take ether; it pays in its own asset.",
    "Send the same call without ether.",
  ],
  Programme_SettingsInvalid: [
    "The programme's {field:text} is missing or out of bounds.",
    "Correct it and create the programme again.",
  ],
  DocumentRegistry_NotAnOfficer: [
    "The address {account} is no officer of organisation {organisation}.",
    "Record the document with one of its officers.",
  ],
  DocumentRegistry_EmptyHash: ["The document's hash is empty.", "Give the file itself or its hash."],
  DocumentRegistry_AlreadyRecorded: [
    "Organisation {organisation} has recorded this document already.",
    "Nothing needs doing; the first record stays.",
  ],
  CurrencyUnit_FundingInvalid: [
    "The funding's {field:text} is missing or does not fit.",
    "Correct the funding and propose the issue again.",
  ],
  CurrencyUnit_DocumentUsed: [
    "Units were issued against this funding document before.",
    "Check whether the funding is issued already; a second funding has a document of its own.",
  ],
  CurrencyUnit_ReferenceUsed: [
    "The payment reference {paymentReference:text} was used before.",
    "Give each bank payment a reference of its own.",
  ],
  CurrencyUnit_NothingRetired: [
    "Nothing is retired under the reference {paymentReference:text}.",
    "Check the reference; the payment may be final or given back already.",
  ],
};

const REPORT = "Nothing was changed; report it with what you did.";

/** Errors of the libraries that the contracts are built on. */
const LIBRARIES: Readonly<Record<string, ContractSentence>> = {
  ERC20InsufficientBalance: [
    "{sender} holds {balance} and {needed} is needed.",
    "Bring in the missing amount first.",
  ],
  ERC20InsufficientAllowance: [
    "{spender} may take {allowance} and {needed} is needed.",
    "Approve the amount to the programme first.",
  ],
  ERC2612InvalidSigner: [
    "The signed approval is by {signer}, or for something else, and not by {owner}.",
    "Sign the approval anew with the account that pays, or approve the amount by a transaction.",
  ],
  ERC2612ExpiredSignature: [
    "The signed approval ended on {deadline:time}.",
    "Sign it anew, or approve the amount by a transaction.",
  ],
  ERC20InvalidSender: ["Tokens cannot come from {sender}.", "Check the address."],
  ERC20InvalidReceiver: ["Tokens cannot go to {receiver}.", "Check the address."],
  ERC20InvalidApprover: ["{approver} cannot approve tokens.", "Check the address."],
  ERC20InvalidSpender: ["Tokens cannot be approved to {spender}.", "Check the address."],
  SafeERC20FailedOperation: [
    "The token {token} refused the transfer.",
    "Look at the token's own rules, such as a block list.",
  ],
  SafeCastOverflowedUintDowncast: ["The number {value} is too large.", "Check the amount."],
  ReentrancyGuardReentrantCall: [
    "A token tried to call back in the middle of a payment.",
    "Do not use this token.",
  ],
  AccessControlUnauthorizedAccount: [
    "The address {account} does not hold the role that this needs.",
    "Act with an officer who holds it.",
  ],
  AccessControlBadConfirmation: [
    "A role can only be given up by its holder.",
    "Have the administrator remove the officer.",
  ],
  AddressEmptyCode: ["There is no contract at {target}.", "Check the address and the chain."],
  FailedCall: ["A call inside the contract failed without a reason.", REPORT],
  InsufficientBalance: ["{balance} is there and {needed} is needed.", "Bring in the missing amount first."],
  InvalidInitialization: ["The contract was set up already.", REPORT],
  NotInitializing: ["The contract is not being set up.", REPORT],
  InvalidShortString: ["A short text of the contract is damaged.", REPORT],
  StringTooLong: ["The text {str} is too long.", "Give a shorter text."],
};

/** Sentences for every custom error of the contracts, by its name. */
export const CONTRACT_SENTENCES: Readonly<Record<string, ContractSentence>> = {
  ...TWO_OFFICERS,
  ...CONSORTIUM,
  ...COUNCIL_SENTENCES,
  ...ACCOUNTS,
  ...PROGRAMME_SENTENCES,
  ...FUND_SENTENCES,
  ...AGREEMENT_SENTENCES,
  ...OTHERS,
  ...LIBRARIES,
};
