// SPDX-License-Identifier: Apache-2.0

import { OfficeError } from "#sdk/office/index.ts";

type Entry = readonly [code: string, summary: string, next: string, status: number];

/**
 * Every refusal of the office server with its HTTP status. A code is never reused for something else; words in braces are filled in.
 * 1xx signing in, 2xx the request and its rights, 3xx the state of things, 4xx what is not there, 5xx the server and its surroundings,
 * 6xx jobs of the relayer, 7xx backup, 8xx starting, 9xx cards.
 */
const ERRORS = {
  notSignedIn: ["OFFICE-101", "Nobody is signed in, or the session has ended.", "Sign in again.", 401],
  noLongerOfficer: [
    "OFFICE-102",
    "This account has no role in this organisation any more, so the session has ended.",
    "Ask the organisation's administrator if this is a surprise.",
    401,
  ],
  badNonce: [
    "OFFICE-103",
    "The sign-in took too long, or was used before.",
    "Sign in again; each message that you sign is good once and for a few minutes.",
    403,
  ],
  badMessage: [
    "OFFICE-104",
    "The text that was signed is not a sign-in of this site: {field}.",
    "Reload the page and sign in again.",
    400,
  ],
  otherSite: [
    "OFFICE-105",
    "The sign-in was made for another site.",
    "Do not sign in anywhere but in your organisation's own console; tell your administrator where you were asked.",
    403,
  ],
  otherChain: [
    "OFFICE-106",
    "The sign-in was made for another network than this office works on.",
    "Switch your wallet to the network of this console and sign in again.",
    403,
  ],
  badSignature: [
    "OFFICE-107",
    "The signature does not belong to this account.",
    "Choose the account in your wallet and sign in again.",
    403,
  ],
  noRole: [
    "OFFICE-109",
    "This account has no role in this organisation.",
    "Connect the account that your administrator appointed, or ask them to appoint this one.",
    403,
  ],
  wrongRole: ["OFFICE-201", "This needs the role {roles}.", "Ask an officer with that role to do it.", 403],
  notForTerminals: ["OFFICE-202", "A terminal may not do this.", "Sign in as an officer.", 403],
  foreignOrigin: [
    "OFFICE-203",
    "This site may not speak to the office.",
    "Open your organisation's own console; whoever runs the server can allow a further address with --origins.",
    403,
  ],
  invalid: ["OFFICE-204", "The request is not valid: {field}.", "Correct that and try again.", 400],
  tooLarge: [
    "OFFICE-205",
    "The request is larger than the {megabytes} MB that this takes.",
    "Send less at once.",
    413,
  ],
  tooMany: [
    "OFFICE-206",
    "Too many requests came from here in a short time.",
    "Wait {seconds} seconds and go on.",
    429,
  ],
  unknownPath: ["OFFICE-207", "There is nothing at this address.", "Reload the page.", 404],
  noVersion: [
    "OFFICE-208",
    "The change does not say which version it is of.",
    "Give the version that you have read in the header If-Match.",
    428,
  ],
  notJson: ["OFFICE-209", "The request is not JSON.", "Send JSON with its content type.", 415],
  otherProgramme: [
    "OFFICE-210",
    "This organisation has no programme with this address.",
    "Choose one of the organisation's programmes.",
    404,
  ],
  notForParties: [
    "OFFICE-211",
    "This is for officers of this organisation; this account is a party to its agreements.",
    "Go on with the agreements; for anything else ask an officer of the organisation.",
    403,
  ],
  otherAgreement: [
    "OFFICE-212",
    "This organisation has no agreement at this address that this account is a party to.",
    "Open the agreement from the list, with the account that its terms or its partner's administrator name.",
    404,
  ],
  notForReaders: [
    "OFFICE-213",
    "This account may read the files of this agreement, but not add any.",
    "Ask a Preparer or Administrator of the partner, a monitor, the arbiter, or an officer of the agency.",
    403,
  ],
  stale: [
    "OFFICE-301",
    "Somebody changed this since you opened it.",
    "Reload to see the change, then make yours again.",
    412,
  ],
  draftIsOver: [
    "OFFICE-302",
    "The draft is {state} and is not changed any more.",
    "Restore a discarded draft first; of a prepared one, begin a new draft.",
    409,
  ],
  notDiscarded: [
    "OFFICE-303",
    "The draft is not discarded.",
    "Reload the drafts; it was restored already.",
    409,
  ],
  requestIsOver: [
    "OFFICE-304",
    "A request that is {state} does not become {next}.",
    "Reload the requests to see how it stands.",
    409,
  ],
  otherList: [
    "OFFICE-305",
    "The list is not the one that its facts describe: {field} differs.",
    "Prepare the list again from its file.",
    422,
  ],
  listIsPrepared: [
    "OFFICE-306",
    "The ledger has another list for cycle {cycle}.",
    "Prepare the list again for the next cycle number.",
    409,
  ],
  badRows: ["OFFICE-307", "Line {line} of the rows {fault}.", "Prepare the rows again from their file.", 422],
  otherDocument: [
    "OFFICE-308",
    "The document is not the one of this hash.",
    "Choose the file again; it was changed since its hash was worked out.",
    422,
  ],
  noOpening: [
    "OFFICE-309",
    "A request is announced with the number of its opening.",
    "Give the number of the opening that is on the ledger.",
    400,
  ],
  tooManyFiles: [
    "OFFICE-310",
    "This agreement has its {files} files or {megabytes} MB already.",
    "Put several documents into one file, or ask whoever runs the office server.",
    409,
  ],
  statementRefused: [
    "OFFICE-311",
    "The ledger would not take this signed verification.",
    "Reload the agreement: it was submitted again, you have verified it already, or its terms do not name you as a monitor.",
    409,
  ],
  noDraft: ["OFFICE-401", "There is no such draft.", "Reload the drafts.", 404],
  noList: [
    "OFFICE-402",
    "The office does not have the list of this cycle.",
    "Ask the preparer to store it again from the file of the committed list.",
    404,
  ],
  noRequest: ["OFFICE-403", "There is no such request.", "Reload the requests.", 404],
  noMapping: ["OFFICE-404", "There is no saved mapping with this name.", "Reload the mappings.", 404],
  noException: ["OFFICE-405", "There is no such exception.", "Reload the exceptions.", 404],
  noCard: [
    "OFFICE-406",
    "This household has no card.",
    "Have the custodian issue one, or recognise the household by a document.",
    404,
  ],
  noDocument: [
    "OFFICE-407",
    "The office does not have this document.",
    "Ask the officer who recorded it to store it here.",
    404,
  ],
  noPage: ["OFFICE-409", "The household map has no such page yet.", "Save its households first.", 404],
  noEnvelope: [
    "OFFICE-410",
    "The office has no key envelope yet.",
    "Have the administrator set it up on the Office page.",
    404,
  ],
  noPart: ["OFFICE-411", "Nothing was stored for this draft yet.", "Choose the file again.", 404],
  noFile: [
    "OFFICE-412",
    "The office does not have this file.",
    "Ask whoever submitted it for the file, and compare its fingerprint yourself.",
    404,
  ],
  noAgreementDraft: ["OFFICE-413", "There is no such draft of an agreement.", "Reload the drafts.", 404],
  unforeseen: [
    "OFFICE-501",
    "The office server failed for a cause that was not foreseen.",
    "Try again; if it stays, tell whoever runs the server.",
    500,
  ],
  noNode: [
    "OFFICE-502",
    "The office server cannot read the ledger.",
    "Try again in a moment; if it stays, tell whoever runs the server.",
    503,
  ],
  noStorage: [
    "OFFICE-503",
    "The place where the office keeps files does not answer as it should.",
    "Try again in a minute; if it lasts, tell whoever runs the server to look at its storage.",
    503,
  ],
  fileDamaged: [
    "OFFICE-504",
    "The file in the office's storage is not the one that was put there.",
    "Do not use it; tell whoever runs the server, and ask for the file from whoever submitted it.",
    500,
  ],
  wrongSetting: [
    "OFFICE-801",
    "The office server cannot start: {problem}.",
    "Correct the setting; --help lists them all.",
    500,
  ],
  otherDeployment: [
    "OFFICE-802",
    "The node serves chain {chain}, but the deployment file is for chain {expected}.",
    "Give the address of a node of that chain, or the deployment file of this one.",
    500,
  ],
  portTaken: [
    "OFFICE-803",
    "Port {port} is taken by another program.",
    "Choose another port with --port, or stop the program that uses it.",
    500,
  ],
  portClosed: [
    "OFFICE-804",
    "Port {port} cannot be opened ({cause}).",
    "Choose another port with --port, or an address of this machine with --host.",
    500,
  ],
  noOrganisation: [
    "OFFICE-805",
    "The consortium has no organisation {organisation}.",
    "Give the number that the organisation got when it was admitted.",
    500,
  ],
  foreignDatabase: [
    "OFFICE-811",
    "The database holds tables that are not an office of Annona.",
    "Name a database or file of its own for the office server.",
    500,
  ],
  otherOffice: [
    "OFFICE-812",
    "The database is of another organisation, or of another chain.",
    "Name the database of this organisation's office; nothing was changed in this one.",
    500,
  ],
  newerDatabase: [
    "OFFICE-813",
    "The database was written by a newer version of the office server.",
    "Start the newest version that was used with it.",
    500,
  ],
  wrongPin: [
    "OFFICE-901",
    "The PIN is wrong.",
    "Try again; {left} more wrong PINs in a row lock the card for a while.",
    403,
  ],
  cardIsLocked: [
    "OFFICE-902",
    "The card is locked after too many wrong PINs.",
    "Try again in {minutes} minutes, or recognise the household by a document.",
    423,
  ],
  cardIsBlocked: [
    "OFFICE-903",
    "The card was reported lost and is blocked.",
    "Keep the card, and have the custodian issue a new one to the household.",
    403,
  ],
  cardIsReplaced: [
    "OFFICE-904",
    "The household has got another card in place of this one.",
    "Ask for the newer card.",
    403,
  ],
  cardTwice: [
    "OFFICE-905",
    "The same household stands twice among the cards to issue.",
    "Issue one card for each household.",
    400,
  ],
} as const satisfies Record<string, Entry>;

export type OfficeErrorName = keyof typeof ERRORS;

export type Facts = Readonly<Record<string, string | number>>;

/** @param retryAfter Seconds after which it makes sense to try again. */
export function officeError(
  name: OfficeErrorName,
  facts: Facts = {},
  more: { readonly cause?: unknown; readonly retryAfter?: number } = {},
): OfficeError {
  const [code, summary, next, status] = ERRORS[name];
  return new OfficeError({ code, summary: fill(summary, facts), next: fill(next, facts), status, ...more });
}

function fill(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));
}
