// SPDX-License-Identifier: Apache-2.0
import { AnnonaError } from "#sdk/errors/index.ts";

/** What the command returns to the shell. */
export const EXIT = { done: 0, refused: 1, usage: 2, connection: 3 } as const;

/**
 * Errors of the command line; words in braces are filled in. A number is never reused for something else: 305, 306, 308, 404 and 408 are
 * gone, AGENCY-101, 102, 103, 201 and 202 say the same wherever it is met.
 */
const CLI_ERRORS = {
  badOption: ["CLI-101", "{option} is {value}, which does not fit.", "Give {wanted}."],
  optionMissing: ["CLI-102", "{option} is missing.", "Give {wanted}."],
  fileMissing: [
    "CLI-103",
    "The file {file} cannot be read.",
    "Check the path; it is taken from the folder you are in.",
  ],
  noKeys: [
    "CLI-201",
    "There is no key for {name}.",
    "Name a key file with --keys that has it, or put the key into ANNONA_PRIVATE_KEY.",
  ],
  badKeyFile: [
    "CLI-202",
    "The key file {file} is not usable.",
    "Give a JSON file with a list of keys: name and privateKey.",
  ],
  keyTaken: ["CLI-203", "The key file has a key named {name} already.", "Choose another name."],
  noConsortiumKey: [
    "CLI-204",
    "The consortium key is not at hand.",
    "Name its file with --consortium-key, or put the path into ANNONA_CONSORTIUM_KEY.",
  ],
  badConsortiumKey: [
    "CLI-205",
    "The consortium key file does not hold 32 bytes in hex.",
    "Load the file that the consortium handed out.",
  ],
  keyNotPublished: [
    "CLI-206",
    "Version {version} of the consortium key is not published on this chain.",
    "Ask the council to publish its check value, or name another version with --key-version.",
  ],
  noConnection: [
    "CLI-301",
    "The chain at {url} does not answer.",
    "Start it (npm start), or give its address with --rpc.",
  ],
  noSuchProgramme: ["CLI-302", 'There is no programme "{name}".', "Choose one of: {known}."],
  programmeUnclear: ["CLI-303", "There is more than one programme.", "Choose one with --programme: {known}."],
  noProgramme: ["CLI-304", "There is no programme on this chain yet.", "Have an administrator create one."],
  otherAct: [
    "CLI-307",
    "Proposal {act} is about {found}, not about {wanted}.",
    "Check the number with: annona acts show {act}.",
  ],
  listHasProblems: [
    "CLI-401",
    "{problems} problems stand in the list, {accepted} of {rows} rows are good.",
    "Correct the rows named and run it again, or leave them out with --leave-out-problems.",
  ],
  folderNotEmpty: [
    "CLI-402",
    "The folder {folder} has files already.",
    "Choose a new folder, so that no list is overwritten.",
  ],
  badCommitment: [
    "CLI-403",
    "The folder {folder} does not hold a committed list.",
    "Name the folder that annona list commit wrote, unchanged.",
  ],
  otherPlace: [
    "CLI-405",
    "The list in {folder} was committed for {place}.",
    "Choose that cycle, or commit the list again for this one.",
  ],
  openingUnfit: [
    "CLI-406",
    "{problems} identifiers in the list are not usable.",
    "Correct the rows named and run it again, or leave them out with --leave-out-problems.",
  ],
  receiptsUnreadable: [
    "CLI-407",
    "{problems} receipts in the file are not usable.",
    "Correct the rows named; nothing was sent.",
  ],
  noSuchFund: ["CLI-309", 'There is no donor fund "{name}".', "Choose one of: {known}."],
  noSuchRecipient: [
    "CLI-310",
    'The fund {fund} can pay no programme and no agreement "{name}".',
    "Choose one that is funded in the same money: {known}.",
  ],
  noSuchOrganisation: [
    "CLI-311",
    'There is no organisation "{name}" in the consortium.',
    "Choose one by name or number: {known}.",
  ],
  noSuchDispute: ["CLI-312", "No dispute of {name} waits for the council.", "Those that wait: {known}."],
  noClosedRecipient: [
    "CLI-313",
    'The fund {fund} keeps no earmarked money for a closed programme or agreement "{name}".',
    "Earmarks are released when their recipient is closed; those that are: {known}.",
  ],
  changeRefused: [
    "CLI-412",
    "The council's own rules do not allow this change. {fault}",
    "Choose other members or numbers; council list tells those of now.",
  ],
  badDraft: [
    "CLI-413",
    "The file {file} is no draft for this council.",
    "Name the file that --add-to wrote on this chain, or a new one.",
  ],
  notEnoughTokens: [
    "CLI-409",
    "{payer} has {held} of the {needed} that the contributions take.",
    "Bring the tokens there first; on a demonstration --mint makes them.",
  ],
  otherContributions: [
    "CLI-410",
    "Contribution {number} of {payer} in this fund is not the one that the file has at that place.",
    "Replay the same file into the fund that it was begun in, or another file into a fund of its own.",
  ],
  contributionRefused: [
    "CLI-411",
    "A contribution was refused by the ledger; {done} of {all} stand.",
    "Run the same command again: it goes on from there.",
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

export type CliErrorName = keyof typeof CLI_ERRORS;

/** Exit codes that are not {@link EXIT}.refused. */
const EXIT_CODES: Partial<Record<CliErrorName, number>> = {
  badOption: EXIT.usage,
  optionMissing: EXIT.usage,
  fileMissing: EXIT.usage,
  noKeys: EXIT.usage,
  badKeyFile: EXIT.usage,
  noConsortiumKey: EXIT.usage,
  badConsortiumKey: EXIT.usage,
  noSuchProgramme: EXIT.usage,
  programmeUnclear: EXIT.usage,
  noSuchFund: EXIT.usage,
  noSuchOrganisation: EXIT.usage,
  noConnection: EXIT.connection,
};

/** The command line was not used rightly, or something on this machine is missing. */
export class CliError extends AnnonaError {
  override readonly name: string = "CliError";
  readonly exitCode: number;

  constructor(name: CliErrorName, facts: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    const [code, summary, next] = CLI_ERRORS[name];
    super({ code, summary: fill(summary, facts), next: fill(next, facts), cause });
    this.exitCode = EXIT_CODES[name] ?? EXIT.refused;
  }
}

function fill(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));
}
