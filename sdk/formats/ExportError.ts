// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";

/** Errors of writing and reading exchange files; words in braces are filled in. */
const EXPORT_ERRORS = {
  noIdentifier: [
    "EXPORT-101",
    "{organisation} has no IATI organisation identifier, so that its activities cannot be told from others'.",
    "Have the council admit it with its identifier, or name one in the export profile.",
  ],
  badProfile: [
    "EXPORT-102",
    "The export profile is not valid: {problem}.",
    "Correct that entry; docs/exports.md lists them all.",
  ],
  noCurrency: [
    "EXPORT-103",
    "“{activity}” is kept in {currency}, which is no currency of ISO 4217, so that an IATI file cannot state its amounts.",
    "Have whoever writes the export profile say under currencies in which currency and at which rates your organisation reports it; CSV, HXL and JSON state it as it is.",
  ],
  noRate: [
    "EXPORT-104",
    "The export profile has no rate for {currency} on {day} or before.",
    "Add the rate that your organisation reported at then, under currencies.",
  ],
  notIati: [
    "EXPORT-201",
    "The file is not an IATI activities file of version 2: {problem}.",
    "Name a file whose outermost element is iati-activities, unpacked.",
  ],
  badIatiValue: [
    "EXPORT-202",
    "In activity {activity} of the IATI file, {what} is not usable.",
    "Have the publisher correct it, or check the file with an IATI validator; nothing of the file was taken over.",
  ],
  noIncoming: [
    "EXPORT-203",
    "The file does not say by itself which of its money came in: it has {found} of incoming funds and incoming commitments.",
    "Choose one type with --incoming 1 or 11: together they would count the same money twice.",
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

export type ExportErrorName = keyof typeof EXPORT_ERRORS;

/** An exchange file cannot be written or read. */
export class ExportError extends AnnonaError {
  override readonly name: string = "ExportError";

  constructor(name: ExportErrorName, facts: Readonly<Record<string, string>>, cause?: unknown) {
    const [code, summary, next] = EXPORT_ERRORS[name];
    super({
      code,
      summary: summary.replace(/\{(\w+)\}/g, (_, fact: string) => facts[fact] ?? ""),
      next,
      cause,
    });
  }
}
