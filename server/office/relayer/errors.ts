// SPDX-License-Identifier: Apache-2.0

import { OfficeError } from "#sdk/office/OfficeError.ts";

/** What keeps the relayer from a job. A number is never reused for something else; words in braces are filled in. */
const JOB_ERRORS = {
  noRelayer: [
    503,
    "OFFICE-601",
    "This office has no relayer.",
    "Push from the command line, or have the office server started with a relayer key.",
  ],
  noSuchJob: [404, "OFFICE-602", "The relayer has no such job.", "Look at the list of jobs."],
  otherProgramme: [
    409,
    "OFFICE-603",
    "The relayer works only for programmes of its own organisation.",
    "Check the programme, or ask the relayer of the organisation that runs it.",
  ],
  noList: [
    409,
    "OFFICE-604",
    "The office does not have the list of cycle {cycle}.",
    "Have the preparer send the committed list to the office.",
  ],
  otherList: [
    409,
    "OFFICE-605",
    "The list that the office has is not the one that cycle {cycle} has on the ledger.",
    "Have the preparer send the list that was prepared; nothing was loaded.",
  ],
  notApproved: [
    409,
    "OFFICE-606",
    "Cycle {cycle} cannot be loaded: on the ledger it is {state}.",
    "Load it when it is approved and, where that is needed, released.",
  ],
  noRequest: [
    404,
    "OFFICE-607",
    "There is no such request to the custodian.",
    "Look at the list of requests.",
  ],
  notAnnounced: [
    409,
    "OFFICE-608",
    "No custodian has announced the opening of these accounts on the ledger yet.",
    "Have a custodian sign it, then start the job again.",
  ],
  notSigned: [
    400,
    "OFFICE-609",
    "A batch of receipts does not bear its terminal's signature.",
    "Have the terminal sign it again for this programme; nothing was sent.",
  ],
  badBatch: [
    400,
    "OFFICE-610",
    "A batch does not hold 1 to {most} whole receipts.",
    "Have the terminal make its batches again; nothing was sent.",
  ],
  cannotPay: [
    409,
    "OFFICE-611",
    "The relayer has {has} and this needs about {needs} of the chain's coin.",
    "Send at least {missing} to {address}, then resume the job.",
  ],
  nodeAway: [
    503,
    "OFFICE-612",
    "The node does not answer; {done} of {total} are on the ledger.",
    "Nothing has to be done: the relayer goes on by itself when the node answers.",
  ],
  unexpected: [
    500,
    "OFFICE-613",
    "The relayer stopped because of a fault of its own.",
    "Resume the job; what got through stays. If it stops again, tell whoever runs the server.",
  ],
  notTaken: [
    503,
    "OFFICE-614",
    "The node does not answer, so the job was not taken.",
    "Try again in a minute.",
  ],
} as const satisfies Record<string, readonly [status: number, code: string, summary: string, next: string]>;

export type JobErrorName = keyof typeof JOB_ERRORS;

/** @param values For the words in braces; never of a household. */
export function jobError(
  name: JobErrorName,
  values: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): OfficeError {
  const [status, code, summary, next] = JOB_ERRORS[name];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, word: string) => String(values[word] ?? ""));
  return new OfficeError({ status, code, summary: fill(summary), next: fill(next), cause });
}
